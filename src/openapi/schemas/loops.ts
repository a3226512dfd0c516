import type { Location } from '../../model/location.js'
import type { Schema, Schemas } from '../../model/schema.js'
import type { Unlooped } from './unlooped.js'

const combiners = ['allOf', 'anyOf', 'oneOf'] as const
const singles = ['not', 'if', 'then', 'else'] as const

/**
 * Cuts references by which a schema contains itself for the very same value (`A: allOf: [A]`): no value could ever be
 * checked against it. Recursion through a property or an item stays.
 */
export function withoutLoops(schemas: Schemas): Unlooped {
  const cuts: { at: Location | undefined; ref: string }[] = []
  const done = new Map<string, Schema>()
  const open = new Set<string>()

  const visit = (name: string): void => {
    const schema = schemas[name]
    if (schema === undefined || done.has(name)) return
    open.add(name)
    done.set(name, unlooped(schema))
    open.delete(name)
  }

  const unlooped = (schema: Schema): Schema => {
    if (schema.ref !== undefined && open.has(schema.ref)) {
      cuts.push({ at: schema.at, ref: schema.ref })
      const { ref, ...rest } = schema
      return { ...rest, inexact: `the schema "${ref}" contains itself` }
    }
    if (schema.ref !== undefined) visit(schema.ref)
    const changed: { -readonly [Key in keyof Schema]: Schema[Key] } = {}
    for (const word of combiners) if (schema[word] !== undefined) changed[word] = schema[word].map(unlooped)
    for (const word of singles) if (schema[word] !== undefined) changed[word] = unlooped(schema[word])
    return Object.keys(changed).length === 0 ? schema : { ...schema, ...changed }
  }

  for (const name of Object.keys(schemas)) visit(name)
  return { schemas: Object.fromEntries(Object.keys(schemas).map((name) => [name, done.get(name) ?? {}])), cuts }
}
