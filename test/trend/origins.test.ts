import { expect, it } from 'vitest'
import type { AuditRecord } from '../../src/model/weekly.js'
import { originsOf } from '../../src/trend/origins.js'
import { recordOf } from '../../src/trend/record.js'
import { findingOf, reportOf } from '../reporters/builders.js'

const recordWith = (ids: string): AuditRecord => recordOf(reportOf([...ids].map((id) => findingOf({ id }))))

/**
 * In: the findings of each commit of a branch, a letter each, oldest first, a day apart; null where it cannot be audited; the
 * commits that the series audited. Out: finding, commit and how sure that is; and which commits were audited besides.
 */
async function search(branch: readonly (string | null)[], watched: readonly number[], room = 99, whole = true) {
  const start = Date.parse('2026-03-01T12:00:00Z') / 1000
  const commits = branch.map((_, index) => ({
    commit: `c${index}`,
    time: start + index * 86_400,
    subject: `s${index}`,
  }))
  const asked: string[] = []
  const origins = await originsOf({
    commits,
    whole,
    watched: watched.map((index) => ({ index, ids: new Set(branch[index]) })),
    mayGoOn: () => asked.length < room,
    async record(commit) {
      asked.push(commit)
      const ids = branch[Number(commit.slice(1))]
      return ids === null || ids === undefined ? { ok: false, error: 'broken' } : { ok: true, value: recordWith(ids) }
    },
  })
  return { told: origins.map(({ id, since, known, days }) => `${id} ${since.commit} ${known} ${days}`), asked }
}

it('finds the commit that brought a finding by halving the commits between two audits', async () => {
  const branch = ['', '', '', '', '', 'a', 'a', 'a', 'a']
  const { told, asked } = await search(branch, [0, 8])
  expect(told).toEqual(['a c5 commit 3'])
  expect(asked.length).toBeLessThanOrEqual(3)
})

it('finds several at once, each at its own commit', async () => {
  const { told } = await search(['', 'a', 'ab', 'ab', 'abc'], [0, 4])
  expect(told).toEqual(['a c1 commit 3', 'b c2 commit 2', 'c c4 commit 0'])
})

it('asks for nothing where two audits stand side by side', async () => {
  expect(await search(['', 'a'], [0, 1])).toEqual({ told: ['a c1 commit 0'], asked: [] })
})

it('counts from the last time that a finding came, where it was gone in between', async () => {
  expect((await search(['a', '', 'a', 'a'], [0, 1, 2, 3])).told).toEqual(['a c2 commit 1'])
})

it('says that what the first audit had is older than the record', async () => {
  expect((await search(['', 'a', 'a'], [1, 2])).told).toEqual(['a c1 before 1'])
})

it('knows the first commit of a project for the one that brought what it holds, but not that of a shallow clone', async () => {
  expect((await search(['a', 'a'], [0, 1])).told).toEqual(['a c0 commit 1'])
  expect((await search(['a', 'a'], [0, 1], 99, false)).told).toEqual(['a c0 before 1'])
})

it('names the audit that saw it first, where a commit between cannot be audited or time is up', async () => {
  expect((await search(['', null, 'a', 'a'], [0, 3])).told).toEqual(['a c3 range 0'])
  expect((await search(['', '', 'a', 'a'], [0, 3], 0)).told).toEqual(['a c3 range 0'])
})
