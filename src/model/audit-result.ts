import type { Contract } from './contract.js'
import type { AnyPair } from './pair.js'
import type { Report } from './report.js'
import type { RoutesListing } from './routes.js'
import type { UserError } from './user-error.js'

/** What the audit knew when it wrote the report: what both sides say, for a person who asks about one endpoint. */
export interface AuditDetails {
  readonly spec: Contract
  readonly code: Contract
  readonly pairs: readonly AnyPair[]
  /** Where several projects were audited: what was known of each, by its name; the rest is empty then. */
  readonly projects?: ReadonlyMap<string, AuditDetails>
}

/**
 * The outcome of one audit. A run that found no route, no operation or no match is `ok`: it can still be listed, and
 * the command line refuses to call it green.
 */
export type AuditResult =
  | {
      readonly ok: true
      readonly report: Report
      readonly routes: RoutesListing
      /** What a reader should know, one sentence each: what was chosen, what is missing. */
      readonly notices: readonly string[]
      /** Places of the document that could not be read, `$ref`s that lead nowhere; each is a finding too. */
      readonly faults?: readonly UserError[]
      readonly details: AuditDetails
      /** Projects that were left out, since they could not be read; see `skipsUnreadable`. */
      readonly unread?: readonly { readonly name: string; readonly error: UserError }[]
    }
  | { readonly ok: false; readonly error: UserError }
