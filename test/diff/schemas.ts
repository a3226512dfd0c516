import fc from 'fast-check'
import type { Schema } from '../../src/model/schema.js'

const leaf: fc.Arbitrary<Schema> = fc.oneof(
  fc.constant<Schema>({ type: ['string'] }),
  fc.constant<Schema>({ type: ['boolean'] }),
  fc.constant<Schema>({ type: ['integer'] }),
  fc.constant<Schema>({ type: ['number', 'null'] }),
  fc
    .constantFrom('uuid', 'date-time', 'date', 'email', 'uri', 'int32')
    .map((format): Schema => ({ type: ['string'], format })),
  fc
    .tuple(fc.nat(5), fc.nat(20))
    .map(([least, more]): Schema => ({ type: ['string'], minLength: least, maxLength: least + more })),
  fc
    .tuple(fc.integer({ min: -9, max: 9 }), fc.nat(20))
    .map(([least, more]): Schema => ({ type: ['integer'], minimum: least, maximum: least + more })),
  fc
    .uniqueArray(fc.constantFrom('active', 'blocked', 'archived', 'new'), { minLength: 1 })
    .map((values): Schema => ({ enum: values })),
  fc.constantFrom('^[a-z]+$', '^\\d{4}$', '^[A-Z]{2}-\\d+$').map((pattern): Schema => ({ type: ['string'], pattern })),
)

const names = ['id', 'name', 'status', 'total', 'tags', 'owner'] as const

function objects(member: fc.Arbitrary<Schema>): fc.Arbitrary<Schema> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), member, fc.boolean()), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 4,
    })
    .map(
      (members): Schema => ({
        type: ['object'],
        properties: Object.fromEntries(members.map(([name, schema]) => [name, schema])),
        required: members.filter(([, , required]) => required).map(([name]) => name),
      }),
    )
}

/** Schemas as documents hold them: objects, lists, unions, and scalars with their usual restrictions. */
export const schemas: fc.Arbitrary<Schema> = fc.letrec<{ any: Schema; object: Schema; list: Schema; union: Schema }>(
  (tie) => ({
    any: fc.oneof({ maxDepth: 3, depthIdentifier: 'schema' }, leaf, tie('object'), tie('list'), tie('union')),
    object: objects(
      fc.oneof({ maxDepth: 3, depthIdentifier: 'schema' }, leaf, tie('object'), tie('list'), tie('union')),
    ),
    list: fc
      .tuple(tie('any'), fc.constantFrom<Schema>({}, { uniqueItems: true }, { minItems: 1 }, { maxItems: 2 }))
      .map(([items, words]): Schema => ({ type: ['array'], items, ...words })),
    union: fc
      .tuple(fc.constantFrom('anyOf', 'oneOf'), leaf, leaf)
      .map(([word, ...variants]): Schema => ({ [word]: variants })),
  }),
).any

/** The same schema in other words. */
export function reworded(schema: Schema): Schema {
  const members = Object.entries(schema.properties ?? {}).reverse()
  const own: Schema = {
    ...schema,
    ...(schema.properties
      ? { properties: Object.fromEntries(members.map(([name, inner]) => [name, reworded(inner)])) }
      : {}),
    ...(schema.required ? { required: [...schema.required].reverse() } : {}),
    ...(typeof schema.items === 'object' ? { items: reworded(schema.items) } : {}),
    ...(schema.anyOf ? { anyOf: [...schema.anyOf].reverse().map(reworded) } : {}),
    ...(schema.oneOf ? { oneOf: [...schema.oneOf].reverse() } : {}),
    ...(schema.enum ? { enum: [...schema.enum].reverse() } : {}),
  }
  const [first] = members
  if (!first || members.length < 2) return { allOf: [own] }
  const rest = Object.fromEntries(Object.entries(own.properties ?? {}).filter(([name]) => name !== first[0]))
  return {
    allOf: [
      { ...own, properties: rest, required: (own.required ?? []).filter((name) => name !== first[0]) },
      {
        type: ['object'],
        properties: { [first[0]]: reworded(first[1]) },
        required: (own.required ?? []).filter((name) => name === first[0]),
      },
    ],
  }
}
