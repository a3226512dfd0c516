import type { Cause } from '../pretty/cause.js'
import { causesOf, sectionsOf } from '../pretty/sections.js'
import { elementName, marks, severities } from '../pretty/words.js'
import { causeBody } from './cause-body.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

const namesOf = { error: 'Errors', warning: 'Warnings', info: 'Notes' } as const

/** Every finding, one item for each cause, closed until it is asked for. */
export function findingsSection(view: View): Markup {
  const { findings } = view.report
  if (findings.length === 0)
    return html`<section id="findings"><h2>Findings</h2><p>There is nothing to mend.</p></section>`
  const sections = sectionsOf(causesOf(findings))
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort()
  const known = severities.filter((severity) => findings.some((finding) => finding.severity === severity))
  return html`<section id="findings"><h2>Findings</h2>
<div class="tools js"><input type="search" id="finding-search" placeholder="Filter by endpoint, element or words" aria-label="Filter findings">
<select id="finding-rule" aria-label="Rule"><option value="">every rule</option>${rules.map((rule) => html`<option>${rule}</option>`)}</select>
${known.map((severity) => html`<label class="${severity}"><input type="checkbox" data-severity="${severity}" checked> ${namesOf[severity]}</label>`)}
${view.weekly?.before ? html`<label><input type="checkbox" id="finding-fresh"> new only</label>` : null}
<output id="finding-count"></output></div>
${sections.map(
  ({
    project,
    endpoints,
    causes,
  }) => html`<div class="group"><h3>${heading(project, endpoints)}</h3>${causes.map((cause) => item(cause, view))}</div>
`,
)}<p class="faint" id="finding-none" hidden>No finding matches.</p></section>`
}

function heading(project: string | undefined, endpoints: readonly string[]): Markup {
  const of = project === undefined ? null : html`<b class="project">${project}</b>: `
  if (endpoints.length === 0) return html`${of}The document itself`
  const all = endpoints.map((endpoint) => html`<code>${endpoint}</code> `)
  if (endpoints.length <= 2) return html`${of}${all}`
  return html`${of}<details class="more"><summary>Shared by ${endpoints.length} endpoints</summary>${all}</details>`
}

function item(cause: Cause, view: View): Markup {
  const { finding, findings } = cause
  const { severity, rule, message } = finding
  const element = elementName(finding)
  const times = findings.length > 1 ? html` <span class="times">×${findings.length}</span>` : null
  const isFresh = findings.some(view.isFresh)
  return html`<details class="cause ${severity}" data-rule="${rule}" data-severity="${severity}"${isFresh ? html` data-fresh` : null}><summary><span class="mark" aria-label="${severity}">${marks[severity]}</span><span class="what"><span class="rule">${rule}</span>${element === '' ? null : html` <code>${element}</code>`}${times}${isFresh ? html` <span class="fresh">new</span>` : null}<span class="message">${message}</span></span></summary>
${causeBody(cause, view)}</details>`
}
