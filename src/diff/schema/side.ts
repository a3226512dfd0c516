import type { Schemas } from '../../model/schema.js'
import type { Direction, Side } from './form.js'

const sides = new WeakMap<Schemas, Map<string, Side>>()

/** One side in one direction: the same object for the same schemas, so that what is worked out for it is remembered. */
export function sideOf(name: Side['name'], schemas: Schemas, direction: Direction): Side {
  const known = sides.get(schemas) ?? new Map<string, Side>()
  sides.set(schemas, known)
  const key = `${name} ${direction}`
  const side = known.get(key) ?? { name, schemas, direction }
  known.set(key, side)
  return side
}
