import type { DocumentContract, DocumentProblem } from '../model/contract.js'
import type { Unresolved } from '../model/location.js'
import type { Schema } from '../model/schema.js'
import type { TextTree } from '../model/text-tree.js'
import { readEndpoints } from './endpoints/read-endpoints.js'
import type { Library, Spot } from './library.js'
import { withoutLoops } from './schemas/loops.js'
import { SchemaNames } from './schemas/names.js'
import { translate } from './schemas/translate.js'
import { locate, topOf } from './spot.js'

/**
 * What the document says, without what the validators say of it. `blank` is the reason why a schema without a word is
 * unknown, where it does not mean any value.
 */
export function contractOf(library: Library, blank?: string): DocumentContract {
  const names = new SchemaNames(library)
  const unresolved: Unresolved[] = []
  const written = { count: 0 }
  const schema = remembering((spot) =>
    translate({ library, names, written, translate, ...(blank === undefined ? {} : { blank }) }, spot),
  )
  const { endpoints, prefixes } = readEndpoints({ library, schema, unresolved })
  const named: [string, Schema][] = []
  // Translating a schema names those that it refers to, which then wait for their turn.
  for (let next = names.next(); next !== undefined; next = names.next()) named.push([next[0], schema(next[1])])
  const { schemas, cuts } = withoutLoops(Object.fromEntries(named))
  const problems = cuts.map(
    ({ at, ref }): DocumentProblem => ({
      at: at ?? locate(topOf(library.root)),
      message: `the schema "${ref}" contains itself, not through a property or an item`,
      source: 'tattletype',
      reference: 'broken',
    }),
  )
  return { file: library.root.name, dialect: library.dialect, endpoints, schemas, prefixes, unresolved, problems }
}

/** A parameter or response that many operations share has one schema: it is read, and later compared, once. */
function remembering(read: (spot: Spot) => Schema): (spot: Spot) => Schema {
  const known = new Map<string, { readonly node: TextTree; readonly schema: Schema }>()
  return (spot) => {
    const place = `${spot.file.id}#${spot.pointer}`
    const earlier = known.get(place)
    if (earlier !== undefined && earlier.node === spot.node) return earlier.schema
    const schema = read(spot)
    known.set(place, { node: spot.node, schema })
    return schema
  }
}
