import type { JsonType, Schema } from '../../../model/schema.js'
import { array, enumeration, intersection, literal, object, of, union } from '../chains/makers.js'
import { exact, type Maker, untold } from '../chains/reading.js'
import { record, tupleOf } from './collections.js'
import { pipe } from './pipe.js'
import { byVersion, versionOf } from './version.js'
import { wrappers } from './wrappers.js'

const text = (format: string): Maker => of({ type: ['string'], format })
const someText = (what: string): Maker => of({ type: ['string'], inexact: `only ${what} are accepted` })

/** Any value is turned into this one first, as far as it can be. */
const coerced =
  (schema: Schema, others: readonly JsonType[] = ['string', 'boolean', 'null', 'array']): Maker =>
  () => ({ ...exact(schema), converts: others })

/** What takes a key that is left out in zod 3; versions of zod 4 differ. */
const leftOut =
  (schema: Schema): Maker =>
  (reading) => ({ schema, optional: true, ...(versionOf(reading) === 3 ? {} : { doubted: byVersion }) })

/** Any value at all is turned into one of this type; so is none, which may not pass what else is asked. */
const ofAny =
  (type: JsonType, converts: readonly JsonType[]): Maker =>
  () => ({ schema: { type: [type] }, converts, optional: true, doubted: byVersion })

const unread =
  (reason: string): Maker =>
  () =>
    untold(reason)

/** `z.optional(schema)` is `schema.optional()`. */
const made =
  (wrapper: string): Maker =>
  (reading, [inner, ...args], scope) =>
    inner === undefined ? null : (wrappers[wrapper]?.(reading.read(inner, scope), args, scope, reading) ?? null)

/** One of several, and none of the others. */
const exclusive: Maker = (reading, args, scope) => {
  const made = union(reading, args, scope)
  const { anyOf } = made?.schema ?? {}
  if (made === null || anyOf === undefined) return made
  return { ...made, schema: { oneOf: anyOf }, ...(made.optional ? { doubted: 'only one of them may take it' } : {}) }
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
  undefined: leftOut({ not: {} }),
  void: leftOut({ not: {} }),
  any: leftOut({}),
  unknown: leftOut({}),
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
  record: record(false),
  partialRecord: record(true),
  looseRecord: of({ type: ['object'], additionalProperties: true, inexact: 'some keys hold values of one kind' }),
  intersection,
  optional: made('optional'),
  nullable: made('nullable'),
  nullish: made('nullish'),
  nonoptional: made('nonoptional'),
  exactOptional: made('exactOptional'),
  preprocess: unread('the value is changed before it is checked'),
  pipe: (reading, [first, ...next], scope) =>
    first === undefined ? null : (pipe(reading.read(first, scope), next, scope, reading) ?? null),
  codec: (reading, [first], scope) => (first === undefined ? null : reading.read(first, scope)),
  transform: unread('it is turned into something else'),
  custom: unread('a function of the project checks it'),
  bigint: of({ inexact: 'JSON has no bigints' }),
  symbol: of({ inexact: 'JSON has no symbols' }),
  nan: of({ inexact: 'JSON has no such number' }),
  function: of({ inexact: 'JSON has no functions' }),
  promise: of({ inexact: 'JSON has no promises' }),
  stringFormat: someText('texts of one form'),
  instanceof: of({ inexact: 'JSON has no instances' }),
  map: of({ inexact: 'JSON has no maps' }),
  set: of({ inexact: 'JSON has no sets' }),
  file: of({ inexact: 'a file' }),
  json: of({}),
  'coerce.string': ofAny('string', ['number', 'boolean', 'null', 'array', 'object']),
  'coerce.number': coerced({ type: ['number'] }),
  'coerce.boolean': ofAny('boolean', ['string', 'number', 'null', 'array', 'object']),
  'coerce.bigint': coerced({ type: ['integer'] }),
  'coerce.date': coerced({ type: ['string'], inexact: 'what the date parser takes' }, [
    'number',
    'boolean',
    'null',
    'array',
  ]),
}
