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
  // What is said of another pointer, where neither is the top of the body or above it, is of another element.
  const [found, doubted] = [byPointer(findings), byPointer(unverifiable)]
  const all = unverifiable.some(({ part }) => part === 'endpoint')
  for (const element of elements) {
    const near = ['', element.pointer].flatMap((pointer) => found.get(pointer) ?? [])
    const above = pointersAbove(element.pointer).flatMap((pointer) => doubted.get(pointer) ?? [])
    if (near.some((finding) => isOf(element, finding))) drifted += 1
    else if (all || above.some((one) => isWithin(element, one))) open += 1
  }
  return { elements: elements.length, drifted, unverifiable: open, verified: elements.length - drifted - open }
}

function byPointer(addresses: readonly ElementAddress[]): ReadonlyMap<string, ElementAddress[]> {
  const found = new Map<string, ElementAddress[]>()
  for (const address of addresses) {
    const known = found.get(address.pointer)
    if (known === undefined) found.set(address.pointer, [address])
    else known.push(address)
  }
  return found
}

/** The pointer, and those of all that holds the element. */
function pointersAbove(pointer: string): string[] {
  const steps = pointer.split('/')
  return steps.map((_, index) => steps.slice(0, index + 1).join('/'))
}

function isOf(element: Element, finding: ElementAddress): boolean {
  if (element.part !== finding.part || element.status !== finding.status) return false
  if (element.kind === 'response') return finding.pointer === ''
  const sameBody = finding.mediaType === null || finding.mediaType === element.mediaType
  const elsewhere = finding.pointer === '' && element.kind === 'property'
  return sameBody && (finding.pointer === element.pointer || elsewhere)
}
