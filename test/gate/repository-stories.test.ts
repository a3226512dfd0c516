import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { TestRepository } from '../git/repository.js'
import { createRepository } from '../git/repository.js'
import { documentOf, findingsOf, packageOf } from '../projects/monorepo.js'

const files = (code: readonly string[], spec: readonly string[]) => packageOf('.', code, spec)
const field = (name: string) => `undefined undocumented-response-field /${name}`

/** A commit on main, one on a branch, and main checked out. */
function parted(
  start: TestRepository,
  main: Readonly<Record<string, string>>,
  branch: Readonly<Record<string, string>>,
) {
  start.git('checkout', '-q', '-b', 'feature')
  start.commit('on the branch', branch)
  start.git('checkout', '-q', 'main')
  start.commit('on main', main)
}

it('works in a work tree beside the repository', async () => {
  const { root, commit, git } = createRepository()
  commit('clean', files(['a'], ['a']))
  const beside = `${root}-beside`
  git('worktree', 'add', '-q', '-b', 'feature', beside)
  const staged = (text: string) => {
    writeFileSync(join(beside, 'served.json'), text)
    git('-C', beside, 'add', 'served.json')
  }
  staged(documentOf(['a', 'b']))
  expect(await findingsOf(beside, '--staged')).toMatchObject({ code: 1, findings: [field('b')] })
  expect(await findingsOf(root, '--staged')).toMatchObject({ code: 0, findings: [] })
  git('-C', beside, 'commit', '-q', '-m', 'drift')
  expect(await findingsOf(beside, '--base', 'main')).toMatchObject({ code: 1, findings: [field('b')] })
})

it('audits a submodule from inside, and from the repository around it as its work tree is', async () => {
  const api = createRepository('api')
  api.commit('clean', files(['a'], ['a']))
  const { root, git, commit } = createRepository('around')
  git('-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', api.root, 'api')
  commit('with a submodule', { 'tattletype.config.json': '{ "projects": ["api"] }' })
  const inside = join(root, 'api')
  writeFileSync(join(inside, 'served.json'), documentOf(['a', 'b']))
  git('-C', inside, 'add', '-A')
  expect(await findingsOf(inside, '--staged')).toMatchObject({ code: 1, findings: [field('b')] })
  expect(await findingsOf(root)).toMatchObject({ code: 1, findings: ['api undocumented-response-field /b'] })
  // The repository around it holds no file of it, only the name of a commit: said, and no pass.
  const staged = await findingsOf(root, '--staged', '--format', 'pretty')
  expect(staged.code).toBe(2)
})

it.each([
  ['that is closed to writers', (root: string) => join(root, 'closed')],
  // Even one who may write everywhere makes no folder in a file.
  ['that cannot be', (root: string) => join(root, 'served.json', 'cache')],
])('refuses and lets through as ever with a cache folder %s', async (_, folderIn) => {
  const { root, commit, write, git } = createRepository()
  commit('clean', files(['a'], ['a']))
  const cache = folderIn(root)
  mkdirSync(join(root, 'closed'), { mode: 0o500 })
  for (let run = 0; run < 2; run += 1) {
    write({ 'served.json': documentOf(['a', 'b']) })
    git('add', 'served.json')
    const refused = await findingsOf(root, '--staged', '--cache-dir', cache)
    expect(refused).toMatchObject({ code: 1, findings: [field('b')] })
    write({ 'served.json': documentOf(['a']) })
    git('add', 'served.json')
    expect(await findingsOf(root, '--staged', '--cache-dir', cache)).toMatchObject({ code: 0, findings: [] })
  }
})

it('works under a path with blanks and letters of other scripts, and in a folder below the top', async () => {
  const { root, commit, write, git } = createRepository('Maß & Gewicht 犬')
  commit('clean', packageOf('dienste/Bäckerei 1', ['a'], ['a']))
  write({ 'dienste/Bäckerei 1/served.json': documentOf(['a', 'b']) })
  git('add', '-A')
  const { code, findings, report } = await findingsOf(join(root, 'dienste/Bäckerei 1'), '--staged')
  expect([code, findings, report.findings[0]?.spec?.file]).toEqual([1, [field('b')], 'openapi.json'])
})

describe('Windows line ends', () => {
  const crlf = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]))

  it('change neither the places nor the fingerprints of findings', async () => {
    const [unix, windows] = [createRepository(), createRepository()]
    unix.write(files(['a', 'b'], ['a']))
    windows.write(crlf(files(['a', 'b'], ['a'])))
    const [one, other] = [await findingsOf(unix.root), await findingsOf(windows.root)]
    expect(other.report).toEqual(one.report)
    expect(one.findings).toEqual([field('b')])
  })

  it('are nothing new where git turns them as it checks out', async () => {
    const { root, commit, git, write } = createRepository()
    git('config', 'core.autocrlf', 'true')
    commit('old drift', crlf(files(['a', 'b'], ['a'])))
    expect(git('cat-file', 'blob', 'HEAD:served.json')).not.toContain('\r')
    write(crlf(files(['a', 'b', 'c'], ['a'])))
    git('add', '-A')
    expect(await findingsOf(root, '--staged')).toMatchObject({
      code: 1,
      findings: [field('c')],
      report: { since: { standing: 1 } },
    })
  })
})

describe('a merge', () => {
  it('of the base into the branch leaves the branch its own drift alone', async () => {
    const start = createRepository()
    start.commit('clean', files(['a'], ['a']))
    parted(start, { 'other.json': '{}', ...files(['a', 'old'], ['a']) }, { 'note.json': '{}' })
    start.git('checkout', '-q', 'feature')
    start.git('merge', '-q', '--no-edit', 'main')
    expect(await findingsOf(start.root, '--base', 'main')).toMatchObject({ code: 0, findings: [] })
    start.commit('drift', files(['a', 'old', 'fresh'], ['a']))
    expect(await findingsOf(start.root, '--base', 'main')).toMatchObject({ code: 1, findings: [field('fresh')] })
  })

  it('that is being concluded brings only what neither of its parents has', async () => {
    const start = createRepository()
    start.commit('clean', files(['a'], ['a']))
    parted(start, files(['a', 'ours'], ['a']), files(['a', 'theirs'], ['a']))
    expect(() => start.git('merge', '-q', 'feature')).toThrow()
    start.write(files(['a', 'ours', 'theirs', 'slip'], ['a']))
    start.git('add', '-A')
    expect(await findingsOf(start.root, '--staged')).toMatchObject({
      code: 1,
      findings: [field('slip')],
      report: { since: { standing: 2, mended: 0 } },
    })
    start.write(files(['a', 'ours', 'theirs'], ['a']))
    start.git('add', '-A')
    expect(await findingsOf(start.root, '--staged')).toMatchObject({ code: 0, findings: [] })
  })

  it('that is reverted takes back what it brought', async () => {
    const start = createRepository()
    start.commit('clean', files(['a'], ['a']))
    parted(start, { 'note.json': '{}' }, files(['a', 'b'], ['a']))
    start.git('merge', '-q', '--no-edit', 'feature')
    expect(await findingsOf(start.root, '--base', 'HEAD~1')).toMatchObject({ code: 1, findings: [field('b')] })
    start.git('revert', '--no-edit', '-m', '1', 'HEAD')
    const { code, report } = await findingsOf(start.root, '--base', 'HEAD~2')
    expect([code, report.since]).toMatchObject([0, { standing: 0, mended: 0 }])
  })
})
