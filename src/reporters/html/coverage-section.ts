import { endpointName } from '../../model/endpoint-name.js'
import type { EndpointUnverifiable } from '../../model/report.js'
import { count, percent } from '../pretty/words.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

const listed = 60

/** How much of the document was verified, and why the rest could not be. */
export function coverageSection({ report }: View): Markup {
  const { elements, verified, drifted, unverifiable } = report.summary.coverage
  if (elements === 0)
    return html`<section><h2>Coverage</h2><p>The document describes no element in enough detail to be verified.</p></section>`
  const part = (value: number) => (value / elements) * 100
  const reasons = new Map<string, EndpointUnverifiable[]>()
  for (const each of report.unverifiable) reasons.set(each.reason, [...(reasons.get(each.reason) ?? []), each])
  const ranked = [...reasons].sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1))
  return html`<section><h2>Coverage</h2>
<svg class="stack" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label="${percent(verified, elements)} verified, ${percent(drifted, elements)} drifted, ${percent(unverifiable, elements)} cannot be told"><rect class="good" width="${part(verified).toFixed(2)}" height="6"/><rect class="bad" x="${part(verified).toFixed(2)}" width="${part(drifted).toFixed(2)}" height="6"/><rect class="dim" x="${part(verified + drifted).toFixed(2)}" width="${part(unverifiable).toFixed(2)}" height="6"/></svg>
<p><span class="key good">${verified} verified</span> <span class="key bad">${drifted} drifted</span> <span class="key dim">${unverifiable} cannot be told</span> of ${count(elements, 'documented element')}</p>
${ranked.length === 0 ? null : html`<h3>Why it cannot be told</h3>`}${ranked.map(([reason, all]) => reasonItem(reason, all))}</section>`
}

function reasonItem(reason: string, all: readonly EndpointUnverifiable[]): Markup {
  const rows = all
    .slice(0, listed)
    .map(
      ({ part, status, pointer, ...endpoint }) =>
        html`<li><code>${endpointName(endpoint)}</code> ${[part, status, pointer].filter(Boolean).join(' ')}</li>`,
    )
  const more = all.length - rows.length
  return html`<details class="reason"><summary><span class="num">${all.length}</span> <span>${reason}</span></summary><ul>${rows}${more > 0 ? html`<li>and ${more} more</li>` : null}</ul></details>`
}
