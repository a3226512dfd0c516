import { duration, percent } from '../pretty/words.js'
import { html, type Markup } from './markup.js'
import type { View } from './view.js'

/** Where several projects were audited: what each comes to. */
export function projectsSection({ report, hoursPerDay }: View): Markup | null {
  if (report.projects === undefined) return null
  const rows = report.projects.map(({ name, spec, summary }) => {
    const { findings, endpoints, coverage, cost } = summary
    return html`<tr><td><b class="project">${name}</b><small>${spec.map(({ file }) => file).join(', ')}</small></td><td class="num">${endpoints.matched} of ${endpoints.documented}</td><td class="num">${findings.error}</td><td class="num">${findings.warning}</td><td class="num">${findings.info}</td><td class="num">${percent(coverage.verified, coverage.elements)}</td><td class="num">${cost.mending === 0 ? '–' : duration(cost.mending, hoursPerDay)}</td></tr>
`
  })
  return html`<section><h2>Projects</h2><div class="scroll"><table><thead><tr><th>Project</th><th class="num">Matched</th><th class="num">Errors</th><th class="num">Warnings</th><th class="num">Notes</th><th class="num">Verified</th><th class="num">To mend</th></tr></thead><tbody>
${rows}</tbody></table></div></section>`
}
