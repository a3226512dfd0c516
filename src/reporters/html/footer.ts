import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** Who wrote the page, from what, and what its estimates stand on. */
export function footer({ report }: View): Markup {
  const { cost } = report.summary
  const code = report.code
    .map((side) => ('document' in side ? side.document : `${side.project} (${side.adapters.join(', ')})`))
    .join(', ')
  const documents = report.spec.map(({ file, dialect }) => `${file} (${dialect})`).join(', ')
  const constants = Object.entries(cost.constants).map(
    ([name, value]) => html`<tr><td>${name}</td><td class="num">${value}</td></tr>`,
  )
  return html`<footer><p>${documents} against ${code}. Written by tattletype ${report.tool.version}.</p>
<details><summary>Estimates by cost model ${cost.model}</summary><p>Every minute on this page is an estimate; totals may be off by a factor of ${cost.constants.totalSpread ?? 3.2} either way.${cost.unknown === undefined ? '' : ` Upkeep stands on the prior alone: ${cost.unknown}.`}</p><table class="constants">${constants}</table></details></footer>`
}
