import type { AuditResult } from '../model/audit-result.js'
import type { AuditOptions } from '../model/options.js'
import type { Rule } from '../model/rule.js'

/** What the command line drives; a test gives its own. */
export interface Tool {
  readonly version: string
  readonly rules: Readonly<Record<string, Rule>>
  audit(options: AuditOptions): Promise<AuditResult>
}
