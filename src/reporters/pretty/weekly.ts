import { endpointName } from '../../model/endpoint-name.js'
import type { Report } from '../../model/report.js'
import type { FindingBrief, Weekly } from '../../model/weekly.js'
import { visible } from '../visible.js'
import { justify, truncate } from './layout.js'
import type { Paint } from './paint.js'
import { ageName, count, duration, marks, percent } from './words.js'

const listed = 10
const dearest = 5

/** The report of a week, short enough for a terminal. */
export function weeklyText(report: Report, weekly: Weekly, paint: Paint, width: number): string {
  const hours = report.summary.cost.constants.hoursPerDay ?? 8
  const fresh = new Set(weekly.fresh)
  const came = weekly.before === null ? [] : report.findings.filter(({ id }) => fresh.has(id))
  const ages = new Map(weekly.origins.map((origin) => [origin.id, origin]))
  const head =
    weekly.before === null
      ? paint.strong(`${count(report.findings.length, 'finding')} at ${weekly.now.date}; nothing to compare with yet`)
      : paint.strong(
          `Since ${weekly.before.date}: ${weekly.fresh.length} new, ${weekly.mended.length} mended, ${weekly.stayed.length} stayed`,
        )
  const rows = (title: string, findings: readonly FindingBrief[], mark: (finding: FindingBrief) => string) => {
    if (findings.length === 0) return []
    const more = findings.length - listed
    return [
      '',
      paint.faint(title),
      ...findings.slice(0, listed).map((finding) => `  ${mark(finding)} ${truncate(told(finding), width - 4)}`),
      ...(more > 0 ? [paint.faint(`  and ${more} more`)] : []),
    ]
  }
  const owners = (weekly.owners ?? []).map(({ owners: names, findings, minutes }) =>
    justify(
      `  ${names.length === 0 ? 'nobody' : visible(names.join(', '))}`,
      `${count(findings.error, 'error')}, ${duration(minutes, hours)} to mend`,
      width,
    ),
  )
  const costly = [...report.endpoints]
    .filter(({ cost }) => cost.mending > 0)
    .sort((a, b) => b.cost.mending - a.cost.mending || (a.path < b.path ? -1 : 1))
    .slice(0, dearest)
    .map((endpoint) => {
      const { cost } = endpoint
      const price = `${duration(cost.mending, hours)} to mend, ${duration(cost.upkeep.expected, hours)} a year`
      return justify(`  ${truncate(visible(endpointName(endpoint)), width - price.length - 4)}`, price, width)
    })
  const brought = weekly.brought.slice(0, dearest).map(({ since, subject, findings, minutes }) => {
    const price = `${count(findings, 'finding')}, ${duration(minutes, hours)}`
    const words = `  ${since.date} ${since.commit.slice(0, 7)} ${visible(subject)}`
    return justify(truncate(words, width - price.length - 2), price, width)
  })
  const standing = weekly.ages.map(({ from, until, findings, minutes }) =>
    justify(`  ${ageName(from, until)}`, `${count(findings, 'finding')}, ${duration(minutes, hours)} to mend`, width),
  )
  const oldest = Math.max(0, ...report.findings.map(({ id }) => ages.get(id)?.days ?? 0))
  return `${[
    head,
    ...rows('New', came, ({ severity }) => paint.severity[severity](marks[severity])),
    ...rows('Mended', weekly.mended, () => paint.good('✔')),
    ...section('Trend', weekly.points.length > 1 ? trendLines(weekly) : [], paint),
    ...section('Dearest endpoints', costly, paint),
    ...section('Brought by', brought, paint),
    ...section('Has stood for', standing, paint),
    ...section('Owners', owners, paint),
    ...(oldest > 0 ? ['', paint.faint(`The oldest drift has stood for ${count(oldest, 'day')} or more.`)] : []),
  ].join('\n')}\n`
}

const section = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : ['', paint.faint(title), ...lines]

const told = (finding: FindingBrief): string =>
  visible(finding.path === '' ? finding.message : `${endpointName(finding)}: ${finding.message}`)

function trendLines({ points, gaps }: Weekly): readonly string[] {
  const lines = points.map(({ date, findings, coverage }) => {
    const verified = percent(coverage.verified, coverage.elements)
    return `  ${date}  ${count(findings.error, 'error').padEnd(11)} ${count(findings.warning, 'warning').padEnd(13)} ${verified.padStart(5)} verified`
  })
  return [...lines, ...gaps.map(({ date, reason }) => `  ${date}  could not be audited: ${visible(reason)}`)]
}
