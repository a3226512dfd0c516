import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import type { BaselineEntry } from '../model/baseline.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'

const text = { type: 'string', minLength: 1 }
const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['id', 'rule', 'at'],
  properties: {
    id: { type: 'string', pattern: '^[0-9a-f]{8,64}$' },
    rule: text,
    project: text,
    at: text,
    reason: text,
    owner: text,
    expires: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
  },
}

let compiled: ValidateFunction<BaselineEntry> | undefined

/** Compiled when it is first asked, since most runs of a hook have no baseline to check. */
function entryCheck(): ValidateFunction<BaselineEntry> {
  compiled ??= new Ajv({ allErrors: false }).compile<BaselineEntry>(schema)
  return compiled
}

/** Reads a baseline: one JSON object a line. The error names the line. */
export function parseBaseline(content: string, file: string): Result<readonly BaselineEntry[], UserError> {
  const entries = new Map<string, BaselineEntry>()
  for (const [index, line] of content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue
    const entry = parseLine(line)
    const mistake = typeof entry === 'string' ? entry : entries.has(entry.id) ? `${entry.id} stands here twice` : null
    if (typeof entry === 'string' || mistake !== null) {
      return { ok: false, error: { file, line: index + 1, message: mistake ?? 'not a finding' } }
    }
    entries.set(entry.id, entry)
  }
  return { ok: true, value: [...entries.values()] }
}

function parseLine(line: string): BaselineEntry | string {
  const conflict = /^(<{7}|={7}|>{7}|\|{7})/.test(line)
  if (conflict) return 'a merge conflict: keep the lines of both sides, then run tattletype baseline prune'
  try {
    const value: unknown = JSON.parse(line)
    const isEntry = entryCheck()
    return isEntry(value) ? value : describe(isEntry.errors?.[0])
  } catch {
    return 'not JSON: a baseline holds one finding a line'
  }
}

function describe(error: ErrorObject | undefined): string {
  if (error?.keyword === 'additionalProperties') return `unknown key "${String(error.params.additionalProperty)}"`
  const key = error?.instancePath.slice(1) ?? ''
  if (key === 'expires') return '"expires" has to be a day such as 2026-12-31'
  return `${key === '' ? 'the entry' : `"${key}"`} ${error?.message ?? 'is not valid'}`
}

/** A baseline as text: sorted by element, a finding a line, so that two branches change different lines. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const key = ({ project = '', at, rule, id }: BaselineEntry) => [project, at, rule, id].join('\n')
  return [...entries]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ id, rule, project, at, reason, owner, expires }) => {
      return `${JSON.stringify({ id, rule, project, at, reason, owner, expires })}\n`
    })
    .join('')
}
