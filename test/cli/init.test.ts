import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import type { Io } from '../../src/cli/io.js'
import { run } from '../../src/cli/run.js'
import { createRepository, type TestRepository } from '../git/repository.js'
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
      'Write tattletype.config.json?',
      'Write .git/hooks/pre-commit?',
      'Write tattletype.baseline.jsonl?',
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
    expect(out).toContain('add this line to .husky/pre-commit: npx --no-install tattletype --staged\n')
    expect(readFileSync(join(repository.root, '.husky/pre-commit'), 'utf8')).toBe('npm test\n')
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
