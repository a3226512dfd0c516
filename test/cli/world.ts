import type { Io } from '../../src/cli/io.js'
import type { Tool } from '../../src/cli/tool.js'
import type { AuditResult } from '../../src/model/audit-result.js'
import type { AuditOptions } from '../../src/model/options.js'
import type { Report } from '../../src/model/report.js'
import type { Rule } from '../../src/model/rule.js'
import { reportOf } from '../reporters/builders.js'

const rule: Rule = {
  severity: 'error',
  summary: 'The two sides list other values.',
  why: 'Clients meet a value they do not know.',
  fix: 'List the same values.',
  example: { spec: 'openapi: 3.0.3', code: 'const app = express()' },
}

export interface World {
  readonly io: Io
  readonly tool: Tool
  readonly stdout: () => string
  readonly stderr: () => string
  readonly steps: string[]
  /** What the audit was asked for, last. */
  readonly asked: () => AuditOptions | undefined
}

/** A command line without a process: an empty folder, a terminal that is not one, and an audit that answers this. */
export function worldOf(answer: AuditResult | Error = auditedOf(), more: Partial<Io> = {}): World {
  const out: string[] = []
  const err: string[] = []
  const steps: string[] = []
  let asked: AuditOptions | undefined
  const stream = (texts: string[]) => ({
    isTerminal: false,
    columns: undefined,
    write: (text: string) => void texts.push(text),
  })
  return {
    io: {
      cwd: '/nonexistent',
      env: {},
      today: '2026-06-15',
      out: stream(out),
      err: stream(err),
      progress: { step: (words) => void steps.push(words), stop: () => void steps.push('stop') },
      ...more,
    },
    tool: {
      version: '1.2.3',
      rules: { 'enum-mismatch': rule, 'type-mismatch': rule },
      async audit(options) {
        asked = options
        options.onProgress?.('reading')
        if (answer instanceof Error) throw answer
        return answer
      },
    },
    stdout: () => out.join(''),
    stderr: () => err.join(''),
    steps,
    asked: () => asked,
  }
}

/** A successful audit with this report. */
export function auditedOf(
  report: Report = reportOf(),
  more: Partial<Extract<AuditResult, { ok: true }>> = {},
): Extract<AuditResult, { ok: true }> {
  const empty = { endpoints: [], schemas: {}, unresolved: [] }
  return {
    ok: true,
    report,
    routes: { code: [], spec: [], unresolved: [], ignored: [] },
    notices: [],
    details: { spec: empty, code: empty, pairs: [] },
    ...more,
  }
}
