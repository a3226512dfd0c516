import { describe, expect, it } from 'vitest'
import { historyText, parseHistory, withRecord } from '../../src/trend/history-text.js'
import { recordOf } from '../../src/trend/record.js'
import { findingOf, reportOf } from '../reporters/builders.js'

const recordAt = (commit: string, date = '2026-03-01') =>
  ({ version: 1, commit, date, ...recordOf(reportOf([findingOf()])) }) as const

describe('a file of records', () => {
  const two = [recordAt('a'), recordAt('b')]

  it('reads what it wrote', () => {
    expect(parseHistory(historyText(two), 'drift.jsonl')).toEqual({ ok: true, value: two })
  })

  it('passes over a last line that was torn, wherever it was torn', () => {
    const text = historyText(two)
    const whole = historyText([recordAt('a')])
    for (let end = whole.length; end < text.length - 1; end += 97) {
      expect(parseHistory(text.slice(0, end), 'drift.jsonl')).toEqual({ ok: true, value: [recordAt('a')] })
    }
  })

  it('names the line of anything else that is no record', () => {
    const text = `${historyText([recordAt('a')])}{"version":2}\n${historyText([recordAt('b')])}`
    expect(parseHistory(text, 'drift.jsonl')).toMatchObject({ ok: false, error: { file: 'drift.jsonl', line: 2 } })
  })

  it('keeps one record of a commit', () => {
    expect(withRecord(two, recordAt('a', '2026-03-02')).map(({ commit, date }) => `${commit} ${date}`)).toEqual([
      'b 2026-03-01',
      'a 2026-03-02',
    ])
  })
})
