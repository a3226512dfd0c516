import type { UnpricedFinding } from '../model/cost.js'
import type { Location } from '../model/location.js'
import { digest } from './digest.js'
import type { Uncaused } from './uncaused.js'

/**
 * Gives findings that one text brings about the same cause, wherever they surface: a property of a schema that four
 * endpoints share, a middleware that two hundred run through, a habit of the document's authors. The cause is named after
 * its first member, so that it stays when lines move.
 */
export function shareCauses(findings: readonly Uncaused[]): readonly UnpricedFinding[] {
  const first = new Map<string, string>()
  for (const finding of findings) {
    const key = textOf(finding)
    const known = first.get(key)
    if (known === undefined || finding.id < known) first.set(key, finding.id)
  }
  return findings.map((finding) => ({ ...finding, cause: digest(['cause', first.get(textOf(finding)) ?? finding.id]) }))
}

/** What the finding is a matter of: the document's text where it is shared, else the code's where only the code says it. */
function textOf(finding: Uncaused): string {
  const { id, rule, path, spec, code, message, status, part } = finding
  const last = finding.pointer.split('/').at(-1) ?? ''
  if (path === '') return JSON.stringify([rule, spec?.file, message])
  if (spec?.pointer !== undefined && !spec.pointer.startsWith('/paths/')) {
    return JSON.stringify([rule, spec.file, spec.pointer, last])
  }
  if (rule.startsWith('undocumented-') && code) return JSON.stringify([rule, part, status, last, ...place(code)])
  return id
}

const place = ({ file, line, column }: Location): readonly (string | number)[] => [file, line, column]
