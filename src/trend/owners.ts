import type { Finding } from '../model/finding.js'
import type { OwnerShare } from '../model/weekly.js'
import type { Owners } from './codeowners.js'

/**
 * What the findings come to for each owner, dearest first. A finding belongs to whoever owns the code that shows it, else the
 * document.
 * In: where the project lies in its repository, as a prefix of its paths.
 */
export function sharesOf(findings: readonly Finding[], owners: Owners, prefix: string): readonly OwnerShare[] {
  const shares = new Map<string, OwnerShare>()
  for (const { code, spec, severity, minutes } of findings) {
    const file = (code ?? spec)?.file
    const names = file === undefined ? [] : owners(`${prefix}${file}`)
    const key = names.join(' ')
    const before = shares.get(key) ?? { owners: names, findings: { error: 0, warning: 0, info: 0 }, minutes: 0 }
    shares.set(key, {
      owners: names,
      findings: { ...before.findings, [severity]: before.findings[severity] + 1 },
      minutes: Math.round((before.minutes + minutes) * 100) / 100,
    })
  }
  return [...shares.values()].sort(
    (a, b) => b.minutes - a.minutes || (a.owners.join(' ') < b.owners.join(' ') ? -1 : 1),
  )
}
