import { expect, it } from 'vitest'
import { lastOfWeeks } from '../../src/trend/weeks.js'

/** A commit named after its day, at noon in UTC. */
const on = (date: string) => ({ commit: date, time: Date.parse(`${date}T12:00:00Z`) / 1000, subject: '' })
const daysOf = (dates: readonly string[], weeks: number) =>
  lastOfWeeks(dates.map(on), weeks).map(({ commit }) => commit)

// 2026-03-02 is a Monday, 2026-03-08 the Sunday after it.
it.each<[string, readonly string[], number, readonly string[]]>([
  ['takes the last commit of a week', ['2026-03-02', '2026-03-08', '2026-03-09'], 12, ['2026-03-08', '2026-03-09']],
  ['begins a week on Monday', ['2026-03-01', '2026-03-02'], 12, ['2026-03-01', '2026-03-02']],
  [
    'goes back so many weeks and no further',
    ['2026-02-20', '2026-03-01', '2026-03-08'],
    2,
    ['2026-03-01', '2026-03-08'],
  ],
  ['passes over a week without a commit', ['2026-02-10', '2026-03-08'], 12, ['2026-02-10', '2026-03-08']],
  ['has nothing of an empty branch', [], 12, []],
  ['ends with the newest commit, though clocks were wrong', ['2026-04-01', '2026-03-08'], 12, ['2026-03-08']],
])('%s', (_, dates, weeks, expected) => {
  expect(daysOf(dates, weeks)).toEqual(expected)
})
