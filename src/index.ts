export { audit } from './audit.js'
export type { Config, ProjectConfig } from './config/config.js'
export { defineConfig } from './config/define-config.js'
export type { AuditResult } from './model/audit-result.js'
export type { Finding, Part, Proof, Severity } from './model/finding.js'
export type { Location } from './model/location.js'
export type {
  AuditOptions,
  CostSettings,
  PairOptions,
  ProjectOptions,
  RuleOverride,
  RuleSettings,
} from './model/options.js'
export type { Report } from './model/report.js'
export type { RoutesListing } from './model/routes.js'
export type { UserError } from './model/user-error.js'
