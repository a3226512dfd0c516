import type { AuditResult } from '../../model/audit-result.js'
import type { Aspect, Difference } from '../../model/difference.js'
import type { Finding } from '../../model/finding.js'

type Details = Extract<AuditResult, { ok: true }>['details']

/** The proven difference that a finding tells of; undefined where it tells of something else than a schema. */
export function differenceOf(finding: Finding, { pairs }: Details): Difference | undefined {
  for (const pair of pairs) {
    if (pair.kind !== 'matched' || ![pair.spec.path, pair.code.path].includes(finding.path)) continue
    if (![pair.spec.method, pair.code.method].some((method) => method === finding.method)) continue
    const found = pair.differences.find(
      ({ part, status, mediaType, pointer, aspect }) =>
        part === finding.part &&
        status === finding.status &&
        mediaType === finding.mediaType &&
        pointer === finding.pointer &&
        ruleWords[aspect].test(finding.rule),
    )
    if (found) return found
  }
  return undefined
}

/** What the rules are called that tell of each aspect. */
const ruleWords: Readonly<Record<Aspect, RegExp>> = {
  field: /-field$|-parameter$|-header$/,
  type: /^type-/,
  required: /^required-/,
  nullable: /^nullable-/,
  enum: /^enum-/,
  format: /^format-/,
  constraint: /^constraint-/,
  shape: /^body-/,
  deprecated: /^deprecation-/,
  unserialisable: /^unserialisable-/,
  unsaid: /^undocumented-response-field$/,
}
