import { describe, expect, it } from 'vitest'
import { read, readSchema, withoutPlaces } from './project.js'

describe('a schema becomes JSON Schema 2020-12, whatever dialect it was written in', () => {
  const object = { type: ['object'] }
  it.each([
    ['2.0', '{ type: string, x-nullable: true }', { type: ['string', 'null'] }],
    ['2.0', '{ type: file }', { type: ['string'], format: 'binary' }],
    ['2.0', '{ type: object, discriminator: kind }', { ...object, discriminator: { propertyName: 'kind' } }],
    ['3.0.3', '{ type: integer, format: int64 }', { type: ['integer'], format: 'int64' }],
    ['3.0.3', '{ type: string, nullable: true }', { type: ['string', 'null'] }],
    ['3.0.3', '{ type: string, nullable: true, enum: [a] }', { type: ['string', 'null'], enum: ['a', null] }],
    ['3.0.3', '{ nullable: true, enum: [a, null] }', { enum: ['a', null] }],
    [
      '3.0.3',
      '{ nullable: true, oneOf: [{ type: string }] }',
      { anyOf: [{ oneOf: [{ type: ['string'] }] }, { type: ['null'] }] },
    ],
    ['3.0.3', '{ type: number, minimum: 1, exclusiveMinimum: true }', { type: ['number'], exclusiveMinimum: 1 }],
    ['3.0.3', '{ type: number, maximum: 1, exclusiveMaximum: false }', { type: ['number'], maximum: 1 }],
    ['3.0.3', '{ type: object, additionalProperties: {} }', { ...object, additionalProperties: true }],
    ['3.0.3', '{ type: object, additionalProperties: false }', { ...object, additionalProperties: false }],
    ['3.0.3', '{ type: string, example: x, title: T, x-y: 1 }', { type: ['string'] }],
    [
      '3.0.3',
      '{ type: string, readOnly: true, deprecated: true, default: a }',
      { type: ['string'], readOnly: true, deprecated: true, default: 'a' },
    ],
    ['3.1.0', '{ type: [string, "null"], const: a }', { type: ['string', 'null'], enum: ['a'] }],
    ['3.1.0', '{ type: number, exclusiveMinimum: 0 }', { type: ['number'], exclusiveMinimum: 0 }],
    [
      '3.1.0',
      '{ type: array, prefixItems: [{ type: string }], items: false }',
      { type: ['array'], prefixItems: [{ type: ['string'] }], items: false },
    ],
    ['3.1.0', 'true', {}],
    ['3.1.0', 'false', { not: {} }],
    [
      '3.1.0',
      '{ type: object, properties: { a: {} }, unevaluatedProperties: false }',
      { ...object, properties: { a: {} }, additionalProperties: false },
    ],
    [
      '3.1.0',
      '{ type: object, properties: { a: {} }, unevaluatedProperties: { type: string } }',
      { ...object, properties: { a: {} }, additionalProperties: { type: ['string'] } },
    ],
    [
      '3.1.0',
      '{ type: string, contentEncoding: base64, contentMediaType: image/png }',
      { type: ['string'], contentEncoding: 'base64', contentMediaType: 'image/png' },
    ],
  ])('%s %s', async (version, written, expected) => {
    expect(await readSchema(version, written)).toEqual(expected)
  })

  it('says so where a type is none of JSON Schema', async () => {
    expect(await readSchema('3.0.3', '{ type: date }')).toEqual({ inexact: 'type "date" is not a type of JSON Schema' })
  })

  it('keeps unevaluatedProperties beside a composition, which then lists no more than it writes', async () => {
    const written =
      '{ oneOf: [{ type: object, properties: { a: {} }, required: [b] }, true], unevaluatedProperties: false }'
    expect(await readSchema('3.1.0', written)).toEqual({
      oneOf: [{ type: ['object'], properties: { a: {} }, required: ['b'] }, {}],
      unevaluatedProperties: false,
    })
  })

  it('says so where unevaluatedItems stands beside contains', async () => {
    const written = '{ type: array, contains: { type: string }, unevaluatedItems: { type: number } }'
    expect((await readSchema('3.1.0', written))?.inexact).toBe('unevaluatedItems beside a composition is not compared')
  })

  it('writes dependentRequired out as a condition', async () => {
    expect(
      await readSchema('3.1.0', '{ type: object, properties: { a: {}, b: {} }, dependentRequired: { a: [b] } }'),
    ).toEqual({
      type: ['object'],
      properties: { a: {}, b: {} },
      // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
      allOf: [{ if: { type: ['object'], required: ['a'] }, then: { required: ['b'] } }],
    })
  })

  it('opens the objects inside a condition, and allows in the whole what only a branch describes', async () => {
    const written =
      '{ type: object, properties: { a: {} }, if: { properties: { a: { const: 1 } } }, then: { properties: { b: {} } } }'
    expect(await readSchema('3.1.0', written)).toEqual({
      type: ['object'],
      properties: { a: {}, b: {} },
      if: { properties: { a: { enum: [1] } }, additionalProperties: true },
      // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
      then: { properties: { b: {} }, additionalProperties: true },
    })
  })

  it('writes a reference inside a condition out, so that it is open as well', async () => {
    expect(
      await readSchema('3.1.0', '{ not: { $ref: "#/components/schemas/Cat" } }', '  Cat: { properties: { a: {} } }'),
    ).toEqual({
      not: { properties: { a: {} }, additionalProperties: true },
    })
  })
})

describe('an object', () => {
  it('that says nothing of its members stays free-form', async () => {
    expect(await readSchema('3.0.3', '{ type: object }')).toEqual({ type: ['object'] })
  })

  it('that carries the keywords of an array is a mistake, and reads as closed', async () => {
    expect(await readSchema('3.0.3', '{ type: object, items: { type: string } }')).toEqual({
      type: ['object'],
      items: { type: ['string'] },
      properties: {},
    })
  })

  it('has the properties that it only requires', async () => {
    expect(await readSchema('3.0.3', '{ type: object, required: [b], properties: { a: {} } }')).toEqual({
      type: ['object'],
      properties: { a: {}, b: {} },
      required: ['b'],
    })
  })

  it('is one where people leave its type out beside properties', async () => {
    expect(await readSchema('3.0.3', '{ properties: { a: { items: { type: string } } } }')).toEqual({
      type: ['object'],
      properties: { a: { type: ['array'], items: { type: ['string'] } } },
    })
  })

  it('may have a property named like a keyword, or like a part of every JavaScript object', async () => {
    const written =
      '{ type: object, properties: { properties: { type: string }, __proto__: { type: number }, default: { $ref: "#/components/schemas/Cat" } } }'
    const schema = await readSchema('3.0.3', written, '  Cat: { type: string }')
    expect(Object.entries(schema?.properties ?? {})).toEqual([
      ['properties', { type: ['string'] }],
      ['__proto__', { type: ['number'] }],
      ['default', { ref: 'Cat' }],
    ])
  })
})

describe('a reference to a schema', () => {
  const cat = '  Cat: { type: object, properties: { mother: { $ref: "#/components/schemas/Cat" } } }'

  it('stays a name, so that recursion stays finite', async () => {
    expect(await readSchema('3.0.3', '{ type: array, items: { $ref: "#/components/schemas/Cat" } }', cat)).toEqual({
      type: ['array'],
      items: { ref: 'Cat' },
    })
  })

  it('before 3.1 says nothing beside itself but annotations and nullable', async () => {
    const written =
      '{ properties: { cat: { $ref: "#/components/schemas/Cat", nullable: true, deprecated: true, minProperties: 2 } } }'
    expect((await readSchema('3.0.3', written, cat))?.properties?.cat).toEqual({
      deprecated: true,
      anyOf: [{ ref: 'Cat' }, { type: ['null'] }],
    })
  })

  it('from 3.1 on holds together with what stands beside it', async () => {
    const written = '{ $ref: "#/components/schemas/Cat", required: [mother], description: d }'
    expect(await readSchema('3.1.0', written, cat)).toEqual({ allOf: [{ ref: 'Cat' }, { required: ['mother'] }] })
  })

  it('may go by $anchor, $defs or $id', async () => {
    const written =
      '{ $defs: { A: { $anchor: here, type: string } }, properties: { a: { $ref: "#here" }, b: { $ref: "#/components/schemas/It/$defs/A" }, c: { $ref: "https://example.com/c" } } }'
    const schema = await readSchema('3.1.0', written, '  C: { $id: "https://example.com/c", type: number }')
    expect(schema?.properties).toEqual({ a: { ref: 'A' }, b: { ref: 'A' }, c: { ref: 'C' } })
  })

  it('names the schemas of a discriminator', async () => {
    const written =
      '{ oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: kind, mapping: { cat: Cat, tom: "#/components/schemas/Cat" } } }'
    expect((await readSchema('3.0.3', written, cat))?.discriminator).toEqual({
      propertyName: 'kind',
      mapping: { cat: 'Cat', tom: 'Cat' },
    })
  })

  it('holds, as a variant that a mapping names, the values that lead to it, and its own name', async () => {
    const written =
      '{ oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }, { $ref: "#/components/schemas/Cow" }], discriminator: { propertyName: kind, mapping: { tom: Cat, rex: Dog } } }'
    const animals = `  Cat: { type: object, properties: { kind: { type: string } } }
  Dog: { type: object, properties: { kind: { type: string, enum: [dog] } } }
  Cow: { type: object }`
    const kind = { properties: { kind: { enum: ['tom', 'Cat'] } }, additionalProperties: true }
    expect((await readSchema('3.0.3', written, animals))?.oneOf).toEqual([
      { allOf: [{ ref: 'Cat' }, kind] },
      { ref: 'Dog' },
      { ref: 'Cow' },
    ])
  })

  it('in a circle of nothing but references is unknown, and a problem with its place', async () => {
    const text = `openapi: 3.0.3
info: { title: t, version: "1" }
paths: {}
components:
  schemas:
    A:
      $ref: '#/components/schemas/B'
    B:
      $ref: '#/components/schemas/A'
`
    const { schemas, problems } = await read({ 'openapi.yaml': text })
    expect(Object.keys(withoutPlaces(schemas.A ?? {}))).toEqual(['inexact'])
    expect(problems.map(({ at, message }) => [at.line, message])).toEqual([
      [7, '$ref "#/components/schemas/B" runs in a circle'],
      [9, '$ref "#/components/schemas/A" runs in a circle'],
    ])
  })

  it('to the schema that holds it, not through a property, is cut', async () => {
    const schema = await readSchema('3.0.3', '{ allOf: [{ $ref: "#/components/schemas/It" }, { type: object }] }')
    expect(schema).toEqual({ allOf: [{ inexact: 'the schema "It" contains itself' }, { type: ['object'] }] })
  })
})

describe('names of schemas', () => {
  const head = 'openapi: 3.0.3\ninfo: { title: t, version: "1" }\n'

  it('come from components, and from the file for a schema in a file of its own', async () => {
    const { schemas } = await read({
      'openapi.yaml': `${head}paths: {}\ncomponents: { schemas: { Cat: { $ref: './cats/Tom.yaml' }, Dog: { properties: { friend: { $ref: './cats/Tom.yaml' }, owner: { $ref: './Person.json' } } } } }`,
      'cats/Tom.yaml': 'type: string',
      'Person.json': '{ "type": "number" }',
    })
    expect(withoutPlaces(schemas)).toEqual({
      Cat: { type: ['string'] },
      Dog: { type: ['object'], properties: { friend: { ref: 'Cat' }, owner: { ref: 'Person' } } },
      Person: { type: ['number'] },
    })
  })

  it('get a number where two files use the same one', async () => {
    const { schemas } = await read({
      'openapi.yaml': `${head}paths: {}\ncomponents: { schemas: { A: { items: { $ref: './one.yaml#/Cat' } }, B: { items: { $ref: './two.yaml#/Cat' } } } }`,
      'one.yaml': 'Cat: { type: string }',
      'two.yaml': 'Cat: { type: number }',
    })
    expect(withoutPlaces(schemas)).toMatchObject({ Cat: { type: ['string'] }, 'Cat-2': { type: ['number'] } })
  })
})
