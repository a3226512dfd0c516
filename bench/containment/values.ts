import type { Json, JsonObject } from '../../src/model/json.js'
import { isPlain, isRecord, type Plain } from './plain.js'

const anything: readonly Json[] = [null, true, 0, 1.5, -3, 'active', '', [], {}, { id: 1 }, [1, 'a'], ['a', 'a']]
const texts = [
  ...['abc', 'ABC', 'AB-12', '123', '3f2b8c1e-7d4a-4e59-9b60-1c2d3e4f5a6b', '2026-01-31', '2026-01-31T09:30:00Z'],
  ...['ada@example.com', 'https://example.com/a', '192.0.2.10'],
]
const most = 24

/**
 * Values near a schema, inside and outside of it, found by nothing of the tool: Ajv says which are which.
 */
export function valuesNear(schema: Plain, depth = 0, named: Json = {}): Json[] {
  if (typeof schema === 'boolean' || depth > 3) return [...anything]
  const names = schema.$defs ?? named
  const target = targetOf(schema, names)
  const parts = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  const found = [
    ...parts.filter(isPlain).flatMap((part) => valuesNear(part, depth, names)),
    ...(target === undefined ? [] : valuesNear(target, depth + 1, names)),
    ...(Array.isArray(schema.enum) ? schema.enum : []),
    ...(schema.const === undefined ? [] : [schema.const]),
    ...amounts(schema),
    ...lengths(schema),
    ...lists(schema, depth, names),
    ...objects(schema, depth, names),
    ...(isPlain(schema.not) ? valuesNear(schema.not, depth + 1, names) : []),
  ]
  const all = [...found, ...(depth === 0 ? texts : texts.slice(0, 3)), ...anything]
  return [...new Map(all.map((value) => [JSON.stringify(value), value])).values()].slice(0, depth === 0 ? 120 : most)
}

/** What a reference to a named schema leads to. */
function targetOf({ $ref }: JsonObject, named: Json): Plain | undefined {
  const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : undefined
  const found = name === undefined || !isRecord(named) ? undefined : named[name]
  return isPlain(found) ? found : undefined
}

function amounts(schema: JsonObject): number[] {
  const bounds = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'].flatMap((word) => {
    const bound = schema[word]
    return typeof bound === 'number' ? [bound, bound + 1, bound - 1, bound + 0.5, bound * 3] : []
  })
  return [...bounds, 1, 2, 7]
}

function lengths(schema: JsonObject): string[] {
  return ['minLength', 'maxLength'].flatMap((word) => {
    const bound = schema[word]
    return typeof bound === 'number'
      ? [bound, bound + 1, Math.max(0, bound - 1)].map((length) => 'x'.repeat(length))
      : []
  })
}

function lists(schema: JsonObject, depth: number, named: Json): Json[] {
  const { items, prefixItems } = schema
  if (schema.type !== 'array') return []
  const fixed = Array.isArray(prefixItems)
    ? prefixItems.filter(isPlain).map((item) => valuesNear(item, depth + 1, named))
    : []
  const rest = isPlain(items) ? valuesNear(items, depth + 1, named) : anything
  const head = fixed.flatMap((values) => values.slice(0, 1))
  return [
    [],
    head,
    ...rest.flatMap((item): Json[] => [
      [...head, item],
      [...head, item, item],
    ]),
    [...head, ...rest.slice(0, 2)],
    [1, 2, 3, 4],
  ]
}

function objects(schema: JsonObject, depth: number, named: Json): Json[] {
  const { properties, additionalProperties } = schema
  if (schema.type !== 'object' && !isRecord(properties)) return []
  const members = isRecord(properties) ? Object.entries(properties) : []
  const values = members.map(
    ([name, inner]) => [name, isPlain(inner) ? valuesNear(inner, depth + 1, named) : []] as const,
  )
  const others = isPlain(additionalProperties) ? valuesNear(additionalProperties, depth + 1, named) : anything
  const firsts = (index: number) =>
    values.flatMap(([name, list]) => (list.length > index ? [[name, list[index] ?? null]] : []))
  const full: JsonObject = Object.fromEntries(firsts(0))
  return [full, Object.fromEntries(firsts(1))].flatMap((start): JsonObject[] => [
    start,
    ...values.map(([name]) => Object.fromEntries(Object.entries(start).filter(([key]) => key !== name))),
    ...values.flatMap(([name, list]) => list.slice(0, 10).map((value) => ({ ...start, [name]: value }))),
    ...others.slice(0, 6).map((value) => ({ ...start, other: value })),
  ])
}
