import { isMap, type RawMap } from '../document/raw.js'

/** Where a value stands: operations, parameters and schemas have words that properties may have as names. */
export type Kind = 'schema' | 'names' | 'other'

const schemaKeys = new Set(['schema', 'items', 'additionalProperties'])
const schemaLists = new Set(['oneOf', 'anyOf', 'allOf'])

/** Rewrites every schema of a document from the inside out; what is returned takes the schema's place. */
export function mapSchemas(document: RawMap, change: (schema: RawMap) => RawMap): RawMap {
  const copy = visit(document, 'other', '', change)
  if (!isMap(copy)) throw new Error('a document is a map')
  return copy
}

function visit(value: unknown, kind: Kind, key: string, change: (schema: RawMap) => RawMap): unknown {
  if (Array.isArray(value)) {
    const inner = schemaLists.has(key) && kind === 'schema' ? 'schema' : 'other'
    return value.map((item) => visit(item, inner, '', change))
  }
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([name, child]) => {
    if (['example', 'examples', 'default', 'enum', 'const'].includes(name) && kind !== 'names') return [name, child]
    return [name, visit(child, kindOf(kind, key, name, child), name, change)]
  })
  const copy: RawMap = Object.fromEntries(entries)
  return kind === 'schema' ? change(copy) : copy
}

function kindOf(kind: Kind, holder: string, name: string, child: unknown): Kind {
  if (kind === 'names') return 'schema'
  if (name === 'properties' && kind === 'schema') return 'names'
  if (name === 'schemas' && holder === 'components') return 'names'
  if (Array.isArray(child)) return kind
  return schemaKeys.has(name) ? 'schema' : 'other'
}
