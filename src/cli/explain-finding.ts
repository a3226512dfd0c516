import type { AuditResult } from '../model/audit-result.js'
import type { Difference } from '../model/difference.js'
import type { Finding } from '../model/finding.js'
import { causeInFull } from '../reporters/pretty/cause-lines.js'
import { labelled } from '../reporters/pretty/layout.js'
import type { Paint } from '../reporters/pretty/paint.js'
import { proofWords } from '../reporters/pretty/proof.js'
import type { ReporterContext } from '../reporters/reporter.js'
import { visible } from '../reporters/visible.js'

type Audited = Extract<AuditResult, { ok: true }>

/** One finding with the claims of both sides, the whole value that proves it, and the other endpoints of its cause. */
export function findingText(finding: Finding, audited: Audited, paint: Paint, context: ReporterContext): string[] {
  const { width } = context
  const claim = differenceOf(finding, audited)
  const others = audited.report.findings.filter(({ cause, id }) => cause === finding.cause && id !== finding.id)
  return [
    `${paint.strong(visible(`${finding.method} ${finding.path}`))}  ${paint.faint(finding.id)}`,
    '',
    ...causeInFull({ finding, findings: [finding] }, paint, context),
    ...(claim
      ? [
          '',
          ...labelled('the document says  ', visible(claim.spec.says), 4, width),
          ...labelled('the code says      ', visible(claim.code.says), 4, width),
        ]
      : []),
    ...(finding.proof ? ['', `    ${proofWords(finding, finding.proof)}:`, '', ...jsonLines(finding.proof.value)] : []),
    ...(others.length === 0
      ? []
      : [
          '',
          '    The same cause stands behind',
          ...others.map(({ method, path }) => `      ${visible(`${method} ${path}`)}`),
        ]),
  ]
}

const jsonLines = (value: unknown): string[] =>
  JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `      ${visible(line)}`)

function differenceOf(finding: Finding, { details }: Audited): Difference | undefined {
  for (const pair of details.pairs) {
    if (pair.kind !== 'matched' || ![pair.spec.path, pair.code.path].includes(finding.path)) continue
    if (![pair.spec.method, pair.code.method].some((method) => method === finding.method)) continue
    const found = pair.differences.find(
      ({ part, status, mediaType, pointer, aspect }) =>
        part === finding.part &&
        status === finding.status &&
        mediaType === finding.mediaType &&
        pointer === finding.pointer &&
        finding.rule.includes(aspect),
    )
    if (found) return found
  }
  return undefined
}
