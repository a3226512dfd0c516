import { endpointName } from '../../model/endpoint-name.js'
import { count, countSeverities, duration, percent } from '../pretty/words.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** What a hurried reader takes away: one sentence, then four figures. */
export function headline({ report, hoursPerDay, weekly }: View): Markup {
  const { summary, findings, since } = report
  const { endpoints, coverage, cost } = summary
  // Notes are no disagreement: the document could say more.
  const drift = findings.filter(({ severity }) => severity !== 'info')
  const drifting = new Set(drift.flatMap((finding) => (finding.path === '' ? [] : [endpointName(finding)]))).size
  const reasons = new Set(drift.map(({ cause }) => cause)).size
  const fresh = since === undefined ? '' : 'new '
  const said =
    drift.length === 0
      ? html`No ${fresh}drift: the document and the code agree wherever they could be compared.`
      : drifting === 0
        ? html`The document itself has <em>${count(reasons, `${fresh}fault`)}</em>.`
        : html`The document and the code disagree about <em>${count(drifting, 'endpoint')}</em>, for ${count(reasons, `${fresh}reason`)}.`
  const price =
    findings.length === 0
      ? ''
      : `${countSeverities(findings)}. Mending all of it takes about ${duration(cost.mending, hoursPerDay)}. `
  const known = `${percent(coverage.verified, coverage.elements)} of what the document says could be verified.`
  const left =
    since === undefined
      ? null
      : html`<p class="faint">${count(since.standing, 'finding')} from before (${since.name}) not shown; ${since.mended} mended.</p>`
  const money = cost.money === undefined ? '' : ` · ${cost.money.currency} ${Math.round(cost.money.mending)}`
  const day =
    weekly === undefined
      ? null
      : html`<p class="faint">As of ${weekly.now.date}, commit ${weekly.now.commit.slice(0, 7)}</p>`
  return html`<section class="hero">${day}<h1>${said}</h1><p class="lead">${price}${known}</p>${left}
<dl class="tiles">
${tile('Endpoints', `${endpoints.matched} of ${endpoints.documented}`, `documented ones are served; ${endpoints.undocumented} more are not documented`)}
${tile('Verified', percent(coverage.verified, coverage.elements), `${coverage.verified} of ${coverage.elements} elements; ${coverage.drifted} drifted, ${coverage.unverifiable} cannot be told`)}
${tile('To mend', `${duration(cost.mending, hoursPerDay)}${money}`, `debt ${percent(cost.debtRatio, 1)} of the cost of writing, grade ${cost.grade}`)}
${tile('Upkeep a year', duration(cost.upkeep.expected, hoursPerDay), `${duration(cost.upkeep.low, hoursPerDay)} to ${duration(cost.upkeep.high, hoursPerDay)}${cost.unknown === undefined ? '' : '; prior only'}`)}
</dl></section>`
}

const tile = (name: string, figure: string, words: string): Markup =>
  html`<div class="tile"><dt>${name}</dt><dd><strong>${figure}</strong><span>${words}</span></dd></div>`
