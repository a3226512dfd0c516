import type { Finding } from '../model/finding.js'
import type { Brought, Origin } from '../model/weekly.js'

/** The commits that brought what still stands, and what mending it takes: the dearest first. */
export function broughtBy(origins: readonly Origin[], findings: readonly Finding[]): readonly Brought[] {
  const minutes = new Map(findings.map((finding) => [finding.id, finding.minutes]))
  const commits = new Map<string, Brought>()
  for (const { id, since, subject, known } of origins) {
    if (known !== 'commit') continue
    const before = commits.get(since.commit) ?? { since, subject, findings: 0, minutes: 0 }
    const sum = Math.round((before.minutes + (minutes.get(id) ?? 0)) * 100) / 100
    commits.set(since.commit, { ...before, findings: before.findings + 1, minutes: sum })
  }
  return [...commits.values()].sort((a, b) => b.minutes - a.minutes || (a.since.commit < b.since.commit ? -1 : 1))
}
