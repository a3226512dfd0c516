import type { Finding } from '../model/finding.js'
import type { EndpointUnverifiable } from '../model/report.js'

/**
 * How many findings of before are gone because they were mended: one whose element can no longer be told, since its type
 * became `any` for instance, is not.
 * In: the findings of before, the fingerprints that still stand, what could not be told now.
 */
export function mendedOf(
  before: readonly Finding[],
  standing: ReadonlySet<string>,
  unknown: readonly EndpointUnverifiable[],
): number {
  return before.filter((finding) => !standing.has(finding.id) && !unknown.some((each) => covers(each, finding))).length
}

/** Whether what could not be told is the element of a finding, or holds it. */
const covers = (unknown: EndpointUnverifiable, finding: Finding): boolean =>
  unknown.project === finding.project &&
  unknown.method === finding.method &&
  unknown.path === finding.path &&
  unknown.part === finding.part &&
  (unknown.status === null || unknown.status === finding.status) &&
  `${finding.pointer}/`.startsWith(`${unknown.pointer}/`)
