import { expect, it } from 'vitest'
import { createRepository } from '../git/repository.js'
import { documentOf, documentWith, findingsOf, listing, packageOf } from '../projects/monorepo.js'

const [tame, wild] = [packageOf('packages/tame', ['a'], ['a']), packageOf('packages/wild', ['a', 'b'], ['a'])]
const field = (name: string) => `undocumented-response-field /${name}`

it('tells a commit only of the package whose drift it brings', async () => {
  const { root, commit, write, git } = createRepository()
  commit('old drift in one package', { ...listing('packages/*'), ...tame, ...wild })
  write({ 'packages/tame/served.json': documentOf(['a', 'c']) })
  git('add', '-A')
  expect(await findingsOf(root, '--staged')).toMatchObject({
    code: 1,
    findings: [`packages/tame ${field('c')}`],
    report: { since: { standing: 1, mended: 0 } },
  })
})

it('finds nothing new where a package only gets another name', async () => {
  const { root, commit, git } = createRepository()
  commit('old drift', { ...listing('packages/*'), ...tame, ...wild })
  git('mv', 'packages/wild', 'packages/feral')
  commit('rename')
  const { code, findings, report } = await findingsOf(root, '--base', 'HEAD~1')
  expect([code, findings, report.since]).toMatchObject([0, [], { standing: 1, mended: 0 }])
  expect(report.projects?.map(({ name }) => name)).toEqual(['packages/feral', 'packages/tame'])
})

it('finds nothing new where an operation and its handler only go to another package', async () => {
  const { root, commit } = createRepository()
  const one = (folder: string, code: object, spec: object) => ({
    ...packageOf(folder, [], []),
    [`${folder}/served.json`]: documentWith({ '/own': ['a'], ...code }),
    [`${folder}/openapi.json`]: documentWith({ '/own': ['a'], ...spec }),
  })
  const [drift, said] = [{ '/pets': ['a', 'b'] }, { '/pets': ['a'] }]
  commit('in one', { ...listing('packages/*'), ...one('packages/a', drift, said), ...one('packages/b', {}, {}) })
  commit('in the other', { ...one('packages/a', {}, {}), ...one('packages/b', drift, said) })
  const { code, findings, report } = await findingsOf(root, '--base', 'HEAD~1')
  expect([code, findings, report.since]).toMatchObject([0, [], { standing: 1, mended: 0 }])
})

it('leaves out a package that is not staged, and counts all of a new one as new; both are said', async () => {
  const { root, commit, write, git } = createRepository()
  commit('one package', { ...listing('packages/*'), ...tame })
  write({ ...wild, 'packages/tame/served.json': documentOf(['a']) })
  const before = await findingsOf(root, '--staged')
  expect([before.code, before.findings]).toEqual([0, []])
  expect(before.err).toContain(
    'note: project "packages/wild" is left out: packages/wild/tattletype.config.json is not in the index',
  )
  git('add', '-A')
  const after = await findingsOf(root, '--staged')
  expect([after.code, after.findings]).toEqual([1, [`packages/wild ${field('b')}`]])
  expect(after.err).toMatch(/note: HEAD \(\w+\): project "packages\/wild": .*; its findings count as new/)
})
