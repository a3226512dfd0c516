import type { Finding } from '../../model/finding.js'
import type { ProjectReport } from '../../model/report.js'
import { visible } from '../visible.js'
import { columns, justify } from './layout.js'
import type { Paint } from './paint.js'
import { count, countSeverities, marks, percent } from './words.js'

/** `━━ billing ━━━━━ 2 errors ━━`: what follows is of one project. */
export function projectHeading(name: string, findings: readonly Finding[], paint: Paint, width: number): string {
  const [title, right] = [visible(name), countSeverities(findings)]
  const gap = width - columns(title) - columns(right) - 8
  const line = paint.faint('━━')
  if (gap < 1) return `${line} ${paint.strong(title)}`
  return `${line} ${paint.strong(title)} ${paint.faint('━'.repeat(gap))} ${right} ${line}`
}

/** Each project on one line: how it stands, and how much of it was compared. */
export function projectLines(projects: readonly ProjectReport[], paint: Paint, width: number): string[] {
  return projects.map(({ name, summary: { findings, endpoints, coverage } }) => {
    const worst = findings.error > 0 ? 'error' : findings.warning > 0 ? 'warning' : null
    const mark = worst === null ? paint.good('✔') : paint.severity[worst](marks[worst])
    const told = [
      ...(findings.error > 0 ? [count(findings.error, 'error')] : []),
      ...(findings.warning > 0 ? [count(findings.warning, 'warning')] : []),
      ...(findings.info > 0 ? [count(findings.info, 'note')] : []),
    ]
    const compared = `${endpoints.matched} of ${endpoints.documented} matched, ${percent(coverage.verified, coverage.elements)} verified`
    const left = `  ${mark} ${paint.strong(visible(name))}${told.length > 0 ? `  ${told.join(', ')}` : ''}`
    return justify(left, paint.faint(compared), width)
  })
}
