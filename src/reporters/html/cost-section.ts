import { scaleLinear } from 'd3-scale'
import type { EndpointReport } from '../../model/report.js'
import { duration } from '../pretty/words.js'
import { breakable, html, type Markup } from './markup.js'
import type { View } from './view.js'

const shown = 15

/** Bars of the endpoints that cost most: what mending takes today, and below it what upkeep takes in a year. */
export function costSection({ report, hoursPerDay }: View): Markup | null {
  const costly = report.endpoints
    .filter(({ cost }) => weight({ cost }) > 0)
    .sort((a, b) => weight(b) - weight(a) || byName(a, b))
  if (costly.length === 0) return null
  const top = costly.slice(0, shown)
  const longest = Math.max(...top.flatMap(({ cost }) => [cost.mending, cost.upkeep.expected]))
  const width = scaleLinear([0, longest], [0, 100])
  const bar = (kind: string, minutes: number): Markup =>
    html`<svg class="bar ${kind}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><rect width="${width(minutes).toFixed(2)}" height="8"/></svg>`
  const rows = top.map(
    ({
      project,
      method,
      path,
      cost,
    }) => html`<li><span class="name">${project === undefined ? null : html`<b class="project">${project}</b> `}<b class="method">${method}</b> <span class="path">${breakable(path)}</span></span>
<span class="pair">${bar('mend', cost.mending)}${bar('keep', cost.upkeep.expected)}</span><span class="cost">${duration(cost.mending, hoursPerDay)}<small>${duration(cost.upkeep.expected, hoursPerDay)} a year</small></span></li>`,
  )
  const all = costly.reduce((sum, { cost }) => sum + cost.mending, 0)
  const here = top.reduce((sum, { cost }) => sum + cost.mending, 0)
  const share = all === 0 ? '' : ` They make up ${Math.round((here / all) * 100)} % of what mending takes.`
  return html`<section><h2>Where the time goes</h2>
<p class="faint">The ${top.length} dearest of ${report.endpoints.length} endpoints.${share} <span class="key mend">to mend today</span> <span class="key keep">upkeep in a year</span></p>
<ol class="bars">${rows}</ol></section>`
}

const weight = ({ cost }: Pick<EndpointReport, 'cost'>): number => cost.mending + cost.upkeep.expected
const byName = (a: EndpointReport, b: EndpointReport): number =>
  `${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1
