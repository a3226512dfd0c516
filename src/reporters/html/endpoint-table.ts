import { endpointName } from '../../model/endpoint-name.js'
import type { EndpointReport } from '../../model/report.js'
import { placeText } from '../place.js'
import { duration } from '../pretty/words.js'
import { breakable, html, type Markup } from './markup.js'
import type { View } from './view.js'

const columns = [
  ['Endpoint', 'text', ''],
  ['State', 'text', ''],
  ['Errors', 'number', 'num'],
  ['Warnings', 'number', 'num'],
  ['Notes', 'number', 'num'],
  ['Verified', 'number', 'num'],
  ['To mend', 'number', 'num'],
  ['A year', 'number', 'num'],
] as const

/** Every endpoint on one row; the script sorts and filters what stands here already. */
export function endpointTable(view: View): Markup {
  const { report } = view
  const heads = columns.map(
    ([name, kind, style]) =>
      html`<th scope="col" class="${style}" data-kind="${kind}"><button type="button">${name}</button></th>`,
  )
  const states = [...new Set(report.endpoints.map(({ state }) => state))].sort()
  const sorted = [...report.endpoints].sort((a, b) => b.cost.mending - a.cost.mending || (a.path < b.path ? -1 : 1))
  return html`<section><h2>Endpoints</h2>
<div class="tools js" id="endpoint-tools"><input type="search" id="endpoint-search" placeholder="Filter by method or path" aria-label="Filter endpoints">
<select id="endpoint-state" aria-label="State"><option value="">every state</option>${states.map((state) => html`<option>${state}</option>`)}</select>
<label><input type="checkbox" id="endpoint-drift"> with drift only</label><output id="endpoint-count"></output></div>
<div class="scroll"><table id="endpoints"><thead><tr>${heads}</tr></thead><tbody>
${sorted.map((endpoint) => row(endpoint, view))}</tbody></table></div></section>`
}

function row(endpoint: EndpointReport, { amountsOf, hoursPerDay }: View): Markup {
  const { project, method, path, state, coverage, cost, code, spec } = endpoint
  const { error, warning, info } = amountsOf(endpoint)
  const place = code ?? spec
  const amount = (value: number, kind: string): Markup =>
    html`<td class="num ${value > 0 ? kind : 'none'}" data-value="${value}">${value}</td>`
  const share = coverage.elements === 0 ? -1 : coverage.verified / coverage.elements
  const verified = coverage.elements === 0 ? '–' : `${Math.floor(share * 100)} %`
  const of = project === undefined ? null : html`<b class="project">${project}</b> `
  const total = error + warning + info
  return html`<tr data-state="${state}" data-drift="${total}"><td data-value="${project === undefined ? '' : `${project} `}${path} ${method}">${of}<b class="method">${method}</b> ${
    total > 0
      ? html`<a class="path" href="#findings" data-find="${endpointName(endpoint)}">${breakable(path)}</a>`
      : html`<span class="path">${breakable(path)}</span>`
  }<small>${place === null ? '' : placeText(place)}</small></td><td data-value="${state}"><span class="state ${state}">${state}</span></td>${amount(error, 'error')}${amount(warning, 'warning')}${amount(info, 'info')}<td class="${share < 0 ? 'num none' : 'num'}" data-value="${share.toFixed(4)}">${verified}</td><td class="num" data-value="${cost.mending}">${cost.mending === 0 ? '–' : duration(cost.mending, hoursPerDay)}</td><td class="num" data-value="${cost.upkeep.expected}">${cost.upkeep.expected === 0 ? '–' : duration(cost.upkeep.expected, hoursPerDay)}</td></tr>
`
}
