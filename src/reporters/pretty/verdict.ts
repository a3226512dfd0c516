import type { Report } from '../../model/report.js'
import { visible } from '../visible.js'
import type { Paint } from './paint.js'
import { count, duration } from './words.js'

/** The one line that a hurried reader needs. */
export function verdict({ summary, since }: Report, paint: Paint): string {
  const { error, warning, info } = summary.findings
  if (error + warning + info === 0) {
    if (since !== undefined) return paint.good(`✔ No new drift since ${visible(since.name)}`)
    return paint.good(`✔ No drift found in ${count(summary.endpoints.matched, 'matched endpoint')}`)
  }
  const told = [
    ...(error > 0 ? [paint.severity.error(`✖ ${count(error, 'error')}`)] : []),
    ...(warning > 0 ? [paint.severity.warning(`▲ ${count(warning, 'warning')}`)] : []),
    ...(info > 0 ? [paint.severity.info(`● ${count(info, 'note')}`)] : []),
  ].join('  ')
  if (since !== undefined) return `${paint.strong(told)}  ${paint.faint(`new since ${visible(since.name)}`)}`
  const causes = `${count(summary.causes, 'cause')}, about ${duration(summary.cost.mending, summary.cost.constants.hoursPerDay ?? 8)} to mend`
  return `${paint.strong(told)}  ${paint.faint(`from ${causes}`)}`
}
