import { explainCost } from '../../cost/explain.js'
import { pointsInParts } from '../../cost/points.js'
import type { AuditResult } from '../../model/audit-result.js'
import type { CostFigure, CostTerm } from '../../model/cost-explanation.js'
import { endpointName } from '../../model/endpoint-name.js'
import type { EndpointReport } from '../../model/report.js'
import { columns, wrap } from '../../reporters/pretty/layout.js'
import type { Paint } from '../../reporters/pretty/paint.js'
import { visible } from '../../reporters/visible.js'
import { sidesOf } from '../explain/endpoint.js'
import { narrowed } from '../projects/narrowed.js'
import { span, twoDigits } from './words.js'

type Audited = Extract<AuditResult, { ok: true }>

/** Every term of an endpoint's figures. The points are those of the document, or of the code where it does not say anything. */
export function figuresOf(endpoint: EndpointReport, whole: Audited): readonly CostFigure[] {
  const audited = narrowed(whole, endpoint.project)
  const { report, details } = audited
  const { spec, code } = sidesOf(endpoint, audited)
  const points =
    (spec && pointsInParts(details.spec).get(spec)) ?? (code && pointsInParts(details.code).get(code)) ?? nothing
  const findings = report.findings.filter(({ method, path }) => method === endpoint.method && path === endpoint.path)
  return explainCost({ cost: endpoint.cost, points, findings, summary: report.summary.cost })
}

const nothing = { parameters: 0, responses: 0, properties: 0, shared: [] }

const names: Readonly<Record<CostFigure['figure'], string>> = {
  points: 'documentation points',
  creation: 'to write it',
  upkeep: 'to keep it in step',
  mending: "to mend today's drift",
}

/** The figures with their formulas and terms, for a terminal. */
export function explanationText(
  endpoint: EndpointReport,
  figures: readonly CostFigure[],
  paint: Paint,
  width: number,
): string[] {
  const title = `${paint.strong(visible(endpointName(endpoint)))}  ${paint.faint(endpoint.state)}`
  return [title, ...figures.flatMap((figure) => ['', ...figureText(figure, paint, width)])]
}

function figureText({ figure, value, unit, formula, terms }: CostFigure, paint: Paint, width: number): string[] {
  const amount = typeof value === 'number' ? `${twoDigits(value)} ${unit}` : `${span(value)} ${unit}`
  const [wide, widest] = [columnOf(terms.map((term) => String(term.value))), columnOf(terms.map(unitOf))]
  return [
    `  ${paint.strong(names[figure])}  ${paint.place(amount)}  ${paint.faint(`= ${formula}`)}`,
    ...terms.flatMap((term) => termText(term, wide, widest, paint, width)),
  ]
}

const columnOf = (texts: readonly string[]): number => Math.max(0, ...texts.map(columns))

const unitOf = ({ value, unit }: CostTerm): string => (value === 1 ? unit.replace(/^(\w+)s\b/, '$1') : unit)

function termText(term: CostTerm, wide: number, widest: number, paint: Paint, width: number): string[] {
  const left = 4 + wide + 1 + widest + 2
  const room = Math.max(24, width - left)
  const [said, source] = [visible(term.term), visible(term.source)]
  const head = `    ${String(term.value).padStart(wide)} ${unitOf(term).padEnd(widest)}  `
  if (columns(said) + 2 + columns(source) <= room) return [`${head}${said}  ${paint.faint(source)}`]
  const [first = '', ...others] = wrap(said, room)
  const below = [...others, ...wrap(source, room).map((line) => paint.faint(line))]
  return [head + first, ...below.map((line) => ' '.repeat(left) + line)]
}
