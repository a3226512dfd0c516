import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import type { InputRead } from '../exchange.js'

/** The fields that are seen to be read below one place, as a tree. */
export interface ReadTree {
  readonly fields: Map<string, ReadTree>
  schema: Schema | null
  /** Everyone who reads it asks who the client is. */
  credential: boolean
  readonly at: Location
}

export function treeOf(reads: readonly InputRead[], at: Location): ReadTree {
  const root: ReadTree = { fields: new Map(), schema: null, credential: false, at }
  for (const read of reads) {
    let node = root
    for (const name of read.path) {
      const child = node.fields.get(name) ?? {
        fields: new Map<string, ReadTree>(),
        schema: null,
        credential: true,
        at: read.at,
      }
      node.fields.set(name, child)
      node = child
      if (!read.credential) child.credential = false
    }
    if (read.path.length > 0) node.schema ??= read.schema
  }
  return root
}

const partly = 'only the fields that the code is seen to read are known'

/** A lower bound: what is read is accepted, and other fields may be. */
export function schemaOfTree(tree: ReadTree): Schema {
  // What is only asked for its length is a text or a list.
  if ([...tree.fields.keys()].every((name) => name === 'length')) {
    if (tree.schema === null) return { inexact: 'the code reads it and declares no type', at: tree.at }
    return { ...tree.schema, inexact: tree.schema.inexact ?? partly, at: tree.at }
  }
  const properties = Object.fromEntries([...tree.fields].map(([name, field]) => [name, schemaOfTree(field)]))
  return { type: ['object'], properties, additionalProperties: true, inexact: partly, at: tree.at }
}
