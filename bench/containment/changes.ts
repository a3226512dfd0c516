import type { Json, JsonObject } from '../../src/model/json.js'
import { isRecord } from './plain.js'

/** A schema and one that holds the more values, with the keyword that was changed. */
export interface Change {
  readonly word: string
  readonly narrow: JsonObject
  readonly wide: JsonObject
}

const least = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems', 'minProperties']
const most = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems', 'maxProperties']
const dropped = ['format', 'pattern', 'multipleOf', 'uniqueItems', 'additionalProperties', 'enum', 'minContains']

/** Every way to tighten or widen one keyword of the schema itself or of one of its properties. */
export function changesOf(schema: JsonObject): Change[] {
  const own = ownChanges(schema)
  const { properties, items, $defs: named } = schema
  const inMembers = isRecord(properties)
    ? Object.entries(properties).flatMap(([name, member]) =>
        isRecord(member)
          ? ownChanges(member).map((change) =>
              inside(change, (inner) => ({ ...schema, properties: { ...properties, [name]: inner } })),
            )
          : [],
      )
    : []
  const inItems = isRecord(items)
    ? ownChanges(items).map((change) => inside(change, (inner) => ({ ...schema, items: inner })))
    : []
  // Wherever a named schema is meant, it holds the more values the more it allows.
  const inNamed = isRecord(named)
    ? Object.entries(named).flatMap(([name, one]) =>
        isRecord(one)
          ? changesOf(one).map((change) =>
              inside(change, (inner) => ({ ...schema, $defs: { ...named, [name]: inner } })),
            )
          : [],
      )
    : []
  return [...own, ...inMembers, ...inItems, ...inNamed]
}

function inside({ word, narrow, wide }: Change, around: (inner: JsonObject) => JsonObject): Change {
  return { word, narrow: around(narrow), wide: around(wide) }
}

function ownChanges(schema: JsonObject): Change[] {
  const change = (word: string, key: string, value: Json): Change => ({
    word,
    narrow: schema,
    wide: { ...schema, [key]: value },
  })
  const numbers = (words: readonly string[], step: number) =>
    words.flatMap((word) => {
      const bound = schema[word]
      if (typeof bound !== 'number') return []
      const tight: Change = { word: `${word} tightened`, narrow: { ...schema, [word]: bound + step }, wide: schema }
      const negative = bound - step < 0 && /Length|Items|Properties/.test(word)
      return negative ? [tight] : [tight, change(`${word} widened`, word, bound - step)]
    })
  const { type, required, enum: values } = schema
  const list = Array.isArray(required) ? required : []
  return [
    ...numbers(least, 1),
    ...numbers(most, -1),
    ...dropped
      .filter((word) => schema[word] !== undefined)
      .map((word) => ({ word: `${word} dropped`, narrow: schema, wide: without(schema, word) })),
    ...list.map((name) =>
      change(
        'required widened',
        'required',
        list.filter((one) => one !== name),
      ),
    ),
    ...(Array.isArray(values) ? [change('enum widened', 'enum', [...values, 'one more'])] : []),
    ...(type === 'integer' ? [change('type widened', 'type', 'number')] : []),
    ...(typeof type === 'string' && type !== 'null' ? [change('null allowed', 'type', [type, 'null'])] : []),
  ]
}

function without(schema: JsonObject, word: string): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== word))
}
