import type { Schema } from '../../model/schema.js'
import type { Spot } from '../library.js'
import { followBare, resolve } from '../refs/resolve.js'
import { locate } from '../spot.js'
import type { SchemaContext } from './context.js'

/** What is written out doubles with each level of schemas that name the next one twice. */
const mostWritten = 20_000

/** What a `$ref` amounts to: the name of the schema it ends at, or an unknown schema with the reason. */
export function readReference(context: SchemaContext, spot: Spot, ref: string): Schema {
  const at = locate(spot)
  const first = resolve(context.library, spot.file, ref)
  const found = first.ok ? followBare(context.library, first.spot) : first
  if (!found.ok) return { inexact: found.reason, at }
  const { partial, beside } = context
  if (partial === undefined && beside === undefined) return { ref: context.names.of(found.spot), at }
  const place = `${found.spot.file.id}#${found.spot.pointer}`
  if (partial?.has(place)) return { inexact: 'a recursive schema inside a condition is not compared', at }
  if (beside?.has(place)) return { inexact: 'a schema that contains itself is not compared', at }
  if (context.writing?.has(place)) return { inexact: 'a schema that contains itself is not compared', at }
  context.written.count += 1
  if (context.written.count > mostWritten) return { inexact: 'there are too many references to write them all out', at }
  const within = {
    ...context,
    writing: new Set([...(context.writing ?? []), place]),
    ...(partial === undefined ? {} : { partial: new Set([...partial, place]) }),
    ...(beside === undefined ? {} : { beside: new Set([...beside, place]) }),
  }
  return { ...context.translate(within, found.spot), at }
}
