import type { AuditResult } from '../../model/audit-result.js'
import type { Difference } from '../../model/difference.js'
import { endpointName } from '../../model/endpoint-name.js'
import type { Finding } from '../../model/finding.js'
import type { Rule } from '../../model/rule.js'
import { causeHead } from '../../reporters/pretty/cause-lines.js'
import { justify, labelled } from '../../reporters/pretty/layout.js'
import type { Paint } from '../../reporters/pretty/paint.js'
import { proofWords } from '../../reporters/pretty/proof.js'
import { count, duration } from '../../reporters/pretty/words.js'
import type { ReporterContext } from '../../reporters/reporter.js'
import { visible } from '../../reporters/visible.js'
import { differenceOf } from './difference.js'
import { stepsOf } from './marked-line.js'
import { markedText } from './marked-text.js'
import { schemaLines } from './schema-lines.js'
import { valueLines } from './value-lines.js'

type Audited = Extract<AuditResult, { ok: true }>

/**
 * One finding in full: the places with their text, the whole value that proves it, both schemas along the way to the
 * element, the rule's words, the price, and the other endpoints of its cause.
 */
export function findingText(
  finding: Finding,
  audited: Audited,
  rule: Rule | undefined,
  paint: Paint,
  context: ReporterContext,
): string[] {
  const { width } = context
  const difference = differenceOf(finding, audited.details)
  const others = audited.report.findings.filter(({ cause, id }) => cause === finding.cause && id !== finding.id)
  const row = (label: string, text: string) =>
    labelled(label.padEnd(10), text, 4, width).map((line, index) =>
      index === 0 ? line.replace(label, label === 'fix' ? paint.good(label) : paint.faint(label)) : line,
    )
  const hours = audited.report.summary.cost.constants.hoursPerDay ?? 8
  const shared = others.length === 0 ? '' : `; one mending is behind all ${count(others.length + 1, 'finding')}`
  return [
    paint.strong(visible(titleOf(finding))),
    '',
    ...causeHead({ finding, findings: [finding] }, paint, context),
    ...proofText(finding, paint, width),
    ...(difference ? sidesText(finding, difference, audited, paint, width) : []),
    '',
    ...(rule ? row('why', rule.why) : []),
    ...row('fix', visible(finding.fix)),
    ...row('minutes', `about ${duration(finding.minutes, hours)} to mend${shared}`),
    ...row('id', finding.id),
    ...(others.length === 0
      ? []
      : [
          '',
          `    ${paint.faint('The same cause stands behind')}`,
          ...others.map(({ id, method, path, spec }) => {
            const place = method === '' && spec !== null ? `${spec.file}:${spec.line}:${spec.column}` : ''
            return justify(`      ${visible(`${method} ${path}${place}`).trim()}`, paint.faint(id.slice(0, 8)), width)
          }),
        ]),
  ]
}

function titleOf(finding: Finding): string {
  if (finding.path !== '') return endpointName(finding)
  return finding.project === undefined ? 'The document itself' : `${finding.project}: the document itself`
}

function proofText(finding: Finding, paint: Paint, width: number): string[] {
  if (finding.proof === null) return []
  const lines = valueLines(finding.proof.value, stepsInside(finding))
  return [
    '',
    `    ${paint.strong('Proof')}: ${proofWords(finding, finding.proof)}`,
    '',
    ...markedText(lines, '//', paint, paint.severity[finding.severity], { width, cut: false }),
  ]
}

function sidesText(
  finding: Finding,
  difference: Difference,
  { details }: Audited,
  paint: Paint,
  width: number,
): string[] {
  const side = (title: string, name: 'spec' | 'code') => {
    const schema = difference.between[name]
    const at = schema.at ?? difference[name].at ?? finding[name]
    const place = at === null ? '' : paint.place(visible(`${at.file}:${at.line}:${at.column}`))
    const lines = schemaLines(schema, details[name].schemas, stepsInside(finding))
    return [
      '',
      ...labelled(`${title}  `, visible(difference[name].says), 4, width).map((line, index) =>
        index === 0 ? line.replace(title, paint.strong(title)) : line,
      ),
      ...(place === '' ? [] : [`    ${place}`]),
      '',
      ...markedText(lines, '#', paint, paint.severity[finding.severity], { width, cut: true }),
    ]
  }
  return [...side('The document says', 'spec'), ...side('The code says', 'code')]
}

/** The way inside the value: the pointer of a parameter or a header starts with its name. */
function stepsInside({ part, mediaType, pointer }: Finding): readonly string[] {
  const isBody = part === 'request' || (part === 'response' && mediaType !== null)
  return isBody ? stepsOf(pointer) : stepsOf(pointer).slice(1)
}
