import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import type { Io } from '../../src/cli/io.js'
import { run } from '../../src/cli/run.js'
import { createRepository, type TestRepository } from '../git/repository.js'
import { recipe } from '../hooks/recipes.js'
import { worldOf } from './world.js'

function documentOf(paths: string[], ...fields: string[]): string {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'boolean' }]))
  const content = { 'application/json': { schema: { type: 'object', required: fields, properties } } }
  const item = { get: { responses: { 200: { description: 'ok', content } } } }
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1' },
    paths: Object.fromEntries(paths.map((path) => [path, item])),
  })
}

async function init(root: string, argv: string[] = [], more: Partial<Io> = {}, command = 'init') {
  const world = worldOf(undefined, { cwd: root, ...more })
  const code = await run([command, ...argv], world.io, { ...world.tool, audit })
  return { code, out: world.stdout(), err: world.stderr() }
}

/** A project whose code is a document too, so that no compiler is needed; one field and a health check are not documented. */
function project(more: Readonly<Record<string, string>> = {}): TestRepository {
  const repository = createRepository()
  repository.commit('code', {
    'served.json': documentOf(['/pets', '/health'], 'tame', 'wild'),
    'openapi.json': documentOf(['/pets'], 'tame'),
    ...more,
  })
  return repository
}
const sources = ['-s', 'openapi.json', '--code', 'served.json']
const statusOf = ({ git }: TestRepository) => git('status', '--porcelain', '--untracked-files=all')

const added = (file: string, text: string) => `${file} is yours to edit. To have tattletype in it, add:\n\n${text}\n\n`

describe('init', () => {
  it('shows what it would write, and writes nothing where nobody can answer', async () => {
    const repository = project()
    const { code, out } = await init(repository.root, sources)
    expect([code, statusOf(repository)]).toEqual([0, ''])
    expect(out).toContain('tattletype.config.json: the configuration; look through what it ignores\n')
    expect(out).toContain('tattletype.baseline.jsonl: the baseline: 1 finding of today that no run fails for\n')
    expect(out).toContain('Nothing is written yet.')
  })

  it('writes with --yes, passes at once, and is undone by deleting what it names', async () => {
    const repository = project({ '.github/CODEOWNERS': '', 'package-lock.json': '{}' })
    const { code, out } = await init(repository.root, [...sources, '--yes'])
    expect(code).toBe(0)
    expect(JSON.parse(readFileSync(join(repository.root, 'tattletype.config.json'), 'utf8'))).toEqual({
      $schema: './node_modules/tattletype/dist/config.schema.json',
      spec: 'openapi.json',
      code: 'served.json',
      ignore: ['GET /health'],
    })
    expect(statSync(join(repository.root, '.git/hooks/pre-commit')).mode & 0o111).toBe(0o111)
    expect(await init(repository.root, [], {}, 'audit')).toMatchObject({ code: 0, err: '' })
    const [, names = ''] = /To undo it: rm (.*)\n/.exec(out) ?? []
    expect(names.split(' ')).toEqual([
      'tattletype.config.json',
      '.git/hooks/pre-commit',
      '.github/workflows/tattletype.yml',
      'tattletype.baseline.jsonl',
    ])
    expect(statusOf(repository).split('\n')).toHaveLength(3)
    const workflow = load(readFileSync(join(repository.root, '.github/workflows/tattletype.yml'), 'utf8'))
    const documented = load(recipe('.github/workflows/api-drift.yml'))
    expect({ ...(workflow as object), name: 'API drift' }).toEqual(documented)
  })

  it('asks for each file, and writes what is agreed to', async () => {
    const repository = project()
    const asked: string[] = []
    const ask = async (question: string) => {
      asked.push(question)
      return !question.includes('hooks')
    }
    expect(await init(repository.root, sources, { ask })).toMatchObject({ code: 0 })
    expect(asked).toEqual([
      'Write tattletype.config.json, the configuration; look through what it ignores?',
      'Write .git/hooks/pre-commit, the hook: refuses a commit with new drift?',
      'Write tattletype.baseline.jsonl, the baseline: 1 finding of today that no run fails for?',
    ])
    expect(statusOf(repository)).toBe('?? tattletype.baseline.jsonl\n?? tattletype.config.json')
    expect(existsSync(join(repository.root, '.git/hooks/pre-commit'))).toBe(false)
  })

  it('leaves out what it is told to', async () => {
    const repository = project({ '.github/CODEOWNERS': '' })
    await init(repository.root, [...sources, '-y', '--skip', 'hook', 'workflow', 'baseline'])
    expect(statusOf(repository)).toBe('?? tattletype.config.json')
  })

  it.each([
    ['.tattletyperc', '.tattletyperc: this project has a configuration already.'],
    ['tattletype.baseline.jsonl', 'tattletype.baseline.jsonl: is there already, though there is no configuration.'],
  ])('writes nothing where %s stands', async (file, line) => {
    const repository = project({ [file]: '' })
    const { code, err } = await init(repository.root, [...sources, '--yes'])
    expect([code, statusOf(repository)]).toEqual([2, ''])
    expect(err).toContain(line)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })

  it('keeps a hook that is there, and says which line to add', async () => {
    const repository = project({ '.husky/pre-commit': 'npm test\n' })
    const { out } = await init(repository.root, [...sources, '--yes', '--skip', 'baseline'])
    expect(out).toContain(added('.husky/pre-commit', '  npx --no-install tattletype --staged'))
    expect(readFileSync(join(repository.root, '.husky/pre-commit'), 'utf8')).toBe('npm test\n')
  })

  it.each([
    ['.pre-commit-config.yaml', 'repos: []\n', 'pre-commit-config'],
    ['lefthook.yml', '\n', null],
  ])('says what to add to %s, and edits it not', async (file, text, schema) => {
    const repository = project({ [file]: text })
    const { out } = await init(repository.root, [...sources, '--yes', '--skip', 'baseline'])
    const [, block = ''] = out.split(added(file, '').trimEnd())
    const lines = block.split('\n\n')[1] ?? ''
    expect(readFileSync(join(repository.root, file), 'utf8')).toBe(text)
    expect(statusOf(repository)).toBe('?? tattletype.config.json')
    // What is offered is the recipe of the documentation, which is tried with the tool itself.
    const [hook] = schema === null ? [load(lines)] : (load(lines) as { repos: unknown[] }).repos
    const documented = load(recipe(file)) as { repos: unknown[]; 'pre-commit': { commands: Record<string, object> } }
    const { priority: _, ...command } = (documented['pre-commit']?.commands.tattletype ?? {}) as Record<string, unknown>
    expect(hook).toEqual(
      schema === null ? { 'pre-commit': { commands: { tattletype: command } } } : documented.repos[0],
    )
  })

  it('writes no hook where git takes the hooks of a folder that other repositories may share', async () => {
    const repository = project()
    const hooks = join(repository.root, '../hooks')
    repository.git('config', 'core.hooksPath', hooks)
    const { out } = await init(repository.root, [...sources, '--yes', '--skip', 'baseline'])
    expect(out).toContain(added(join(hooks, 'pre-commit'), '  npx --no-install tattletype --staged'))
    expect(existsSync(hooks)).toBe(false)
  })

  it('follows core.hooksPath to a folder of the repository', async () => {
    const repository = project()
    repository.git('config', 'core.hooksPath', '.githooks')
    const { out } = await init(repository.root, [...sources, '--yes', '--skip', 'baseline'])
    expect(existsSync(join(repository.root, '.githooks/pre-commit'))).toBe(true)
    expect(out).toContain(
      'Next: npm install --save-dev tattletype && git add tattletype.config.json .githooks/pre-commit\n',
    )
  })

  it('gates merge requests on GitLab, and adds to the pipeline only what it says', async () => {
    const documented = load(recipe('.gitlab-ci.yml'))
    const fresh = project({ 'package-lock.json': '{}' })
    fresh.git('remote', 'add', 'origin', 'git@gitlab.example.org:zoo/pets.git')
    await init(fresh.root, [...sources, '--yes', '--skip', 'baseline', 'hook'])
    expect(load(readFileSync(join(fresh.root, '.gitlab-ci.yml'), 'utf8'))).toEqual(documented)
    const old = project({ '.gitlab-ci.yml': 'test:\n  script: npm test\n' })
    const { out } = await init(old.root, [...sources, '--yes', '--skip', 'baseline', 'hook'])
    const [, block = ''] = out.split(added('.gitlab-ci.yml', '').trimEnd())
    expect(load(block.split('\n\n')[1] ?? '')).toEqual(documented)
    expect(statusOf(old)).toBe('?? tattletype.config.json')
  })

  it('goes to the folder of the project in the hook of a monorepo', async () => {
    const { root, commit } = createRepository()
    commit('code', {
      'apps/my api/served.json': documentOf(['/pets'], 'tame'),
      'apps/my api/openapi.json': documentOf(['/pets'], 'tame'),
      '.husky/_/husky.sh': '',
    })
    await init(join(root, 'apps/my api'), [...sources, '--yes'])
    expect(readFileSync(join(root, '.husky/pre-commit'), 'utf8')).toBe(
      "cd 'apps/my api/' && npx --no-install tattletype --staged\n",
    )
  })

  it('refuses in the middle of a merge with conflicts', async () => {
    const { root, commit, git } = project()
    git('checkout', '-q', '-b', 'other')
    commit('one', { 'note.txt': 'one' })
    git('checkout', '-q', 'main')
    commit('two', { 'note.txt': 'two' })
    expect(() => git('merge', '-q', 'other')).toThrow()
    const { code, err } = await init(root, [...sources, '--yes'])
    expect([code, existsSync(join(root, 'tattletype.config.json'))]).toEqual([2, false])
    expect(err).toContain('a merge has left conflicts')
  })

  it('says what it could not find, and writes nothing', async () => {
    const repository = createRepository()
    repository.commit('empty', { 'README.md': '' })
    const { code, err } = await init(repository.root, ['--yes'])
    expect([code, statusOf(repository)]).toEqual([2, ''])
    expect(err).toContain('no tsconfig.json was found')
  })
})
