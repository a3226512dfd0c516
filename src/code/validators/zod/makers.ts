import type ts from 'typescript'
import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import type { Scope } from '../../values/value.js'
import { type Accepted, exact, type Reading } from './reading.js'
import { fieldsIn, objectOf } from './shapes.js'

type Args = readonly ts.Expression[]
type Maker = (reading: Reading, args: Args, scope: Scope) => Accepted | null

const of =
  (schema: Schema): Maker =>
  () =>
    exact(schema)
const text = (format: string): Maker => of({ type: ['string'], format })
const someText = (what: string): Maker => of({ type: ['string'], inexact: `only ${what} are accepted` })

const object =
  (others: 'strip' | 'strict' | true): Maker =>
  (reading, [shape], scope) => {
    const fields = shape === undefined ? new Map<string, Accepted>() : fieldsIn(reading, shape, scope)
    return fields === null ? null : objectOf({ fields, others })
  }

const union: Maker = (reading, args, scope) => {
  const list = args.at(-1)
  const options = list === undefined ? null : optionsIn(reading, list, scope)
  if (options === null || options.length === 0) return null
  return {
    schema: { anyOf: options.map((option) => option.schema) },
    optional: options.some((option) => option.optional),
  }
}

/** The schemas in an array of them; null where some are not known. */
function optionsIn(reading: Reading, list: ts.Expression, scope: Scope): readonly Accepted[] | null {
  const value = reading.project.values.evaluate({ expression: list, scope })
  if (value.kind !== 'array' || !value.complete) return null
  return value.elements.map((element) => reading.read(element.expression, element.scope))
}

const enumeration: Maker = (reading, [values], scope) => {
  const value = values === undefined ? null : reading.project.values.evaluate({ expression: values, scope })
  if (value?.kind === 'enum') return membersOf(reading, value.node)
  const known = reading.literal(values, scope)
  const list = Array.isArray(known) ? known : known !== null && typeof known === 'object' ? enumValues(known) : null
  return list === null || list.length === 0 ? null : exact({ enum: list.filter(isJson) })
}

function membersOf({ project }: Reading, declaration: ts.EnumDeclaration): Accepted | null {
  const values = declaration.members.map((member) => project.checker.getConstantValue(member))
  const known = values.filter((each) => each !== undefined)
  return known.length === values.length && known.length > 0 ? exact({ enum: known }) : null
}

/** The values of an enum object; a numeric enum also holds its names backwards. */
function enumValues(object: object): readonly unknown[] {
  const entries = Object.entries(object)
  const numbers = entries.filter(([, value]) => typeof value === 'number').map(([name]) => name)
  return entries
    .filter(([, value]) => !(typeof value === 'string' && numbers.includes(value)))
    .map(([, value]) => value)
}

const literal: Maker = (reading, [value], scope) => {
  const known = reading.literal(value, scope)
  if (known === undefined) return null
  return exact({ enum: (Array.isArray(known) ? known : [known]).filter(isJson) })
}

function isJson(value: unknown): value is Json {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
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
  any: () => ({ schema: {}, optional: true }),
  unknown: () => ({ schema: {}, optional: true }),
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
  xor: union,
  discriminatedUnion: union,
  enum: enumeration,
  nativeEnum: enumeration,
  literal,
  array: (reading, [item], scope) =>
    item === undefined ? null : exact({ type: ['array'], items: reading.read(item, scope).schema }),
  tuple: (reading, [items, rest], scope) => {
    const parts = items === undefined ? null : optionsIn(reading, items, scope)
    if (parts === null) return null
    const length = parts.length
    const open = rest === undefined ? { maxItems: length } : { items: reading.read(rest, scope).schema }
    return exact({ type: ['array'], prefixItems: parts.map((part) => part.schema), minItems: length, ...open })
  },
  record: (reading, args, scope) => {
    const [first, second] = args
    const value = second ?? first
    if (value === undefined) return null
    const key = second === undefined || first === undefined ? null : reading.read(first, scope).schema
    const names = key === null || Object.keys(key).join() === 'type' ? {} : { propertyNames: key }
    return exact({ type: ['object'], additionalProperties: reading.read(value, scope).schema, ...names })
  },
  intersection: (reading, [left, right], scope) => {
    if (left === undefined || right === undefined) return null
    return intersect(reading.read(left, scope), reading.read(right, scope))
  },
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
  'coerce.number': of({ type: ['number'] }),
  'coerce.boolean': of({ inexact: 'any value is turned into a boolean' }),
  'coerce.bigint': of({ type: ['integer'] }),
  'coerce.date': of({ type: ['string'], inexact: 'what the date parser takes' }),
}

export function nullable({ schema, optional }: Accepted): Accepted {
  return { schema: { anyOf: [schema, { type: ['null'] }] }, optional }
}

/** Two object schemas at once are one with the keys of both. */
export function intersect(left: Accepted, right: Accepted): Accepted {
  if (left.shape === undefined || right.shape === undefined) return exact({ allOf: [left.schema, right.schema] })
  const { others } = left.shape
  return objectOf({ fields: new Map([...left.shape.fields, ...right.shape.fields]), others })
}
