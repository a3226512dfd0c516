import type { RuleOverride, RuleSettings } from '../model/options.js'

/** What the project says of the rules. */
export interface Settings {
  readonly severities: RuleSettings
  readonly overrides: readonly RuleOverride[]
}
