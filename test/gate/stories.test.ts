import { execFileSync } from 'node:child_process'
import { expect, it, onTestFinished, vi } from 'vitest'
import { audit } from '../../src/audit.js'
import { run } from '../../src/cli/run.js'
import { worldOf } from '../cli/world.js'
import { createRepository } from '../git/repository.js'

/** A document of `GET /pets` whose answers hold these fields; the one that stands for the code is written the same way. */
function documentOf(...fields: string[]): string {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'boolean' }]))
  const content = { 'application/json': { schema: { type: 'object', required: fields, properties } } }
  const paths = { '/pets': { get: { responses: { 200: { description: 'ok', content } } } } }
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'Pets', version: '1' }, paths }, null, 2)
}

const files = (code: string[], spec: string[]) => ({
  'served.json': documentOf(...code),
  'openapi.json': documentOf(...spec),
})

async function tattletype(root: string, argv: string[], env = {}) {
  const world = worldOf(undefined, { cwd: root, env })
  const code = await run([...argv, '--code', 'served.json', '--spec', 'openapi.json'], world.io, {
    ...world.tool,
    audit,
  })
  return { code, out: world.stdout(), err: world.stderr() }
}

async function findingsOf(root: string, argv: string[], env = {}) {
  const { code, out, err } = await tattletype(root, [...argv, '--format', 'json'], env)
  const report: { findings: { rule: string; pointer: string }[]; since: unknown } = JSON.parse(out)
  return { code, err, since: report.since, findings: report.findings.map(({ rule, pointer }) => `${rule} ${pointer}`) }
}

it('refuses a commit for the drift that it stages, and not for the drift that was there', async () => {
  const { root, commit, write, git } = createRepository()
  commit('old drift', files(['tame', 'wild'], ['tame']))
  expect(await findingsOf(root, ['--staged'])).toMatchObject({ code: 0, findings: [] })
  write(files(['tame', 'wild', 'fierce'], ['tame']))
  git('add', '-A')
  expect(await findingsOf(root, ['--staged'])).toMatchObject({
    code: 1,
    findings: ['undocumented-response-field /fierce'],
    since: { standing: 1, mended: 0 },
  })
})

it('looks at what is staged of a file, and not at the rest of it', async () => {
  const { root, commit, write, git } = createRepository()
  commit('clean', files(['tame'], ['tame']))
  write(files(['tame', 'wild'], ['tame', 'wild']))
  git('add', '-A')
  write(files(['tame', 'wild', 'fierce'], ['tame']))
  expect(await findingsOf(root, ['--staged'])).toMatchObject({ code: 0, findings: [] })
})

it('takes the known findings from the baseline that is staged, and not from one that is only written', async () => {
  const { root, commit, write, git } = createRepository()
  commit('clean', files(['tame'], ['tame']))
  write(files(['tame', 'wild'], ['tame']))
  git('add', '-A')
  await tattletype(root, ['baseline', 'write'])
  expect(await findingsOf(root, ['--staged'])).toMatchObject({
    code: 1,
    findings: ['undocumented-response-field /wild'],
  })
  git('add', '-A')
  expect(await findingsOf(root, ['--staged'])).toMatchObject({ code: 0, findings: [] })
  commit('known')
  write(files(['tame', 'wild', 'fierce'], ['tame']))
  git('add', '-A')
  await tattletype(root, ['baseline', 'update'])
  expect(await findingsOf(root, ['--staged'])).toMatchObject({
    code: 1,
    findings: ['undocumented-response-field /fierce'],
  })
})

it('takes a baseline that git ignores, or that lies elsewhere, as it is', async () => {
  const { root, commit, write, git } = createRepository()
  commit('clean', { ...files(['tame'], ['tame']), '.gitignore': 'own.jsonl\n' })
  write(files(['tame', 'wild'], ['tame']))
  git('add', '-A')
  for (const file of ['own.jsonl', '../elsewhere.jsonl']) {
    await tattletype(root, ['baseline', 'write', '--baseline', file])
    expect(await findingsOf(root, ['--staged', '--baseline', file])).toMatchObject({ code: 0, findings: [] })
  }
})

it('counts everything as new in the first commit', async () => {
  const { root, write, git } = createRepository()
  write(files(['tame', 'wild'], ['tame']))
  git('add', '-A')
  expect(await findingsOf(root, ['--staged'])).toMatchObject({
    code: 1,
    since: { name: 'an empty history', standing: 0 },
  })
})

it('tells a branch only of its own drift, though the other branch went on, and praises what it mended', async () => {
  const { root, commit, git } = createRepository()
  const parted = commit('old drift', files(['tame', 'wild'], ['tame']))
  git('checkout', '-q', '-b', 'feature')
  commit('mends one, brings another', files(['tame', 'wild', 'fierce'], ['tame', 'wild']))
  git('checkout', '-q', 'main')
  commit('the base goes on', files(['tame', 'wild', 'fierce', 'old'], ['tame']))
  git('checkout', '-q', 'feature')
  expect(await findingsOf(root, ['--base', 'main'])).toMatchObject({
    code: 1,
    findings: ['undocumented-response-field /fierce'],
    since: { name: `main (${parted.slice(0, 7)})`, standing: 0, mended: 1 },
  })
  const { out } = await tattletype(root, ['--base', 'main'])
  expect(out).toContain('✔ 1 finding mended: thank you')
})

it('finds nothing new in a commit that is reverted, nor in one that only moves files', async () => {
  const { root, commit, git } = createRepository()
  commit('old drift', { ...files(['tame', 'wild'], ['tame']), 'docs/readme.yaml': 'a: 1\n' })
  git('checkout', '-q', '-b', 'feature')
  commit('drift', files(['tame', 'wild', 'fierce'], ['tame']))
  git('revert', '--no-edit', 'HEAD')
  git('mv', 'docs/readme.yaml', 'docs/about.yaml')
  commit('move')
  expect(await findingsOf(root, ['--base', 'main'])).toMatchObject({ code: 0, findings: [], since: { standing: 1 } })
})

it('takes the base from the environment of a pull request, a merge request or a merge queue', async () => {
  const { root, commit, git, write } = createRepository()
  const first = commit('clean', files(['tame'], ['tame']))
  commit('drift', files(['tame', 'wild'], ['tame']))
  git('update-ref', 'refs/remotes/origin/main', first)
  write({ '../event.json': JSON.stringify({ merge_group: { base_sha: first } }) })
  const queue = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_EVENT_PATH: `${root}/../event.json` }
  for (const env of [{ GITHUB_BASE_REF: 'main' }, { CI_MERGE_REQUEST_DIFF_BASE_SHA: first }, queue]) {
    expect(await findingsOf(root, ['--base'], env)).toMatchObject({
      code: 1,
      findings: ['undocumented-response-field /wild'],
    })
  }
})

it('says that a shallow clone has no history to compare with, and what to set', async () => {
  const { root, commit } = createRepository()
  commit('clean', files(['tame'], ['tame']))
  commit('drift', files(['tame', 'wild'], ['tame']))
  const clone = `${root}-clone`
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone])
  const { code, err } = await tattletype(clone, ['--base', 'HEAD~1'])
  expect(code).toBe(2)
  expect(err).toBe(
    'tattletype: git knows no commit named HEAD~1. This clone is shallow: fetch the whole history (fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab CI).\n',
  )
})

it('compares with the tip, and warns, where a shallow clone hides the common ancestor', async () => {
  const { root, commit, git } = createRepository()
  commit('clean', files(['tame'], ['tame']))
  git('checkout', '-q', '-b', 'feature')
  commit('drift', files(['tame', 'wild'], ['tame']))
  git('checkout', '-q', 'main')
  commit('goes on', { 'note.md': 'x' })
  const clone = `${root}-clone`
  execFileSync('git', [
    'clone',
    '-q',
    '--depth',
    '1',
    '--no-single-branch',
    '--branch',
    'feature',
    `file://${root}`,
    clone,
  ])
  const { code, err, findings } = await findingsOf(clone, ['--base', 'origin/main'])
  expect([code, findings]).toEqual([1, ['undocumented-response-field /wild']])
  expect(err).toContain(
    'note: this clone is shallow and holds no common ancestor (set fetch-depth: 0 in GitHub Actions, GIT_DEPTH: 0 in GitLab CI)',
  )
})

it('says that changes which are not committed are not looked at', async () => {
  const { root, commit, write } = createRepository()
  commit('clean', files(['tame'], ['tame']))
  write(files(['tame', 'wild'], ['tame']))
  const { code, err } = await findingsOf(root, ['--base', 'HEAD'])
  expect(code).toBe(0)
  expect(err).toContain('note: 1 file has changes that are not committed')
})

it('counts everything as new where the document did not exist before, and says so', async () => {
  const { root, commit } = createRepository()
  const first = commit('code only', { 'served.json': documentOf('tame', 'wild') })
  commit('document', files(['tame', 'wild'], ['tame']))
  const { code, err } = await findingsOf(root, ['--base', first])
  expect(code).toBe(1)
  expect(err).toContain('could not be audited, so all findings count as new: the document cannot be read')
})

it('calls a base that was named by its whole hash by a short one', async () => {
  const { root, commit } = createRepository()
  const first = commit('clean', files(['tame'], ['tame']))
  expect(await findingsOf(root, ['--base', first])).toMatchObject({ since: { name: first.slice(0, 7) } })
})

it('says what to do in a container where another user owns the repository', async () => {
  const { root, commit } = createRepository()
  commit('clean', files(['tame'], ['tame']))
  vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { code, err } = await tattletype(root, ['--staged'])
  expect([code, err]).toEqual([
    2,
    `tattletype: git: detected dubious ownership in repository at '${root}'. Another user owns it, as in some containers; to trust it: git config --global --add safe.directory '${root}'\n`,
  ])
})

it('says that a folder is in no repository', async () => {
  const { code, err } = await tattletype('/', ['--staged'])
  expect([code, err]).toEqual([2, 'tattletype: this folder is not in a git repository\n'])
})
