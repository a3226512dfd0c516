import type { Json, JsonObject } from '../../src/model/json.js'
import type { Road } from './ask.js'
import { isRecord, mapInner, type Plain } from './plain.js'

/** One schema of schemas whose named ones are lifted to the top, where references find them, each under a name of its own. */
export function combined(word: 'allOf' | 'anyOf' | 'not', parts: readonly JsonObject[]): JsonObject {
  const lifted = parts.map((part, index): JsonObject => {
    const text = JSON.stringify(part).replaceAll('"#/$defs/', `"#/$defs/${index}`)
    return JSON.parse(text) as JsonObject // JSON in, JSON out
  })
  const named = lifted.flatMap(({ $defs }, index) =>
    isRecord($defs) ? Object.entries($defs).map(([name, inner]): [string, Json] => [`${index}${name}`, inner]) : [],
  )
  const bare = lifted.map(({ $defs: _, ...part }): JsonObject => part)
  const [first = {}] = bare
  return { [word]: word === 'not' ? first : bare, ...(named.length === 0 ? {} : { $defs: Object.fromEntries(named) }) }
}

/** The same schema as OpenAPI 3.0 writes it: `nullable`, boolean `exclusiveMinimum`, no `const`. */
export function inOldWords(schema: Plain): Plain {
  if (typeof schema === 'boolean') return schema
  const { const: only, ...words } = mapInner(schema, inOldWords)
  const { type, exclusiveMinimum, exclusiveMaximum, minimum, maximum } = words
  const [kind, none, ...more] = Array.isArray(type) ? type : []
  return {
    ...words,
    ...(only === undefined ? {} : { enum: [only] }),
    ...(kind !== undefined && none === 'null' && more.length === 0 ? { type: kind, nullable: true } : {}),
    ...(exclusiveMinimum !== undefined && minimum === undefined
      ? { minimum: exclusiveMinimum, exclusiveMinimum: true }
      : {}),
    ...(exclusiveMaximum !== undefined && maximum === undefined
      ? { maximum: exclusiveMaximum, exclusiveMaximum: true }
      : {}),
  }
}

export type Flag = 'readOnly' | 'writeOnly'

/** The object with a flag on its first property; undefined where it has none. */
export function flagged(schema: JsonObject, flag: Flag): JsonObject | undefined {
  const { properties } = schema
  const [first, ...others] = isRecord(properties) ? Object.entries(properties) : []
  const [name, inner] = first ?? []
  if (name === undefined || !isRecord(inner)) return undefined
  return { ...schema, properties: Object.fromEntries([[name, { ...inner, [flag]: true }], ...others]) }
}

/** What the flagged properties come to on a road: sent the other way only, they are not required, and in an answer not there. */
export function onRoad(schema: JsonObject, road: Road): JsonObject {
  const { properties, required } = schema
  if (!isRecord(properties)) return schema
  const away = road === 'served' ? 'writeOnly' : 'readOnly'
  const isAway = (inner: Json | undefined) => isRecord(inner) && inner[away] === true
  const kept = Object.entries(properties).flatMap(([name, inner]): [string, Json][] =>
    isAway(inner) ? (road === 'served' ? [] : [[name, true]]) : [[name, inner]],
  )
  const needed = Array.isArray(required) ? required.filter((name) => !isAway(properties[String(name)])) : []
  return { ...schema, properties: Object.fromEntries(kept), ...(required === undefined ? {} : { required: needed }) }
}
