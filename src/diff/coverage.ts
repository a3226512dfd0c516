import { type Element, elementsOf } from '../model/elements.js'
import type { Endpoint } from '../model/endpoint.js'
import type { ElementAddress } from '../model/finding.js'
import type { Coverage } from '../model/report.js'
import type { Schemas } from '../model/schema.js'
import { isWithin } from './address.js'

/**
 * How many documented elements of a matched endpoint were verified, drifted or could not be verified. A difference is
 * counted at its element, a doubt at its element and all below; what an endpoint-wide doubt leaves open is all of it.
 */
export function coverageOf(
  spec: Endpoint,
  schemas: Schemas,
  findings: readonly ElementAddress[],
  unverifiable: readonly ElementAddress[],
): Coverage {
  const elements = elementsOf(spec, schemas)
  let drifted = 0
  let open = 0
  for (const element of elements) {
    if (findings.some((finding) => isOf(element, finding))) drifted += 1
    else if (unverifiable.some((one) => one.part === 'endpoint' || isWithin(element, one))) open += 1
  }
  return { elements: elements.length, drifted, unverifiable: open, verified: elements.length - drifted - open }
}

function isOf(element: Element, finding: ElementAddress): boolean {
  if (element.part !== finding.part || element.status !== finding.status) return false
  if (element.kind === 'response') return finding.pointer === ''
  const sameBody = finding.mediaType === null || finding.mediaType === element.mediaType
  const elsewhere = finding.pointer === '' && element.kind === 'property'
  return sameBody && (finding.pointer === element.pointer || elsewhere)
}
