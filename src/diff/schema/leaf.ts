import type { Json } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import type { Arm, ArrayArm, Common, NumberArm, ObjectArm, Rule, Side, StringArm } from './form.js'
import { meaningOf } from './formats.js'
import { intersect } from './intersect.js'
import { canonical, isObject, kindOf } from './json.js'
import { isOtherWay, mentionsMembers } from './lookup.js'
import { listedBeside } from './unevaluated.js'

const kinds = ['null', 'boolean', 'number', 'string', 'array', 'object'] as const

/** The arms that a schema's own keywords allow, without its references, `allOf` and unions. */
export function leafArms(schema: Schema, side: Side): Arm[] {
  if (schema.not !== undefined && isEverything(schema.not)) return []
  const types = schema.type
  const allowed = kinds.filter(
    (kind) => types === undefined || types.includes(kind) || (kind === 'number' && types.includes('integer')),
  )
  return allowed.flatMap((kind) => {
    const values = schema.enum?.filter((value) => kindOf(value) === kind) ?? null
    if (values === null || (kind !== 'array' && kind !== 'object')) {
      return values?.length === 0 ? [] : [armOf(kind, schema, isWhole(kind, values) ? null : values, side)]
    }
    return values.flatMap((value) => intersect(armOf(kind, schema, null, side), armOf(kind, only(value), null, side)))
  })
}

function isEverything(schema: Schema): boolean {
  return Object.keys(schema).every((word) => word === 'at')
}

/** Whether the list names all values of its kind, and so says no more than the kind. */
function isWhole(kind: Arm['kind'], values: readonly Json[] | null): boolean {
  return kind === 'null' || (kind === 'boolean' && new Set(values).size === 2)
}

/** The schema of one list or object and no other, so that it compares like any other. */
function only(value: Json): Schema {
  if (Array.isArray(value)) {
    const items = value.map((item) => ({ enum: [item] }))
    return { prefixItems: items, items: false, minItems: items.length, maxItems: items.length }
  }
  const members = isObject(value)
    ? Object.entries(value).map(([name, member]) => [name, { enum: [member] }] as const)
    : []
  return { properties: Object.fromEntries(members), required: members.map(([name]) => name) }
}

const noChoices: ReadonlyMap<Schema, number> = new Map()

function armOf(kind: Arm['kind'], schema: Schema, values: readonly Json[] | null, side: Side): Arm {
  const common = {
    doubt: null,
    choices: noChoices,
    typed: schema.type !== undefined || schema.enum !== undefined,
    implied: schema.implied === true,
    at: schema.at,
  }
  const rules = rulesOf(schema, kind, side)
  if (kind === 'number') return { ...common, rules, values, kind, ...numberWords(schema) }
  if (kind === 'string') return { ...common, rules, values, kind, ...stringWords(schema) }
  if (kind === 'array') return { ...common, rules, kind, ...arrayWords(schema) }
  if (kind === 'object') return { ...common, rules, kind, ...objectWords(schema, side) }
  return { ...common, rules, kind, values }
}

/** `{}`, and `then` without `if`, say nothing. */
function rulesOf(schema: Schema, kind: Arm['kind'], side: Side): Rule[] {
  const { not, contains, minContains, maxContains, propertyNames } = schema
  const found: Rule[] = []
  if (not !== undefined) found.push(ruleOf('not', { not }))
  if (schema.if !== undefined && (schema.then ?? schema.else) !== undefined) {
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, never a promise
    found.push(ruleOf('if', { if: schema.if, then: schema.then ?? {}, else: schema.else ?? {} }))
  }
  if (kind === 'array' && contains !== undefined) {
    const bounds = {
      ...(minContains === undefined ? {} : { minContains }),
      ...(maxContains === undefined ? {} : { maxContains }),
    }
    found.push(ruleOf('contains', { contains, ...bounds }))
  }
  if (kind === 'object' && propertyNames !== undefined) found.push(ruleOf('propertyNames', { propertyNames }))
  if (kind === 'object' && schema.unevaluatedProperties !== undefined && listedBeside(schema, side).depends)
    found.push(ruleOf('unevaluatedProperties', schema))
  return found
}

function ruleOf(word: Rule['word'], said: Schema): Rule {
  return { word, text: canonical(said), said }
}

function numberWords(schema: Schema): Omit<NumberArm, keyof Common | 'kind' | 'values'> {
  return {
    integer: schema.type?.includes('integer') === true && !schema.type.includes('number'),
    minimum: schema.minimum ?? Number.NEGATIVE_INFINITY,
    maximum: schema.maximum ?? Number.POSITIVE_INFINITY,
    exclusiveMinimum: schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY,
    exclusiveMaximum: schema.exclusiveMaximum ?? Number.POSITIVE_INFINITY,
    multiples: schema.multipleOf === undefined ? [] : [schema.multipleOf],
  }
}

function stringWords(schema: Schema): Omit<StringArm, keyof Common | 'kind' | 'values'> {
  const format = meaningOf(schema.format)
  return {
    formats: format === undefined ? [] : [format],
    patterns: schema.pattern === undefined ? [] : [schema.pattern],
    minLength: schema.minLength ?? 0,
    maxLength: schema.maxLength ?? Number.POSITIVE_INFINITY,
  }
}

function arrayWords(schema: Schema): Omit<ArrayArm, keyof Common | 'kind'> {
  return {
    prefix: schema.prefixItems ?? [],
    rest: schema.items ?? true,
    minItems: schema.minItems ?? 0,
    maxItems: schema.maxItems ?? Number.POSITIVE_INFINITY,
    unique: schema.uniqueItems ?? false,
  }
}

function objectWords(schema: Schema, side: Side): Omit<ObjectArm, keyof Common | 'kind'> {
  const properties = new Map<string, Schema>()
  const required = new Set(schema.required ?? [])
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const otherWay = isOtherWay(property, side)
    if (otherWay) required.delete(name)
    // A client need not know what a response leaves out; a code that takes a readOnly field does no harm.
    if (otherWay && side.direction === 'response') continue
    properties.set(name, property)
  }
  const patterns = new Map(Object.entries(schema.patternProperties ?? {}))
  const { unevaluatedProperties } = schema
  const beside = unevaluatedProperties === undefined ? undefined : listedBeside(schema, side)
  for (const name of beside?.names ?? []) if (!properties.has(name)) properties.set(name, {})
  for (const pattern of beside?.patterns ?? []) if (!patterns.has(pattern)) patterns.set(pattern, {})
  return {
    properties,
    required,
    patterns,
    open: schema.additionalProperties ?? (beside?.all ? true : unevaluatedProperties) ?? null,
    mentions: mentionsMembers(schema),
    minProperties: schema.minProperties ?? 0,
    maxProperties: schema.maxProperties ?? Number.POSITIVE_INFINITY,
  }
}
