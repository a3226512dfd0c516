import fc from 'fast-check'
import type { Json, JsonObject } from '../../src/model/json.js'

const usual = fc.oneof(
  { arbitrary: fc.constantFrom<JsonObject>({ type: 'string' }, { type: 'integer' }, { type: 'boolean' }), weight: 4 },
  fc.constantFrom<JsonObject>({ type: 'number' }, { type: ['string', 'null'] }, { type: ['integer', 'null'] }),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(12))
    .map(([low, more]): JsonObject => ({ type: 'integer', minimum: low, maximum: low + more })),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(12))
    .map(([low, more]): JsonObject => ({ type: 'number', exclusiveMinimum: low, maximum: low + more + 1 })),
  fc.constantFrom(2, 3, 5, 0.5, 0.01).map((step): JsonObject => ({ type: 'number', multipleOf: step })),
  fc
    .tuple(fc.nat(6), fc.nat(12))
    .map(([least, more]): JsonObject => ({ type: 'string', minLength: least, maxLength: least + more })),
  fc
    .constantFrom('uuid', 'date', 'date-time', 'email', 'uri', 'ipv4', 'password')
    .map((format): JsonObject => ({ type: 'string', format })),
  fc
    .constantFrom('^[a-z]+$', '^\\d{2,4}$', '^[A-Z]{2}-\\d+$', '[A-Z]')
    .map((pattern): JsonObject => ({ type: 'string', pattern })),
  fc
    .uniqueArray(fc.constantFrom<Json>('active', 'blocked', 'new', 1, 2, null, true), { minLength: 1, maxLength: 4 })
    .map((values): JsonObject => ({ enum: values })),
  fc.constantFrom<Json>('active', 1, false).map((value): JsonObject => ({ const: value })),
)

const names = ['id', 'name', 'status', 'total', 'kind', 'constructor'] as const

function objects(member: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  const members = fc.uniqueArray(fc.tuple(fc.constantFrom(...names), member, fc.boolean()), {
    selector: ([name]) => name,
    minLength: 1,
    maxLength: 3,
  })
  const others = fc.option(fc.oneof(fc.constant(false), fc.constant(false), member), { freq: 2 })
  return fc.tuple(members, others).map(([list, rest]): JsonObject => {
    const required = list.filter(([, , needed]) => needed).map(([name]) => name)
    return {
      type: 'object',
      properties: Object.fromEntries(list.map(([name, schema]) => [name, schema])),
      ...(required.length === 0 ? {} : { required }),
      ...(rest === null ? {} : { additionalProperties: rest }),
    }
  })
}

/** Variants told apart by the one value of a property. */
function tagged(member: fc.Arbitrary<JsonObject>): fc.Arbitrary<JsonObject> {
  return fc.tuple(fc.constantFrom('oneOf', 'anyOf'), member, member).map(([word, ...members]): JsonObject => {
    const variants = members.map((value, index) => ({
      type: 'object',
      properties: { kind: { enum: [`kind${index}`] }, value },
      required: ['kind'],
    }))
    return { [word]: variants }
  })
}

type Tied = Record<'any' | 'object' | 'list' | 'map' | 'union' | 'tagged', JsonObject>

const unnamed: fc.Arbitrary<JsonObject> = fc.letrec<Tied>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'schema' },
    usual,
    tie('object'),
    tie('object'),
    tie('list'),
    tie('map'),
    tie('union'),
    tie('tagged'),
  ),
  object: objects(tie('any')),
  list: tie('any').map((items): JsonObject => ({ type: 'array', items })),
  map: tie('any').map((rest): JsonObject => ({ type: 'object', additionalProperties: rest })),
  union: fc
    .tuple(fc.constantFrom('anyOf', 'oneOf'), usual, usual)
    .map(([word, ...parts]): JsonObject => ({ [word]: parts })),
  tagged: tagged(tie('any')),
})).any

/** One named schema that several places refer to. */
const shared = unnamed.map(
  (inner): JsonObject => ({
    type: 'object',
    properties: { one: { $ref: '#/$defs/Shared' }, many: { type: 'array', items: { $ref: '#/$defs/Shared' } } },
    $defs: { Shared: inner },
  }),
)

/** A schema whose values hold values of itself. */
const recursive = fc.tuple(usual, fc.boolean(), fc.boolean()).map(
  ([value, needed, closed]): JsonObject => ({
    $ref: '#/$defs/Node',
    $defs: {
      Node: {
        type: 'object',
        properties: { value, parts: { type: 'array', items: { $ref: '#/$defs/Node' } } },
        ...(needed ? { required: ['value'] } : {}),
        ...(closed ? { additionalProperties: false } : {}),
      },
    },
  }),
)

const discriminated = fc
  .tuple(unnamed, unnamed, fc.constantFrom('oneOf', 'anyOf'))
  .map(([one, other, word]): JsonObject => {
    const variant = (kind: string, value: JsonObject) => ({
      type: 'object',
      properties: { kind: { enum: [kind] }, value },
      required: ['kind'],
    })
    return {
      [word]: [{ $ref: '#/$defs/One' }, { $ref: '#/$defs/Other' }],
      discriminator: { propertyName: 'kind', mapping: { one: '#/$defs/One', other: '#/$defs/Other' } },
      $defs: { One: variant('one', one), Other: variant('other', other) },
    }
  })

/** Schemas of the keywords that OpenAPI documents use most. */
export const schemas: fc.Arbitrary<JsonObject> = fc.oneof(
  { arbitrary: unnamed, weight: 7 },
  shared,
  recursive,
  discriminated,
)

const rare = fc.constantFrom<JsonObject>(
  { not: { type: 'string' } },
  { not: { enum: ['active', 1] } },
  { type: 'array', contains: { type: 'integer' }, minContains: 2 },
  { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false, minItems: 2 },
  { type: 'array', items: { type: 'integer' }, uniqueItems: true, maxItems: 3 },
  { type: 'array', items: { type: 'string' }, minItems: 1 },
  { type: 'object', propertyNames: { pattern: '^[a-z]+$' } },
  { type: 'object', patternProperties: { '^x-': { type: 'string' } }, additionalProperties: false },
  { type: 'object', patternProperties: { '^x-': { type: 'integer' } }, additionalProperties: false },
  { type: 'object', patternProperties: { '^x-': { type: 'integer', maximum: 5 } }, additionalProperties: false },
  { type: 'object', patternProperties: { '^x-': { type: 'string' }, '^y-': {} }, additionalProperties: false },
  { type: 'object', patternProperties: { '^x-': { type: 'integer' } }, additionalProperties: { type: 'string' } },
  { type: 'object', properties: { name: {} }, required: ['name', 'nmae'], additionalProperties: false },
  { type: 'object', properties: { name: {} }, required: ['name'], additionalProperties: false },
  { not: { oneOf: [{ type: 'integer' }, { type: 'number' }] } },
  { type: 'integer', multipleOf: 1000 },
  { type: 'object', properties: { id: { type: 'integer' } }, dependentRequired: { id: ['name'] } },
  { type: 'object', minProperties: 1, maxProperties: 3 },
  { type: 'object', properties: { id: { type: 'string' } }, unevaluatedProperties: false },
  {
    type: 'object',
    properties: { kind: { enum: ['a', 'b'] } },
    if: { properties: { kind: { const: 'a' } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, never a promise
    then: { required: ['id'] },
  },
  {},
)

/** Schemas with the other keywords of JSON Schema. */
export const rareSchemas: fc.Arbitrary<JsonObject> = fc.oneof(
  rare,
  rare.map((schema): JsonObject => ({ type: 'object', properties: { id: schema }, required: ['id'] })),
  fc.tuple(rare, usual).map(([one, other]): JsonObject => ({ anyOf: [one, other] })),
)
