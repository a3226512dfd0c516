import { orAnything } from '../beside.js'
import { type Accepted, finished, inexact, type Method, untold } from '../chains/reading.js'
import { add, bound, depends, keep, maximum, minimum, open, optional, recase, regex } from '../chains/steps.js'
import { uncast } from '../chains/uncast.js'
import { lists } from './lists.js'
import { keyPattern, keys, objects } from './objects.js'
import { presenceTold, underOptions } from './options.js'
import { values } from './values.js'

const required: Method = ({ doubted: _, ...before }) => ({ ...before, optional: false })
/** A limit; text that was kept from being empty may be once a limit says so. */
const least: Method = (before, args, scope, reading) => {
  const given = bound(minimum)(before, args, scope, reading)
  const kept = before.schema.minLength
  // An empty text passes where `min(0)` says so.
  return given === null || given.schema.minLength === 0 || kept === undefined || (given.schema.minLength ?? 0) >= kept
    ? given
    : { ...given, schema: { ...given.schema, minLength: kept } }
}

/** `options({ allowUnknown: true, convert: false })`, for all that the schema holds. */
const prefs: Method = (before, [given], scope, reading) => {
  const options = reading.literal(given, scope)
  if (options === null || typeof options !== 'object')
    return { ...before, schema: { inexact: 'its options are not known' } }
  const { converts, ...asIs } = before
  const isCounted = before.schema.minProperties ?? before.schema.maxProperties
  const isCast = !('convert' in options && options.convert === false)
  const { shape } = before
  const opened = 'allowUnknown' in options && options.allowUnknown === true
  const stripped = 'stripUnknown' in options && options.stripUnknown !== false
  const cast = isCast ? before : strict(before)
  const counted = stripped && isCounted !== undefined ? inexact(cast, 'keys are counted when others are gone') : cast
  return {
    ...(isCast ? before : asIs),
    schema: underOptions(counted.schema, options),
    ...('presence' in options ? { doubted: presenceTold } : {}),
    ...(opened || stripped ? { told: true as const } : {}),
    ...(shape === undefined ? {} : { shape: { ...shape, others: stripped ? 'strip' : opened ? true : shape.others } }),
  }
}

/** Values are taken as they come: what would be brought into form must have it. */
const strict = ({ converts: _, ...before }: Accepted): Accepted => {
  const uncasted: Accepted = { ...before, strict: true, schema: uncast(before.schema) }
  return isFormed(before) ? inexact(uncasted, 'only what has one form already is accepted') : uncasted
}

/** Whether a value, or something that it holds, is brought into form. */
const isFormed = ({ formed, recased, shape, kinds = [] }: Accepted): boolean =>
  formed === true || recased === true || [...(shape?.fields.values() ?? []), ...kinds].some(isFormed)

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

const sign: Method = (before, [which], scope, reading) => {
  const told = reading.literal(which, scope)
  if (told !== 'positive' && told !== 'negative') return inexact(before, 'the sign is not known')
  return add(told === 'positive' ? { exclusiveMinimum: 0 } : { exclusiveMaximum: 0 })(before, [], scope, reading)
}

/** `match('all')`, `match('one')`: how many of the alternatives must take a value. */
const match: Method = (before, [how], scope, reading) => {
  const told = reading.literal(how, scope)
  return told === 'any' ? before : { ...before, schema: { inexact: 'how many alternatives take it counts' } }
}

const presence: Method = (before, [which], scope, reading) => {
  const told = reading.literal(which, scope)
  if (told === 'required') return required(before, [], scope, reading)
  if (told === 'optional') return { ...before, optional: true }
  return told === 'forbidden' ? { schema: { not: {} }, optional: true } : { ...before, doubted: presenceTold }
}

/** `concat(schema)`: what the other one asks too, where it is an object beside an object, or says nothing but whether it must be there. */
const concat: Method = (before, [other], scope, reading) => {
  const more = other === undefined ? null : reading.read(other, scope)
  if (more === null) return null
  if (Object.keys(more.schema).length === 0) return { ...before, optional: before.optional && more.optional }
  if (before.shape !== undefined && more.shape !== undefined)
    return keys(before, other === undefined ? [] : [other], scope, reading)
  const reason = 'what it is joined with is not read'
  return { ...untold(reason), lost: reason }
}

const all: Readonly<Record<string, Method>> = {
  ...values,
  required,
  exist: required,
  optional,
  default: keep,
  forbidden: () => ({ schema: { not: {} }, optional: true }),
  sign,
  case: recase,
  match,
  presence,
  sensitive: keep,
  concat,
  failover: (before) => ({
    ...before,
    optional: true,
    schema: orAnything(finished(before).schema, 'what is not accepted is replaced'),
  }),
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
    if (before.shape !== undefined) return keyPattern(before, args, scope, reading)
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
  ...lists,
  unique: (before, args) =>
    args.length === 0
      ? { ...before, schema: { ...before.schema, uniqueItems: true } }
      : inexact(before, 'items differ in a way of the project'),
  ...objects,
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
  artifact: keep,
  result: keep,
  ruleset: keep,
  assert: related,
  unit: keep,
  strict,
}

/** Rules that say nothing where all values that pass are listed. */
const rules = new Set(
  'min max length greater less multiple integer positive negative sign port email uri guid uuid hostname alphanum token pattern regex isoDate custom external'.split(
    ' ',
  ),
)

/** What each method of a joi schema makes of what it stands on. */
export const methods: Readonly<Record<string, Method>> = Object.fromEntries(
  Object.entries(all).map(([name, method]): [string, Method] => [
    name,
    rules.has(name)
      ? (before, ...rest) => (before.schema.enum === undefined ? method(before, ...rest) : before)
      : method,
  ]),
)
