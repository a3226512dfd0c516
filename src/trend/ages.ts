import type { Finding } from '../model/finding.js'
import type { AgeBand, Origin } from '../model/weekly.js'

/** A week, a month, a quarter, and what is older. */
const bands = [
  [0, 7],
  [8, 31],
  [32, 92],
  [93, null],
] as const

/** What the findings come to by how long they have stood; an age that none has is left out. */
export function agesOf(origins: readonly Origin[], findings: readonly Finding[]): readonly AgeBand[] {
  const minutes = new Map(findings.map((finding) => [finding.id, finding.minutes]))
  return bands.flatMap(([from, until]): readonly AgeBand[] => {
    const here = origins.filter(({ days }) => days >= from && (until === null || days <= until))
    const sum = here.reduce((total, { id }) => total + (minutes.get(id) ?? 0), 0)
    return here.length === 0 ? [] : [{ from, until, findings: here.length, minutes: Math.round(sum * 100) / 100 }]
  })
}
