import type { Severity } from '../model/finding.js'
import type { Told } from './element.js'
import { placesOf } from './place.js'

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What deserves a scarce place first: what stands in a changed file, then the worst, then the dearest to mend. */
export function byWeight(told: readonly Told[], changed?: ReadonlySet<string>): Told[] {
  const away = ({ finding }: Told): number =>
    changed?.has(placesOf(finding, changed).main?.file ?? '') === false ? 1 : 0
  return [...told].sort(
    (a, b) =>
      away(a) - away(b) ||
      ranks[a.finding.severity] - ranks[b.finding.severity] ||
      b.finding.minutes - a.finding.minutes ||
      (a.finding.id < b.finding.id ? -1 : 1),
  )
}
