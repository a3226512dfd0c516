import type { Report } from '../../model/report.js'
import type { Paint } from './paint.js'
import { count } from './words.js'

/** What was left out of a report that tells only what is new, and thanks for what was mended. */
export function sinceLines({ since }: Report, paint: Paint): string[] {
  if (since === undefined) return []
  return [
    ...(since.mended > 0 ? [paint.good(`✔ ${count(since.mended, 'finding')} mended: thank you`)] : []),
    ...(since.standing > 0 ? [paint.faint(`  ${count(since.standing, 'finding')} from before not shown`)] : []),
  ]
}
