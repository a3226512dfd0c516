import { dump } from 'js-yaml'
import type { Json, JsonObject } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'

/** What is said beside a schema, and no keyword of one. */
const remarks: ReadonlySet<string> = new Set<keyof Schema>(['at', 'inexact', 'presence', 'unserialisable'])

/** The keywords of a schema as a document writes them; a reference by the name that it leads to. */
export function wordsOf(schema: Schema): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).flatMap(([word, value]): [string, Json][] => {
      if (value === undefined || remarks.has(word)) return []
      if (word === 'ref') return [['$ref', String(value)]]
      return [[word, plain(word, value)]]
    }),
  )
}

function plain(word: string, value: unknown): Json {
  if (word === 'type' && Array.isArray(value) && value.length === 1) return value[0] ?? null
  if (maps.has(word) && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wordsOf(inner)]))
  if (lists.has(word) && Array.isArray(value)) return value.map((inner) => wordsOf(inner))
  if (singles.has(word) && typeof value === 'object' && value !== null) return wordsOf(value)
  // The rest of a schema's keywords hold data.
  return value as Json
}

const maps: ReadonlySet<string> = new Set(['properties', 'patternProperties'])
const lists: ReadonlySet<string> = new Set(['prefixItems', 'allOf', 'anyOf', 'oneOf'])
const singles: ReadonlySet<string> = new Set([
  ...['items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'],
  'unevaluatedProperties',
])

/** A value as YAML on one line. */
export function flow(value: Json): string {
  if (typeof value !== 'object' || value === null) return yamlScalar(value)
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`
  const members = Object.entries(value).map(([key, inner]) => `${yamlScalar(key)}: ${flow(inner)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** A scalar as YAML writes it inside a flow, quoted where it must be. */
export const yamlScalar = (value: null | boolean | number | string): string =>
  dump([value], { flowLevel: 0, lineWidth: -1 }).trim().slice(1, -1)
