import { endpointName } from '../../model/endpoint-name.js'
import type { AgeBand, Brought, FindingBrief, OwnerShare, Weekly } from '../../model/weekly.js'
import { ageName, count, duration, marks } from '../pretty/words.js'
import { html, type Markup } from './markup.js'
import { trendChart } from './trend-chart.js'
import type { View } from './view.js'

const listed = 40

/** What came, what went and what stayed since the report before, the trend, and who owns what is left. */
export function weeklySection({ weekly, report, hoursPerDay }: View): Markup | null {
  if (weekly === undefined) return null
  const fresh = new Set(weekly.fresh)
  const came = report.findings.filter(({ id }) => fresh.has(id))
  return html`<section><h2>${weekly.before === null ? 'The first report' : `Since ${weekly.before.date}`}</h2>
${weekly.before === null ? null : html`<ul class="delta"><li class="came"><strong>${weekly.fresh.length}</strong> new</li><li class="went"><strong>${weekly.mended.length}</strong> mended</li><li><strong>${weekly.stayed.length}</strong> stayed</li></ul>`}
${weekly.before === null ? null : list('New', came, severityMark)}${list('Mended', weekly.mended, mendedMark)}
${weekly.points.length > 1 ? html`<h3>Trend</h3>${trendChart(weekly.points)}` : null}${gaps(weekly)}${owners(weekly.owners, hoursPerDay)}${broughtTable(weekly.brought, hoursPerDay)}${agesTable(weekly.ages, hoursPerDay)}</section>`
}

type Listed = Pick<FindingBrief, 'severity' | 'project' | 'method' | 'path' | 'message'>

const severityMark = ({ severity }: Listed): Markup =>
  html`<span class="${severity}"><span class="mark">${marks[severity]}</span></span>`
const mendedMark = (): Markup => html`<span class="done">✔</span>`

function list(title: string, findings: readonly Listed[], mark: (finding: Listed) => Markup): Markup | null {
  if (findings.length === 0) return null
  const more = findings.length - listed
  const rows = findings.slice(0, listed).map((finding) => {
    const { path, message } = finding
    return html`<li>${mark(finding)} ${path === '' ? null : html`<code>${endpointName(finding)}</code> `}${message}</li>`
  })
  return html`<details class="list"${findings.length <= 8 ? html` open` : null}><summary>${title}</summary><ul>${rows}${more > 0 ? html`<li>and ${more} more</li>` : null}</ul></details>`
}

function gaps({ gaps: all }: Weekly): Markup | null {
  if (all.length === 0) return null
  return html`<p class="faint">${count(all.length, 'commit')} could not be audited: ${all.map(({ date, reason }) => `${date} (${reason})`).join('; ')}</p>`
}

function owners(shares: readonly OwnerShare[] | undefined, hoursPerDay: number): Markup | null {
  if (shares === undefined || shares.length === 0) return null
  const rows = shares.map(
    ({ owners: names, findings, minutes }) =>
      html`<tr><td>${names.length === 0 ? 'nobody' : names.join(', ')}</td><td class="num">${findings.error}</td><td class="num">${findings.warning}</td><td class="num">${findings.info}</td><td class="num">${duration(minutes, hoursPerDay)}</td></tr>`,
  )
  return html`<h3>By owner</h3><div class="scroll"><table><thead><tr><th>Owner</th><th class="num">Errors</th><th class="num">Warnings</th><th class="num">Notes</th><th class="num">To mend</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

const commitsShown = 10

function broughtTable(commits: readonly Brought[], hoursPerDay: number): Markup | null {
  if (commits.length === 0) return null
  const rows = commits
    .slice(0, commitsShown)
    .map(
      ({ since, subject, findings, minutes }) =>
        html`<tr><td>${since.date}</td><td><code>${since.commit.slice(0, 7)}</code> ${subject}</td><td class="num">${findings}</td><td class="num">${duration(minutes, hoursPerDay)}</td></tr>`,
    )
  return html`<h3>Which commits brought what still stands</h3><div class="scroll"><table><thead><tr><th>Since</th><th>Commit</th><th class="num">Findings</th><th class="num">To mend</th></tr></thead><tbody>${rows}</tbody></table></div>`
}

function agesTable(ages: readonly AgeBand[], hoursPerDay: number): Markup | null {
  if (ages.length === 0) return null
  const rows = ages.map(
    ({ from, until, findings, minutes }) =>
      html`<tr><td>${ageName(from, until)}</td><td class="num">${findings}</td><td class="num">${duration(minutes, hoursPerDay)}</td></tr>`,
  )
  return html`<h3>How long it has stood</h3><div class="scroll"><table><thead><tr><th>Age</th><th class="num">Findings</th><th class="num">To mend</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
