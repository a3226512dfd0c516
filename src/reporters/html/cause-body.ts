import type { Finding } from '../../model/finding.js'
import type { Cause } from '../pretty/cause.js'
import { markedJson } from '../pretty/json-line.js'
import { proofWords } from '../pretty/proof.js'
import { count, duration } from '../pretty/words.js'
import { codeFrame } from './code-frame.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** A value beyond this is for the JSON report. */
const longestProof = 2_000

/** Both places, the proof, the fix, the price, and since when. */
export function causeBody({ finding, findings }: Cause, view: View): Markup {
  const minutes = findings.reduce((sum, each) => sum + each.minutes, 0)
  const reach = findings.length > 1 ? ` for ${count(findings.length, 'finding')}` : ''
  return html`<div class="body"><div class="frames">${codeFrame('Document', finding.spec, view)}${codeFrame('Code', finding.code, view)}</div>
${proof(finding)}<p class="fix"><b>Fix</b> ${finding.fix}</p>${age(finding, view)}<p class="faint">about ${duration(minutes, view.hoursPerDay)}${reach} · id <code>${finding.id.slice(0, 8)}</code></p></div>`
}

function proof(finding: Finding): Markup | null {
  if (finding.proof === null) return null
  const pointer = ['request', 'response'].includes(finding.part) ? finding.pointer : ''
  const { text, mark, missing } = markedJson(finding.proof.value, pointer)
  const [from, to] = mark ?? [0, 0]
  const value =
    text.length > longestProof
      ? html`${text.slice(0, longestProof)}…`
      : html`${text.slice(0, from)}${mark === null ? null : html`<mark>${text.slice(from, to)}</mark>`}${text.slice(to)}`
  const lacks = missing === undefined ? null : html` <span class="faint">no ${JSON.stringify(missing)}</span>`
  return html`<div class="proof"><b>Proof</b> ${proofWords(finding, finding.proof)}<pre>${value}${lacks}</pre></div>`
}

function age(finding: Finding, { originOf }: View): Markup | null {
  const origin = originOf(finding)
  if (origin === undefined) return null
  const { since, subject, known, days } = origin
  const stood = days === 0 ? 'came with the last commit' : `has stood for ${count(days, 'day')}`
  if (known === 'before') return html`<p class="age"><b>Since</b> before ${since.date}, when this record begins</p>`
  const who = known === 'commit' ? 'brought by' : 'first seen at'
  return html`<p class="age"><b>Since</b> ${since.date}: ${stood}, ${who} <code>${since.commit.slice(0, 7)}</code> ${subject}</p>`
}
