import type { Json, JsonObject } from '../../src/model/json.js'

/** A JSON Schema as it is written, in plain JSON Schema's own reading: objects are open unless they say otherwise. */
export type Plain = boolean | JsonObject

/** The drafts of the test suite; the generated schemas are written in the last. */
export type Draft = 'draft4' | 'draft7' | 'draft2020-12'

const single = [
  ...(['items', 'additionalItems', 'additionalProperties', 'contains', 'propertyNames', 'not', 'if', 'then'] as const),
  ...(['else', 'unevaluatedProperties', 'unevaluatedItems', 'contentSchema'] as const),
] as const
const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems', 'items'] as const
const named = [
  ...(['properties', 'patternProperties', '$defs', 'definitions'] as const),
  ...(['dependentSchemas', 'dependencies'] as const),
] as const

export function isPlain(value: Json | undefined): value is Plain {
  return typeof value === 'boolean' || isRecord(value)
}

export function isRecord(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The schema with each schema directly inside it replaced; `word` is the keyword that holds it. */
export function mapInner(schema: JsonObject, change: (inner: Plain, word: string) => Plain): JsonObject {
  // Made of entries: a property called `__proto__` is one like any other.
  const entries = Object.entries(schema).map(([word, value]): [string, Json] => {
    if (includes(listed, word) && Array.isArray(value)) return [word, value.map((inner) => within(inner, word, change))]
    if (includes(single, word)) return [word, within(value, word, change)]
    if (includes(named, word) && isRecord(value)) {
      const members = Object.entries(value).map(([name, inner]) => [name, within(inner, word, change)])
      return [word, Object.fromEntries(members)]
    }
    return [word, value]
  })
  return Object.fromEntries(entries)
}

function within(value: Json, word: string, change: (inner: Plain, word: string) => Plain): Json {
  return isPlain(value) ? change(value, word) : value
}

function includes(words: readonly string[], word: string): boolean {
  return words.includes(word)
}

/** Every keyword that the schema or a schema inside it uses. */
export function wordsOf(schema: Plain, found = new Set<string>()): Set<string> {
  if (typeof schema === 'boolean') return found.add('boolean schema')
  for (const word of Object.keys(schema)) found.add(word)
  mapInner(schema, (inner) => {
    wordsOf(inner, found)
    return inner
  })
  return found
}
