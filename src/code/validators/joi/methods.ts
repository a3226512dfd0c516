import { type Accepted, inexact, type Method } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import { add, bound, depends, extend, keep, maximum, minimum, open, optional, recase, regex } from '../chains/steps.js'
import { comesOfOthers, plainValues } from '../chains/values.js'
import { underOptions } from './options.js'

const required: Method = (before) => ({ ...before, optional: false })
const others = (wanted: 'strict' | true) => (before: Accepted) =>
  before.shape === undefined
    ? before
    : { ...objectOf({ ...before.shape, others: wanted }, before.schema.inexact), optional: before.optional }

/** `allow(null, '')`: these values pass beside what else is accepted. */
const allow: Method = (before, args, scope, reading) => {
  const values = plainValues(reading, args, scope)
  if (values === null) return inexact(before, 'other values pass too')
  return { ...before, also: [...(before.also ?? []), ...values] }
}

/** `valid('a', 'b')`: nothing else passes, but what was allowed before. */
const valid: Method = (before, args, scope, reading) => {
  const values = plainValues(reading, args, scope)
  if (values === null) return inexact(before, 'one of several')
  const known = [...(before.schema.enum ?? []), ...(before.also ?? []), ...values]
  const recased = before.recased === undefined ? {} : { recased: before.recased }
  const converts = before.converts === undefined || !comesOfOthers(values) ? {} : { converts: before.converts }
  return { schema: { enum: [...new Set(known)] }, optional: before.optional, ...recased, ...converts }
}

const items: Method = (before, args, scope, reading) => {
  const read = args.map((arg) => reading.read(arg, scope))
  const kinds = read.map(({ schema }) => schema)
  const [only] = kinds
  const item = kinds.length === 1 ? only : { anyOf: kinds }
  if (item === undefined) return before
  const list: Accepted = { ...before, schema: { ...before.schema, items: item } }
  const isSelective = read.some(({ schema, optional }) => !optional || schema.not !== undefined)
  return isSelective ? inexact(list, 'items of one kind must be there, or must not') : list
}

/** A limit; text that was kept from being empty may be once a limit says so. */
const least: Method = (before, args, scope, reading) => {
  const given = bound(minimum)(before, args, scope, reading)
  const kept = before.schema.minLength
  return given === null || kept === undefined || (given.schema.minLength ?? 0) >= kept
    ? given
    : { ...given, schema: { ...given.schema, minLength: kept } }
}

const keys: Method = (before, args, scope, reading) => {
  if (args.length === 0) return before
  const more = extend(before, args, scope, reading)
  // An object of which nothing was said takes any key; with keys of its own it takes no other.
  if (more?.shape === undefined) return more
  const closed = before.shape?.fields.size === 0 ? 'strict' : more.shape.others
  return { ...objectOf({ ...more.shape, others: closed }, before.schema.inexact), optional: before.optional }
}

/** `options({ allowUnknown: true, convert: false })`, for all that the schema holds. */
const prefs: Method = (before, [given], scope, reading) => {
  const options = reading.literal(given, scope)
  if (options === null || typeof options !== 'object')
    return { ...before, schema: { inexact: 'its options are not known' } }
  const { converts, ...uncast } = before
  const isCast = !('convert' in options && options.convert === false)
  const { shape } = before
  const opened = 'allowUnknown' in options && options.allowUnknown === true
  const stripped = 'stripUnknown' in options && options.stripUnknown !== false
  return {
    ...(isCast ? before : uncast),
    schema: underOptions((isCast ? before : strict(before)).schema, options),
    ...(shape === undefined ? {} : { shape: { ...shape, others: stripped ? 'strip' : opened ? true : shape.others } }),
  }
}

/** Values are taken as they come: what would be brought into form must have it. */
const strict = ({ converts: _, ...before }: Accepted): Accepted =>
  before.formed === undefined && before.recased === undefined
    ? before
    : inexact(before, 'only what has one form already is accepted')

const formed = (before: Accepted): Accepted => ({ ...before, formed: true })

const related = open('whether a field may be there depends on others')
const text = (format: string) => add({ format })

/** Joi asks of an e-mail's domain that its end is a known one, unless it is told not to. */
const email: Method = (before, args, scope, reading) => {
  const mail = text('email')(before, args, scope, reading)
  const options = reading.literal(args[0], scope)
  const tlds = options !== null && typeof options === 'object' && 'tlds' in options ? options.tlds : undefined
  const isOpen =
    tlds === false || (typeof tlds === 'object' && tlds !== null && 'allow' in tlds && tlds.allow === false)
  return mail === null || isOpen ? mail : inexact(mail, 'joi knows by a list which ends of domains it takes')
}

/** What each method of a joi schema makes of what it stands on. */
export const methods: Readonly<Record<string, Method>> = {
  required,
  exist: required,
  optional,
  default: optional,
  forbidden: () => ({ schema: { not: {} }, optional: true }),
  allow,
  valid,
  equal: valid,
  only: keep,
  min: least,
  max: bound(maximum),
  length: (before, args, scope, reading) => {
    const from = bound(minimum)(before, args, scope, reading)
    return from === null ? null : bound(maximum)(from, args, scope, reading)
  },
  greater: bound(() => 'exclusiveMinimum'),
  less: bound(() => 'exclusiveMaximum'),
  multiple: bound(() => 'multipleOf'),
  integer: (before) => ({ ...before, schema: { ...before.schema, type: ['integer'] } }),
  positive: add({ exclusiveMinimum: 0 }),
  negative: add({ exclusiveMaximum: 0 }),
  port: add({ type: ['integer'], minimum: 0, maximum: 65535 }),
  precision: formed,
  unsafe: keep,
  email,
  uri: text('uri'),
  guid: text('uuid'),
  uuid: text('uuid'),
  hostname: text('hostname'),
  alphanum: add({ pattern: '^[a-zA-Z0-9]+$' }),
  token: add({ pattern: '^\\w+$' }),
  pattern: (before, args, scope, reading) => {
    if (before.shape !== undefined)
      return { ...objectOf({ ...before.shape, others: true }, 'keys of one pattern'), optional: before.optional }
    const told = reading.literal(args[1], scope)
    const isNamed = args[1] === undefined || typeof told === 'string'
    return isNamed ? regex(before, args, scope, reading) : inexact(before, 'what the pattern is for is not read')
  },
  regex,
  isoDate: open('dates in the forms of ISO 8601'),
  iso: (before) => ({ ...before, schema: { type: ['string'], inexact: 'dates in the forms of ISO 8601' } }),
  trim: formed,
  lowercase: recase,
  uppercase: recase,
  truncate: (before) => ({ ...formed(before), converts: [...(before.converts ?? []), 'string'] }),
  items,
  unique: (before, args) =>
    args.length === 0
      ? { ...before, schema: { ...before.schema, uniqueItems: true } }
      : inexact(before, 'items differ in a way of the project'),
  single: (before) => ({
    ...before,
    schema: { anyOf: [before.schema, { inexact: 'one item alone is a list of it' }] },
  }),
  keys,
  append: keys,
  unknown: (before, [flag], scope, reading) =>
    others(flag !== undefined && reading.literal(flag, scope) === false ? 'strict' : true)(before),
  try: (before, args, scope, reading) => {
    const options = args.map((arg) => reading.read(arg, scope).schema)
    return { ...before, schema: { anyOf: [...(before.schema.anyOf ?? []), ...options] } }
  },
  when: depends,
  conditional: depends,
  and: related,
  or: related,
  xor: related,
  nand: related,
  oxor: related,
  with: related,
  without: related,
  custom: open('a function of the project checks it too'),
  external: open('a function of the project checks it too'),
  strip: keep,
  raw: keep,
  cache: keep,
  warning: keep,
  warn: keep,
  options: prefs,
  prefs,
  preferences: prefs,
  label: keep,
  description: keep,
  message: keep,
  messages: keep,
  note: keep,
  example: keep,
  error: keep,
  meta: keep,
  tag: keep,
  id: keep,
  unit: keep,
  strict,
}
