import { Ajv } from 'ajv'
import type { AuditRecord, Moment } from '../model/weekly.js'

const text = { type: 'string' }
const number = { type: 'number' }
const severity = { enum: ['error', 'warning', 'info'] }

function all(properties: Record<string, object>): object {
  return { type: 'object', required: Object.keys(properties), properties }
}

const record = {
  figures: all({
    findings: all({ error: number, warning: number, info: number }),
    causes: number,
    endpoints: all({ documented: number, served: number, matched: number }),
    coverage: all({ elements: number, verified: number, drifted: number, unverifiable: number }),
    mending: number,
    debtRatio: number,
  }),
  findings: {
    type: 'array',
    items: all({
      id: text,
      cause: text,
      rule: text,
      severity,
      method: text,
      path: text,
      part: text,
      status: { type: ['string', 'null'] },
      pointer: text,
      message: text,
      minutes: number,
    }),
  },
}

/** One audit of a series as a file holds it. */
export interface DatedRecord extends AuditRecord, Moment {
  readonly version: 1
}

const ajv = new Ajv()
const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }
const isDated = ajv.compile<DatedRecord>(all({ version: { const: 1 }, commit: text, date: day, ...record }))
const isRecord = ajv.compile<AuditRecord>(all(record))

/** A record that was written before; nothing where the text is not one. */
export const readRecord = (line: string): AuditRecord | undefined => read(line, isRecord)
export const readDatedRecord = (line: string): DatedRecord | undefined => read(line, isDated)

function read<Value>(line: string, isOne: (value: unknown) => value is Value): Value | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return isOne(value) ? value : undefined
  } catch {
    return undefined
  }
}
