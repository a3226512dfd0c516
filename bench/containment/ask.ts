import { examine } from '../../src/diff/compare.js'
import { isExact } from '../../src/diff/schema/prove/exact.js'
import { sideOf } from '../../src/diff/schema/side.js'
import type { Json } from '../../src/model/json.js'
import type { Described } from './document.js'

/** `served`: all that the code sends is documented. `accepted`: all that the document allows is taken by the code. */
export const roads = ['served', 'accepted'] as const
export type Road = (typeof roads)[number]

/** What the tool says to "is every value of the left one of the right?". */
export type Answer =
  | { readonly says: 'contained' }
  | { readonly says: 'outside'; readonly witness: Json }
  /** A field that the left lacks and the right requires is told once, with a value of the right as its proof. */
  | { readonly says: 'outside'; readonly mirrored: Json }
  | { readonly says: 'cannot tell'; readonly reason: string }

export function ask(left: Described, right: Described, road: Road): Answer {
  const [own, direction] = road === 'served' ? (['code', 'response'] as const) : (['spec', 'request'] as const)
  const { differences, doubts } = examine({
    spec: own === 'spec' ? left : right,
    code: own === 'code' ? left : right,
    direction,
    address: { part: direction, status: road === 'served' ? '200' : null, mediaType: 'application/json', pointer: '' },
  })
  const proofs = differences.flatMap((found) => (found.proof === null ? [] : [{ ...found, proof: found.proof }]))
  const proven = proofs.find(({ wider }) => wider === own)
  if (proven !== undefined) return { says: 'outside', witness: proven.proof.value }
  const lacking = proofs.find(({ aspect, required, wider }) => aspect === 'field' && required && wider !== own)
  if (lacking !== undefined) return { says: 'outside', mirrored: lacking.proof.value }
  // Where the right one is not exactly known, a doubt about it is one about this question too.
  const side = sideOf(own === 'spec' ? 'code' : 'spec', right.schemas, direction)
  const vague = !isExact(right.schema, side)
  const doubt = doubts.find(({ of }) => vague || of === undefined || of === own)
  return doubt === undefined ? { says: 'contained' } : { says: 'cannot tell', reason: doubt.reason }
}
