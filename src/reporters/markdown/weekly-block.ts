import { endpointName } from '../../model/endpoint-name.js'
import type { Report } from '../../model/report.js'
import type { FindingBrief, Weekly } from '../../model/weekly.js'
import { truncate } from '../pretty/layout.js'
import { ageName, count, duration, marks, percent } from '../pretty/words.js'
import { code, plain } from './escape.js'

const listed = 15
const weeksShown = 12
const dearest = 10
const ownersShown = 30
/** The block has to leave room in a comment, whatever a commit or a document says. */
const longestText = 300
const short = (text: string): string => plain(truncate(text, longestText))

/** What came and what went, the trend, what costs most, who owns it and which commits brought it. */
export function weeklyBlock(weekly: Weekly, report: Report): string {
  const hours = report.summary.cost.constants.hoursPerDay ?? 8
  const fresh = new Set(weekly.fresh)
  const came = weekly.before === null ? [] : report.findings.filter(({ id }) => fresh.has(id))
  const { before, mended, stayed, owners: shares = [] } = weekly
  const costly = report.endpoints
    .filter(({ cost }) => cost.mending > 0)
    .sort((a, b) => b.cost.mending - a.cost.mending || (a.path < b.path ? -1 : 1))
    .slice(0, dearest)
  return [
    before === null
      ? `As of ${weekly.now.date}; the first report, so there is nothing to compare with.`
      : `Since ${before.date} (${before.commit.slice(0, 7)}): **${came.length} new**, **${mended.length} mended**, ${stayed.length} stayed.`,
    ...list('New', came, ({ severity }) => marks[severity]),
    ...list('Mended', mended, () => '✔'),
    ...table(
      'Trend',
      ['week to', 'errors', 'warnings', 'verified', 'to mend'],
      weekly.points.length < 2
        ? []
        : weekly.points.slice(-weeksShown).map(({ date, findings, coverage, mending }) => {
            const verified = percent(coverage.verified, coverage.elements)
            return [date, String(findings.error), String(findings.warning), verified, duration(mending, hours)]
          }),
    ),
    ...table(
      'What costs most',
      ['endpoint', 'to mend', 'upkeep a year'],
      costly.map((endpoint) => [
        short(endpointName(endpoint)),
        duration(endpoint.cost.mending, hours),
        duration(endpoint.cost.upkeep.expected, hours),
      ]),
    ),
    ...table(
      'By owner',
      ['owner', 'errors', 'warnings', 'to mend'],
      shares
        .slice(0, ownersShown)
        .map(({ owners, findings, minutes }) => [
          owners.length === 0 ? 'nobody' : short(owners.join(', ')),
          String(findings.error),
          String(findings.warning),
          duration(minutes, hours),
        ]),
    ),
    ...(shares.length > ownersShown ? [`and ${count(shares.length - ownersShown, 'more owner')}`] : []),
    ...table(
      'Brought by',
      ['since', 'commit', 'findings', 'to mend'],
      weekly.brought
        .slice(0, dearest)
        .map(({ since, subject, findings, minutes }) => [
          since.date,
          `${since.commit.slice(0, 7)} ${short(subject)}`,
          String(findings),
          duration(minutes, hours),
        ]),
    ),
    ...table(
      'Has stood for',
      ['age', 'findings', 'to mend'],
      weekly.ages.map(({ from, until, findings, minutes }) => [
        ageName(from, until),
        String(findings),
        duration(minutes, hours),
      ]),
    ),
    ...(weekly.gaps.length > 0 ? [`${count(weekly.gaps.length, 'week')} could not be audited.`] : []),
  ].join('\n\n')
}

function list(title: string, findings: readonly FindingBrief[], mark: (finding: FindingBrief) => string): string[] {
  if (findings.length === 0) return []
  const items = findings
    .slice(0, listed)
    .map(
      (finding) =>
        `- ${mark(finding)} ${finding.path === '' ? '' : `${code(truncate(endpointName(finding), longestText))} `}${short(finding.message)}`,
    )
  const more = findings.length - items.length
  return [`### ${title}`, [...items, ...(more > 0 ? [`- and ${more} more`] : [])].join('\n')]
}

function table(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [`### ${title}`, [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')]
}
