import type { Schema } from '../model/schema.js'
import { partsOf } from '../model/schema-parts.js'

/** What is written in some schemas themselves: how many properties, and which named schemas they lead to. */
interface Members {
  readonly properties: number
  readonly refs: ReadonlySet<string>
}

/** Counts the properties of schemas, in whatever keyword they stand, without entering named schemas. */
export function membersOf(schemas: readonly Schema[]): Members {
  const refs = new Set<string>()
  let properties = 0
  const queue = [...schemas]
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    if (schema.ref !== undefined) refs.add(schema.ref)
    properties += Object.keys(schema.properties ?? {}).length
    queue.push(...Object.values(schema.properties ?? {}), ...partsOf(schema))
  }
  return { properties, refs }
}
