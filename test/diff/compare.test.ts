import { describe, expect, it } from 'vitest'
import { compareSchemas } from '../../src/diff/compare.js'
import type { Part } from '../../src/model/finding.js'
import type { Schema, Schemas } from '../../src/model/schema.js'

const string: Schema = { type: ['string'] }
const integer: Schema = { type: ['integer'] }
const number: Schema = { type: ['number'] }
const nil: Schema = { type: ['null'] }
/** What a TypeScript type says. */
const text: Schema = { type: ['string'], inexact: 'a type does not say which strings' }
const amount: Schema = { type: ['number'], inexact: 'a type does not say which numbers' }
const unknown: Schema = { inexact: 'it is any' }
const object = (properties: Record<string, Schema>, required: string[] = Object.keys(properties)): Schema => ({
  type: ['object'],
  properties,
  required,
})
const list = (items: Schema): Schema => ({ type: ['array'], items })

function verdict(
  spec: Schema,
  code: Schema,
  part: Part = 'response',
  schemas: { spec?: Schemas; code?: Schemas } = {},
) {
  const body = part === 'request' || part === 'response'
  return compareSchemas({
    spec: { schema: spec, schemas: schemas.spec ?? {} },
    code: { schema: code, schemas: schemas.code ?? {} },
    direction: part === 'response' ? 'response' : 'request',
    address: { part, status: null, mediaType: body ? 'application/json' : null, pointer: body ? '' : '/limit' },
  })
}

/** `pointer aspect widerSide`, sorted. */
function found(...args: Parameters<typeof verdict>): string[] {
  return verdict(...args)
    .differences.map(({ pointer, aspect, wider }) => `${pointer} ${aspect} ${wider}`)
    .sort()
}

describe('what the code sends', () => {
  it.each<[string, Schema, Schema, string[]]>([
    ['the same object is no difference', object({ id: string }), object({ id: string }), []],
    ['a field too many', object({ id: string }), object({ id: text, secret: text }), ['/secret field code']],
    ['a field too few', object({ id: string, name: string }, ['id']), object({ id: text }), ['/name field spec']],
    [
      'a required field too few is told once',
      object({ id: string, name: string }),
      object({ id: text }),
      ['/name field spec'],
    ],
    ['a field that may be missing', object({ id: string }), object({ id: text }, []), ['/id required code']],
    ['a field that is always there', object({ id: string }, []), object({ id: text }), ['/id required spec']],
    [
      'a field that is declared, but may be `undefined` like any `any`',
      object({ id: string }, []),
      object({ id: unknown }),
      [],
    ],
    ['null that is not allowed', object({ id: string }), object({ id: { anyOf: [text, nil] } }), ['/id nullable code']],
    [
      'null that never comes',
      object({ id: { type: ['string', 'null'] } }),
      object({ id: text }),
      ['/id nullable spec'],
    ],
    ['another type, even of a TypeScript type', object({ id: integer }), object({ id: text }), ['/id type code']],
    [
      'TypeScript number suits integer and bounds',
      object({ n: { ...integer, minimum: 1 } }),
      object({ n: amount }),
      [],
    ],
    ['an exact number is no integer', object({ n: integer }), object({ n: number }), ['/n type code']],
    [
      'TypeScript string suits a format and a pattern',
      object({ s: { ...string, format: 'uuid', pattern: '^[0-9a-f-]+$' } }),
      object({ s: text }),
      [],
    ],
    [
      'a Date is no date',
      object({ d: { ...string, format: 'date' } }),
      object({ d: { ...string, format: 'date-time' } }),
      ['/d format code'],
    ],
    [
      'a Date is not any string, which is worth a note',
      object({ d: string }),
      object({ d: { ...string, format: 'date-time' } }),
      ['/d format spec'],
    ],
    ['a literal is a string', object({ ok: string }), object({ ok: { enum: ['yes'] } }), []],
    [
      'a value that is not listed',
      object({ s: { enum: ['a', 'b'] } }),
      object({ s: { enum: ['a', 'c'] } }),
      ['/s enum code'],
    ],
    [
      'a listed value that never comes',
      object({ s: { enum: ['a', 'b'] } }),
      object({ s: { enum: ['a'] } }),
      ['/s enum spec'],
    ],
    [
      'a literal that inference has widened',
      object({ s: { enum: ['a'] } }),
      object({ s: { anyOf: [{ enum: ['ok'] }, text] } }),
      ['/s enum code'],
    ],
    [
      'items of lists',
      list(object({ id: integer })),
      list(object({ id: text, x: text })),
      ['/*/id type code', '/*/x field code'],
    ],
    [
      'formats that only annotate',
      object({ p: { ...string, format: 'password' }, n: { ...integer, format: 'int64' } }),
      object({ p: string, n: integer }),
      [],
    ],
    [
      'another envelope is one finding',
      object({ data: object({ id: string, name: string }) }),
      object({ id: text, name: text }),
      [' shape code'],
    ],
    [
      'a bare list in place of an envelope is one finding',
      object({ items: list(string) }),
      list(text),
      [' shape code'],
    ],
    [
      'other fields are no other envelope',
      object({ token: string }),
      object({ accessToken: text }),
      ['/accessToken field code', '/token field spec'],
    ],
    [
      'a field the document only writes',
      object({ id: string, password: { ...string, writeOnly: true } }),
      object({ id: text }),
      [],
    ],
    [
      'a written field that is sent',
      object({ id: string, password: { ...string, writeOnly: true } }),
      object({ id: text, password: text }),
      ['/password field code'],
    ],
    [
      'a bare object contradicts nothing, and says nothing of what is sent',
      { type: ['object'] },
      object({ id: text }),
      [' unsaid code'],
    ],
    [
      'an open document allows all fields',
      { ...object({ id: string }), additionalProperties: true },
      object({ id: text, x: text }),
      ['/* field spec'],
    ],
    [
      'a map of one type',
      { type: ['object'], additionalProperties: integer },
      { type: ['object'], additionalProperties: text },
      ['/* type code'],
    ],
  ])('%s', (_, spec, code, expected) => {
    expect(found(spec, code)).toEqual(expected)
  })
})

describe('what the code accepts', () => {
  it.each<[string, Schema, Schema, string[]]>([
    ['a field too many', object({ id: string }), object({ id: string, x: string }, ['id']), ['/x field code']],
    ['a field that is not taken', object({ id: string, x: string }, ['id']), object({ id: string }), ['/x field spec']],
    ['a field that the code insists on', object({ id: string }, []), object({ id: text }), ['/id required spec']],
    ['a field of which the code says nothing', object({ id: string }, []), object({ id: unknown }), []],
    ['a field that the code does without', object({ id: string }), object({ id: text }, []), ['/id required code']],
    ['a stricter validator', object({ s: string }), object({ s: { ...string, minLength: 3 } }), ['/s constraint spec']],
    ['a laxer validator', object({ s: { ...string, minLength: 3 } }), object({ s: string }), ['/s constraint code']],
    [
      'a validator without the format',
      object({ s: { ...string, format: 'uuid' } }),
      object({ s: string }),
      ['/s format code'],
    ],
    [
      'fewer values than documented',
      object({ s: { enum: ['a', 'b'] } }),
      object({ s: { enum: ['a'] } }),
      ['/s enum spec'],
    ],
    [
      'a list that must not repeat itself',
      object({ tags: list(string) }),
      object({ tags: { ...list(string), uniqueItems: true } }),
      ['/tags constraint spec'],
    ],
    [
      'an empty object that the code refuses',
      object({ a: string }, []),
      { ...object({ a: string }, []), minProperties: 1 },
      [' constraint spec'],
    ],
    [
      'more entries than the code takes',
      { type: ['object'], additionalProperties: integer },
      { type: ['object'], additionalProperties: integer, maxProperties: 2 },
      [' constraint spec'],
    ],
    ['values where any string is documented', object({ s: string }), object({ s: { enum: ['a'] } }), ['/s enum spec']],
    [
      'a field that clients do not send',
      object({ id: { ...string, readOnly: true }, n: string }),
      object({ n: text }),
      [],
    ],
    [
      'a whole entity as input',
      object({ id: { ...string, readOnly: true }, n: string }),
      object({ id: text, n: text }, ['n']),
      [],
    ],
  ])('%s', (_, spec, code, expected) => {
    expect(found(spec, code, 'request')).toEqual(expected)
  })
})

describe('parameters are texts', () => {
  it.each<[string, Schema, Schema, string[]]>([
    ['a TypeScript string suits integer', integer, text, []],
    ['a validated string takes more than integers', integer, string, [' type code']],
    ['a validated integer refuses strings', string, integer, [' type spec']],
    ['bounds', { ...integer, minimum: 1 }, integer, [' constraint code']],
    ['values', { enum: ['a', 'b'] }, { enum: ['a', 'b', 'c'] }, [' enum code']],
    ['one or several of a name', string, { anyOf: [text, list(text)] }, []],
  ])('%s', (_, spec, code, expected) => {
    expect(found(spec, code, 'query').map((line) => line.replace('/limit', ''))).toEqual(expected)
  })
})

describe('what cannot be told', () => {
  const reasons = (...args: Parameters<typeof verdict>) =>
    verdict(...args).unverifiable.map(({ pointer, reason }) => `${pointer}: ${reason}`)

  const condition: Schema = {
    ...object({ a: string, b: string }, ['a']),
    if: object({ a: { enum: ['x'] } }),
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, never a promise
    then: { required: ['b'] },
  }

  it.each<[string, Schema, Schema, RegExp]>([
    ['an unknown value', object({ a: string }), object({ a: unknown }), /^\/a: it is any$/],
    [
      'a string against a list of values',
      object({ s: { enum: ['a', 'b'] } }),
      object({ s: text }),
      /^\/s: the code's type is string; the document lists 2 values/,
    ],
    [
      'a dictionary against listed fields',
      object({ a: string }, []),
      { type: ['object'], additionalProperties: text },
      /any name/,
    ],
    ['a list of a type against its most items', { ...list(string), maxItems: 3 }, list(text), /how many items/],
    [
      'optional fields against the fewest that must be there',
      { ...object({ a: string }, []), minProperties: 1 },
      object({ a: text }, []),
      /how many properties/,
    ],
    [
      'a value of two variants of a oneOf',
      { oneOf: [integer, { ...number, minimum: 2 }] },
      { enum: [3] },
      /variants of a oneOf may share values/,
    ],
    [
      'one of several kinds of list',
      list({ ...string, minLength: 2 }),
      { anyOf: [list(text), list(amount)] },
      /several kinds of list/,
    ],
    ['a condition', condition, object({ a: text, b: text }, ['a']), /uses if/],
  ])('%s', (_, spec, code, expected) => {
    expect(verdict(spec, code).differences).toEqual([])
    expect(reasons(spec, code).join('\n')).toMatch(expected)
  })

  it('says nothing of an unknown value where the document allows everything', () => {
    expect(verdict({}, unknown)).toEqual({ differences: [], unverifiable: [] })
  })
})

describe('recursion and size', () => {
  const tree = (extra: Record<string, Schema>): Schemas => ({
    Node: object({ value: string, children: list({ ref: 'Node' }), ...extra }),
  })

  it('ends on schemas that contain themselves', () => {
    expect(found({ ref: 'Node' }, { ref: 'Node' }, 'response', { spec: tree({}), code: tree({}) })).toEqual([])
  })

  it('tells a difference in a recursive schema once', () => {
    const schemas = { spec: tree({}), code: tree({ extra: text }) }
    expect(found({ ref: 'Node' }, { ref: 'Node' }, 'response', schemas)).toEqual(['/extra field code'])
  })

  it('survives a schema that is only itself', () => {
    expect(verdict({ ref: 'A' }, string, 'response', { spec: { A: { ref: 'A' } } }).differences).toEqual([])
  })

  it('does not hang on a pattern that backtracks without end', () => {
    const evil = { ...string, pattern: '^(a+)+$', maxLength: 60 }
    const started = Date.now()
    verdict(object({ s: evil }), object({ s: string }), 'request')
    expect(Date.now() - started).toBeLessThan(5000)
  })
})

describe('unions', () => {
  it.each<[string, Schema]>([
    ['a listed value', { oneOf: [object({ kind: { enum: ['a'] } }), object({ kind: { enum: ['b'] } })] }],
    ['a required field', { oneOf: [object({ a: string }), object({ b: string })] }],
    [
      'a bound',
      {
        oneOf: [
          { ...number, exclusiveMaximum: 0 },
          { ...number, minimum: 0 },
        ],
      },
    ],
    [
      'a format',
      {
        oneOf: [
          { ...string, format: 'date' },
          { ...string, format: 'uuid' },
        ],
      },
    ],
  ])('tells the variants of a oneOf apart by %s', (_, schema) => {
    expect(verdict(schema, { anyOf: schema.oneOf ?? [] })).toEqual({ differences: [], unverifiable: [] })
  })

  const cat = object({ kind: { enum: ['cat'] }, lives: integer })
  const dog = object({ kind: { enum: ['dog'] }, breed: string })

  it('pairs variants by the values that tell them apart', () => {
    expect(found({ oneOf: [cat, dog] }, { anyOf: [dog, cat] })).toEqual([])
    expect(found({ oneOf: [cat, dog] }, { anyOf: [object({ kind: { enum: ['dog'] }, breed: integer }), cat] })).toEqual(
      ['/breed type code'],
    )
  })

  it('holds variants that differ in little each against itself', () => {
    const shared = { id: string, name: string, note: string }
    const union: Schema = {
      anyOf: [
        object({ ...shared, kind: { enum: ['x'] } }, ['id']),
        object({ ...shared, kind: string }, ['id', 'name']),
      ],
    }
    expect(verdict(union, { anyOf: [...(union.anyOf ?? [])].reverse() })).toEqual({ differences: [], unverifiable: [] })
  })

  it('sees fields around variants', () => {
    const spec = { ...object({ id: string }), oneOf: [object({ a: string }), object({ b: string })] }
    expect(found(spec, { anyOf: [object({ id: text, a: text }), object({ id: text, b: text })] })).toEqual([])
  })

  it.each<[string, Schema, Schema]>([
    ['null', { type: ['string', 'null'], enum: ['a', null] }, { anyOf: [{ enum: ['a'] }, nil] }],
    ['a boolean', { enum: [true, false, 'auto'] }, { anyOf: [{ type: ['boolean'] }, { enum: ['auto'] }] }],
  ])('takes a list that names all values of %s for the type', (_, one, other) => {
    expect(verdict(one, other)).toEqual({ differences: [], unverifiable: [] })
    expect(verdict(other, one, 'request')).toEqual({ differences: [], unverifiable: [] })
  })

  it('reads allOf as its merge', () => {
    const spec = { allOf: [{ ref: 'Base' }, object({ name: string })] }
    expect(
      found(spec, object({ id: text, name: text }), 'response', { spec: { Base: object({ id: string }) } }),
    ).toEqual([])
    expect(
      found(spec, object({ id: text, name: text, x: text }), 'response', { spec: { Base: object({ id: string }) } }),
    ).toEqual(['/x field code'])
  })
})

it('keeps several patterns of one schema apart', () => {
  const spec = object({
    card: { ...string, pattern: '^LIB-\\d{6}$' },
    postcode: { ...string, pattern: '^[A-Z]{3}$' },
    pin: string,
  })
  expect(found(spec, object({ card: text, postcode: text }))).toEqual(['/pin field spec'])
})

it.each(['\\p{Letter}', '\\-'])('reads the pattern %s, whichever mode of expressions it is written for', (pattern) => {
  const values = pattern === '\\-' ? ['-'] : ['π']
  expect(verdict({ ...string, pattern: `^${pattern}$` }, { enum: values }).differences).toEqual([])
  expect(found({ ...string, pattern: `^${pattern}$` }, { enum: ['1'] })).toEqual([' constraint code'])
})

it('shows a value that makes the difference', () => {
  const spec = object({ id: { ...string, format: 'uuid' }, status: { enum: ['active'] } })
  const code = object({ id: { ...string, format: 'uuid' }, status: { enum: ['active', 'archived'] } })
  const [difference] = verdict(spec, code).differences
  expect(difference?.proof).toEqual({
    value: { id: '3f2b8c1e-7d4a-4e59-9b60-1c2d3e4f5a6b', status: 'archived' },
    acceptedBy: 'code',
    refusedBy: 'spec',
  })
})

it('notices what JSON cannot hold', () => {
  expect(found(object({ n: integer }), object({ n: { unserialisable: 'a bigint' } }))).toEqual([
    '/n unserialisable code',
  ])
})

it('names each literal value once, whichever variant lists it', () => {
  const code: Schema = { anyOf: [{ enum: ['low'] }, { enum: ['low', 'high'] }, { enum: [1] }] }
  expect(verdict(object({ level: { type: ['boolean'] } }), object({ level: code })).differences[0]?.code.says).toBe(
    '1, "low" or "high"',
  )
})

describe('schemas that lead to each other through more levels than are followed at once', () => {
  const chain = (last: Schema): Schemas =>
    Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [
        `S${index}`,
        object({ next: index === 99 ? last : { ref: `S${index + 1}` }, back: { ref: 'S0' } }, []),
      ]),
    )
  const ask = (code: Schemas) => verdict({ ref: 'S0' }, { ref: 'S0' }, 'response', { spec: chain(string), code })

  it('are compared to the end', () => {
    expect(ask(chain(string))).toEqual({ differences: [], unverifiable: [] })
  })

  it('differ where the deepest of them differs', () => {
    const { differences } = ask(chain({ type: ['boolean'] }))
    expect(differences.map(({ pointer, aspect }) => [pointer.split('/').length - 1, aspect])).toEqual([[100, 'type']])
  })
})

it('says a difference of a named schema where that schema is written, and one of a property at the property', () => {
  const at = (pointer: string) => ({ file: 'a.yaml', line: 1, column: 1, pointer })
  const genre: Schema = { enum: ['novel'], at: at('/components/schemas/Genre') }
  const spec = object({ genre: { ref: 'Genre', at: at('/components/schemas/Book/properties/genre') } })
  const { differences } = verdict(spec, object({ genre: { enum: ['novel', 'poem'] } }, []), 'response', {
    spec: { Genre: genre },
  })
  expect(differences.map((one) => [one.aspect, one.spec.at?.pointer])).toEqual([
    ['required', '/components/schemas/Book/properties/genre'],
    ['enum', '/components/schemas/Genre'],
  ])
})

it('does not tell a text that is only checked for its length or pattern from the number that it is read as', () => {
  const checked: Schema = { type: ['string'], pattern: '^[0-9]+$' }
  expect(verdict(integer, checked, 'query').differences).toEqual([])
  expect(found({ ...string, minLength: 2 }, { ...string, minLength: 3 }, 'query')).toEqual(['/limit constraint spec'])
})
