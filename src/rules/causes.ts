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
  const groups = new Map<string, Group>()
  const own = findings.map((finding) => {
    const keys = textsOf(finding)
    const met = keys.map((key) => groups.get(key)).filter((group) => group !== undefined)
    const [group = { first: finding.id }, ...others] = met.map(leaderOf)
    for (const other of others) if (other !== group) join(other, group)
    if (finding.id < group.first) group.first = finding.id
    for (const key of keys) groups.set(key, group)
    return group
  })
  return findings.map((finding, index) => {
    const first = own[index] === undefined ? finding.id : leaderOf(own[index]).first
    return { ...finding, cause: digest(['cause', first]) }
  })
}

/** Findings that some text has in common; a group that was joined to another leads there. */
interface Group {
  first: string
  joined?: Group
}

function leaderOf(group: Group): Group {
  let leader = group
  while (leader.joined) leader = leader.joined
  return leader
}

function join(group: Group, other: Group): void {
  group.joined = other
  if (group.first < other.first) other.first = group.first
}

/**
 * What the finding is a matter of: the document's text where it is shared, and the code's where only the code says it. A
 * field that two schemas of the document lack, since one line of code brought it, is one matter.
 */
function textsOf(finding: Uncaused): readonly string[] {
  const { id, rule, path, spec, code, message, status, part } = finding
  const last = finding.pointer.split('/').at(-1) ?? ''
  if (path === '') return [JSON.stringify([rule, spec?.file, message])]
  const keys: string[] = []
  if (spec?.pointer !== undefined && !spec.pointer.startsWith('/paths/'))
    keys.push(JSON.stringify([rule, spec.file, spec.pointer, aboutProperty.has(rule) ? last : '']))
  if (rule.startsWith('undocumented-') && code) keys.push(JSON.stringify([rule, part, status, last, ...place(code)]))
  return keys.length === 0 ? [id] : keys
}

/** Rules about a member of what the document's text describes; the others are about that text itself. */
const aboutProperty: ReadonlySet<string> = new Set([
  ...['undocumented-request-field', 'undocumented-response-field', 'unaccepted-request-field', 'unsent-response-field'],
  ...['required-mismatch', 'undocumented-header', 'unsent-header', 'undocumented-parameter', 'unimplemented-parameter'],
])

const place = ({ file, line, column }: Location): readonly (string | number)[] => [file, line, column]
