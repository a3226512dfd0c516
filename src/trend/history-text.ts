import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { type DatedRecord, readDatedRecord } from './record-text.js'

/**
 * Reads a file of records, one JSON object a line. A last line that was torn when it was written is left out; any other line
 * that is no record is an error with its place.
 */
export function parseHistory(content: string, file: string): Result<readonly DatedRecord[], UserError> {
  const lines = content.split('\n')
  const records: DatedRecord[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const record = readDatedRecord(line)
    if (record !== undefined) records.push(record)
    // Whole lines end with a line break, so that only what follows the last one can be torn.
    else if (index < lines.length - 1) {
      const hint = 'Each line is what "tattletype report --history" once wrote; take the broken one out.'
      return { ok: false, error: { file, line: index + 1, message: 'not a record of an audit', hint } }
    }
  }
  return { ok: true, value: records }
}

/** The file with one more record; a commit that was recorded before is recorded anew, at the end. */
export function withRecord(records: readonly DatedRecord[], record: DatedRecord): readonly DatedRecord[] {
  return [...records.filter(({ commit }) => commit !== record.commit), record]
}

export const historyText = (records: readonly DatedRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('')
