import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseBaseline } from '../gate/baseline-text.js'
import type { BaselineEntry } from '../model/baseline.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'

/** The file of known findings. */
export interface Baseline {
  readonly file: string
  readonly exists: boolean
  readonly entries: readonly BaselineEntry[]
}

/** Where a baseline stands unless the settings name another place. */
export const defaultBaseline = 'tattletype.baseline.jsonl'

/**
 * Reads the file of known findings. One that is named has to be there for an audit; the default one need not.
 * In: the file that the settings name, if any; its text, where another than that on disk counts; null is that on disk.
 */
export function readBaseline(
  root: string,
  named: string | undefined,
  held: Result<string | undefined | null, string> = { ok: true, value: null },
): Result<Baseline, UserError> {
  const file = named ?? defaultBaseline
  const text = held.ok && held.value === null ? textOf(resolve(root, file)) : held
  if (!text.ok) return { ok: false, error: { file, message: `the baseline cannot be read (${text.error})` } }
  if (text.value === undefined || text.value === null) return { ok: true, value: { file, exists: false, entries: [] } }
  const entries = parseBaseline(text.value, file)
  return entries.ok ? { ok: true, value: { file, exists: true, entries: entries.value } } : entries
}

function textOf(path: string): Result<string | undefined, string> {
  try {
    return { ok: true, value: readFileSync(path, 'utf8') }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    return code === 'ENOENT' ? { ok: true, value: undefined } : { ok: false, error: code }
  }
}
