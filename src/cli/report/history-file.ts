import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Outcome } from '../../config/config.js'
import { parseHistory } from '../../trend/history-text.js'
import type { DatedRecord } from '../../trend/record-text.js'

/** The records of a file; none where there is no file yet. */
export function readHistory(root: string, file: string): Outcome<readonly DatedRecord[]> {
  try {
    return parseHistory(readFileSync(resolve(root, file), 'utf8'), file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { ok: true, value: [] }
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return { ok: false, error: { message, file } }
  }
}
