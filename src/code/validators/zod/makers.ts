import type { JsonType, Schema } from '../../../model/schema.js'
import { array, enumeration, intersection, literal, nullable, object, of, tuple, union } from '../chains/makers.js'
import { type Accepted, exact, inexact, type Maker, type Reading } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'

const text = (format: string): Maker => of({ type: ['string'], format })
const someText = (what: string): Maker => of({ type: ['string'], inexact: `only ${what} are accepted` })

/** Any value is turned into this one first, as far as it can be. */
const coerced =
  (schema: Schema, others: readonly JsonType[] = ['string', 'boolean', 'null', 'array']): Maker =>
  () => ({ ...exact(schema), converts: others })

const byVersion = 'whether it may be left out depends on the version of zod'

/** A key that holds anything at all. */
const anything: Maker = () => ({ schema: {}, optional: true, doubted: byVersion })

const record =
  (doubted: string | undefined): Maker =>
  (reading, args, scope) => {
    const [first, second] = args
    const expression = second ?? first
    if (expression === undefined) return null
    const value = reading.read(expression, scope)
    const key = second === undefined || first === undefined ? null : reading.read(first, scope).schema
    const listed = key === null || Object.keys(key).join() !== 'enum' ? undefined : key.enum
    if (listed !== undefined) {
      const field: Accepted = { ...value, optional: true, ...(doubted === undefined ? {} : { doubted }) }
      return objectOf({ fields: new Map(listed.map((name) => [String(name), field])), others: 'strict' })
    }
    const names = key === null || Object.keys(key).join() === 'type' ? {} : { propertyNames: key }
    return exact({ type: ['object'], additionalProperties: value.schema, ...names })
  }

/** Items at the end that may be left out. */
const tupleOf: Maker = (reading, args, scope) => {
  const made = tuple(reading, args, scope)
  const { prefixItems = [] } = made?.schema ?? {}
  const least = made === null ? 0 : leastOf(reading, args, scope)
  if (made === null || least === prefixItems.length) return made
  return inexact({ ...made, schema: { ...made.schema, minItems: least } }, byVersion)
}

function leastOf(reading: Reading, [items]: Parameters<Maker>[1], scope: Parameters<Maker>[2]): number {
  const list = items === undefined ? null : reading.project.values.evaluate({ expression: items, scope })
  if (list?.kind !== 'array') return 0
  return list.elements.findLastIndex((each) => !reading.read(each.expression, each.scope).optional) + 1
}

/** One of several, and none of the others. */
const exclusive: Maker = (reading, args, scope) => {
  const made = union(reading, args, scope)
  const { anyOf } = made?.schema ?? {}
  return made === null || anyOf === undefined ? made : { ...made, schema: { oneOf: anyOf } }
}

/** What each function of zod makes, by its name after `z.`. */
export const makers: Readonly<Record<string, Maker>> = {
  string: of({ type: ['string'] }),
  number: of({ type: ['number'] }),
  int: of({ type: ['integer'] }),
  int32: of({ type: ['integer'], minimum: -2147483648, maximum: 2147483647 }),
  uint32: of({ type: ['integer'], minimum: 0, maximum: 4294967295 }),
  float32: of({ type: ['number'] }),
  float64: of({ type: ['number'] }),
  boolean: of({ type: ['boolean'] }),
  null: of({ type: ['null'] }),
  undefined: () => ({ schema: { not: {} }, optional: true }),
  void: () => ({ schema: { not: {} }, optional: true }),
  any: anything,
  unknown: anything,
  never: of({ not: {} }),
  date: of({ inexact: 'JSON has no dates: nothing that a client sends is one' }),
  email: text('email'),
  url: text('uri'),
  httpUrl: text('uri'),
  uuid: text('uuid'),
  guid: text('uuid'),
  uuidv4: text('uuid'),
  uuidv6: text('uuid'),
  uuidv7: text('uuid'),
  ipv4: text('ipv4'),
  ipv6: text('ipv6'),
  hostname: text('hostname'),
  'iso.datetime': text('date-time'),
  'iso.date': text('date'),
  'iso.time': text('time'),
  'iso.duration': text('duration'),
  nanoid: someText('nanoids'),
  cuid: someText('cuids'),
  cuid2: someText('cuid2s'),
  ulid: someText('ULIDs'),
  xid: someText('xids'),
  ksuid: someText('KSUIDs'),
  base64: someText('base64 texts'),
  base64url: someText('base64 texts'),
  jwt: someText('JSON web tokens'),
  emoji: someText('emojis'),
  e164: someText('phone numbers'),
  hex: someText('hexadecimal texts'),
  cidrv4: someText('address ranges'),
  cidrv6: someText('address ranges'),
  stringbool: someText('words for yes and no'),
  templateLiteral: someText('texts of one pattern'),
  object: object('strip'),
  strictObject: object('strict'),
  looseObject: object(true),
  union,
  xor: exclusive,
  discriminatedUnion: union,
  enum: enumeration,
  nativeEnum: enumeration,
  literal,
  array,
  tuple: tupleOf,
  record: record(byVersion),
  partialRecord: record(undefined),
  intersection,
  optional: (reading, [inner], scope) =>
    inner === undefined ? null : { ...reading.read(inner, scope), optional: true },
  nullable: (reading, [inner], scope) => (inner === undefined ? null : nullable(reading.read(inner, scope))),
  nullish: (reading, [inner], scope) =>
    inner === undefined ? null : { ...nullable(reading.read(inner, scope)), optional: true },
  preprocess: () => ({ schema: { inexact: 'the value is changed before it is checked' }, optional: true }),
  custom: of({ inexact: 'a function of the project checks it' }),
  instanceof: of({ inexact: 'JSON has no instances' }),
  map: of({ inexact: 'JSON has no maps' }),
  set: of({ inexact: 'JSON has no sets' }),
  file: of({ inexact: 'a file' }),
  json: of({}),
  'coerce.string': of({ inexact: 'any value is turned into text' }),
  'coerce.number': coerced({ type: ['number'] }),
  'coerce.boolean': of({ inexact: 'any value is turned into a boolean' }),
  'coerce.bigint': coerced({ type: ['integer'] }),
  'coerce.date': coerced({ type: ['string'], inexact: 'what the date parser takes' }, [
    'number',
    'boolean',
    'null',
    'array',
  ]),
}
