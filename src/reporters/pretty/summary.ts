import type { EndpointUnverifiable, Report } from '../../model/report.js'
import { visible } from '../visible.js'
import { columns, labelled, truncate } from './layout.js'
import type { Paint } from './paint.js'
import { count, duration, percent } from './words.js'

const reasonsShown = 3
/** So many causes are seen at a glance. */
const manyCauses = 10

/** What was compared, how sure that is, and what it costs. */
export function summaryLines(report: Report, paint: Paint, width: number): string[] {
  const { endpoints, coverage, cost } = report.summary
  const hours = cost.constants.hoursPerDay ?? 8
  const parts = [
    `${endpoints.documented} documented`,
    `${endpoints.served} served`,
    `${endpoints.matched} matched`,
    ...(endpoints.undocumented > 0 ? [`${endpoints.undocumented} undocumented`] : []),
    ...(endpoints.unimplemented > 0 ? [`${endpoints.unimplemented} not served`] : []),
    ...(endpoints.ignored > 0 ? [`${endpoints.ignored} ignored`] : []),
  ]
  const share = percent(coverage.verified, coverage.elements)
  const sure = [
    coverage.elements === 0
      ? 'the document describes no element in enough detail to be verified'
      : `${coverage.verified} of ${coverage.elements} documented elements verified (${share})`,
    ...(coverage.drifted > 0 ? [`${coverage.drifted} drifted`] : []),
    ...(coverage.unverifiable > 0 ? [`${coverage.unverifiable} could not be told`] : []),
  ]
  const debt = percent(cost.debtRatio, 1)
  const bill = [
    `${count(Math.round(cost.points), 'documentation point')}, about ${duration(cost.creation.expected, hours)} to write`,
    `about ${duration(cost.mending, hours)} to mend (debt ${debt}, grade ${cost.grade})`,
  ]
  return [
    ...(report.summary.causes > manyCauses ? row('rules', rulesOf(report), paint, width) : []),
    ...row('endpoints', parts.join(', '), paint, width),
    ...row('coverage', sure.join(', '), paint, width),
    ...reasonLines(report.unverifiable, paint, width),
    ...row('cost', bill.join('; '), paint, width),
  ]
}

/** How many findings of which rule, the most frequent first: what a long list has in common. */
function rulesOf({ findings }: Report): string {
  const amounts = new Map<string, number>()
  for (const { rule } of findings) amounts.set(rule, (amounts.get(rule) ?? 0) + 1)
  const ranked = [...amounts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return ranked.map(([rule, amount]) => `${amount} ${rule}`).join(', ')
}

function row(label: string, text: string, paint: Paint, width: number): string[] {
  return labelled(label.padEnd(11), text, 2, width).map((line, index) =>
    index === 0 ? line.replace(label, paint.faint(label)) : line,
  )
}

/** Why elements could not be told, the most frequent reasons first. */
function reasonLines(unverifiable: readonly EndpointUnverifiable[], paint: Paint, width: number): string[] {
  const amounts = new Map<string, number>()
  for (const { reason } of unverifiable) amounts.set(reason, (amounts.get(reason) ?? 0) + 1)
  const ranked = [...amounts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const rest = ranked.slice(reasonsShown)
  const others = rest.reduce((sum, [, amount]) => sum + amount, 0)
  return [
    ...ranked.slice(0, reasonsShown),
    ...(rest.length > 0 ? [[`for ${count(rest.length, 'other reason')}`, others] as const] : []),
  ].flatMap(([reason, amount], index) => {
    const label = `${(index === 0 ? 'unknown' : '').padEnd(11)}${String(amount).padStart(3)}  `
    return labelled(label, sentence(visible(reason), width - columns(label) - 2), 2, width).map((line) =>
      paint.faint(line),
    )
  })
}

/** A reason that fits a line; what stands in its brackets at the end is given up first. */
function sentence(reason: string, width: number): string {
  if (columns(reason) <= width) return reason
  return truncate(reason.replace(/\s*\([^()]*\)$/, ''), width)
}
