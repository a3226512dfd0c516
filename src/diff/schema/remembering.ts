import type { Schema } from '../../model/schema.js'
import type { Side } from './form.js'

/** Remembers what was found of each schema of each side, for as long as somebody holds both. */
export function remembering<Value>(): (schema: Schema, side: Side, find: () => Value) => Value {
  const sides = new WeakMap<Side, WeakMap<Schema, { readonly found: Value }>>()
  return (schema, side, find) => {
    const known = sides.get(side) ?? new WeakMap<Schema, { readonly found: Value }>()
    sides.set(side, known)
    const remembered = known.get(schema)
    if (remembered !== undefined) return remembered.found
    const found = find()
    known.set(schema, { found })
    return found
  }
}
