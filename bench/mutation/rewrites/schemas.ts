import { copyOf, isMap, listAt, mapAt, type RawMap, targetOf, textsAt, valueAt } from '../document/raw.js'
import type { Restructure } from './rewrite.js'
import { mapSchemas } from './walk.js'

const is30 = (document: RawMap): boolean => String(document.openapi).startsWith('3.0')

function shuffle(list: readonly unknown[], next: () => number): unknown[] {
  return list
    .map((item): [number, unknown] => [next(), item])
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item)
}

const reordered =
  (key: string): Restructure =>
  (document, next) =>
    mapSchemas(document, (schema) =>
      Array.isArray(schema[key]) ? { ...schema, [key]: shuffle(schema[key], next) } : schema,
    )

const isObject = (schema: RawMap): boolean => schema.type === 'object' && isMap(schema.properties)

/** Schemas that say the same in other words. */
export const schemaRewrites = {
  'enum in another order': reordered('enum'),
  'required in another order': reordered('required'),
  'oneOf in another order': reordered('oneOf'),
  'allOf in another order': reordered('allOf'),
  'types in another order': reordered('type'),
  'every schema within an allOf': (document, next) =>
    mapSchemas(document, (schema) => (next() < 0.4 && targetOf(schema) === undefined ? { allOf: [schema] } : schema)),
  'references within an allOf': (document) =>
    mapSchemas(document, (schema) =>
      targetOf(schema) === undefined ? schema : { allOf: [schema], description: 'The same.' },
    ),
  'objects split in two': (document, next) =>
    mapSchemas(document, (schema) => {
      const names = Object.keys(mapAt(schema, 'properties'))
      if (!isObject(schema) || names.length < 2 || 'additionalProperties' in schema || next() < 0.5) return schema
      const half = Math.ceil(names.length / 2)
      const pick = (chosen: readonly string[]): RawMap => {
        const required = textsAt(schema, 'required').filter((name) => chosen.includes(name))
        const properties = Object.fromEntries(chosen.map((name) => [name, mapAt(schema, 'properties')[name]]))
        return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) }
      }
      return { allOf: [pick(names.slice(0, half)), pick(names.slice(half))] }
    }),
  'allOf flattened': (document) => mapSchemas(document, (schema) => flattened(document, schema)),
  'one of one': (document, next) =>
    mapSchemas(document, (schema) => {
      const simple = typeof schema.type === 'string' && !isObject(schema) && schema.nullable === undefined
      return simple && next() < 0.3 ? { oneOf: [schema] } : schema
    }),
  'closed in so many words': (document) => closeWords(document),
  'what goes without saying, said': (document) =>
    mapSchemas(document, (schema) => {
      if (targetOf(schema) !== undefined) return schema
      return {
        ...schema,
        deprecated: schema.deprecated === true,
        ...(is30(document) && !('nullable' in schema) && 'type' in schema ? { nullable: false } : {}),
      }
    }),
  'descriptions, titles and examples': (document, next) =>
    mapSchemas(document, (schema) => {
      if (targetOf(schema) !== undefined) return schema
      return { title: `A thing ${next().toFixed(3)}`, description: 'Said in passing.', 'x-order': 1, ...schema }
    }),
  'one value as const or enum': (document) =>
    mapSchemas(document, (schema) => {
      const { const: value, enum: values, ...rest } = schema
      if (is30(document)) return schema
      if (value !== undefined) return { ...rest, enum: [value] }
      return Array.isArray(values) && values.length === 1 ? { ...rest, const: values[0] } : schema
    }),
  'null as a branch': (document) =>
    mapSchemas(document, (schema) => {
      const types = textsAt(schema, 'type')
      if (!types.includes('null') || types.length !== 2) return schema
      const [type] = types.filter((one) => one !== 'null')
      return { anyOf: [{ ...schema, type }, { type: 'null' }] }
    }),
} satisfies Record<string, Restructure>

/** One object with what all parts of the `allOf` say. */
function flattened(document: RawMap, schema: RawMap): RawMap {
  const { allOf: _, ...rest } = schema
  const parts = listAt(schema, 'allOf').map((part) => resolved(document, part))
  if (parts.length === 0 || parts.some((part) => part === undefined)) return schema
  const whole: RawMap = { ...rest, properties: { ...mapAt(rest, 'properties') } }
  for (const part of parts) {
    for (const [key, value] of Object.entries(part ?? {})) {
      if (key === 'properties' && isMap(value)) whole.properties = { ...mapAt(whole, 'properties'), ...value }
      else if (key === 'required')
        whole.required = [...new Set([...textsAt(whole, 'required'), ...textsAt(part ?? {}, 'required')])]
      else whole[key] = value
    }
  }
  return whole
}

/** The schema that a part stands for, without an `allOf` of its own; undefined where that cannot be. */
function resolved(document: RawMap, part: unknown): RawMap | undefined {
  if (!isMap(part)) return undefined
  const target = targetOf(part)
  if (target !== undefined) return resolved(document, valueAt(document, target))
  if ('oneOf' in part || 'anyOf' in part) return undefined
  return 'allOf' in part ? flattened(document, part) : part
}

function closeWords(document: RawMap): RawMap {
  const joint = new Set<string>()
  mapSchemas(document, (schema) => {
    for (const part of listAt(schema, 'allOf')) joint.add(targetOf(part) ?? JSON.stringify(part))
    return schema
  })
  const inAllOf = new Set([...joint].map((key) => (key.startsWith('/') ? JSON.stringify(valueAt(document, key)) : key)))
  return mapSchemas(copyOf(document), (schema) => {
    if (!isObject(schema) || 'additionalProperties' in schema || inAllOf.has(JSON.stringify(schema))) return schema
    return JSON.stringify(schema).includes('additionalProperties') ? schema : { ...schema, additionalProperties: false }
  })
}
