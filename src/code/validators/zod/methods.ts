import { either, intersect } from '../chains/makers.js'
import { type Accepted, exact, finished, inexact, type Method } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import {
  add,
  bound,
  choose,
  extend,
  keep,
  maximum,
  minimum,
  object,
  open,
  pattern,
  recase,
  regex,
  stronger,
  trim,
} from '../chains/steps.js'
import { plainValues } from '../chains/values.js'
import { makers } from './makers.js'
import { pipe } from './pipe.js'
import { versionOf } from './version.js'
import { wrappers } from './wrappers.js'

/** A method with the name of a maker adds what that maker says: `z.string().email()`. */
const formats = [
  'email',
  'url',
  'uuid',
  'guid',
  'ipv4',
  'ipv6',
  'cuid',
  'cuid2',
  'ulid',
  'nanoid',
  'base64',
  'base64url',
  'jwt',
  'emoji',
  'xid',
  'ksuid',
  'e164',
] as const
const asFormats = Object.fromEntries(
  formats.map((name): [string, Method] => [
    name,
    stronger((before, _args, scope, reading) => ({
      ...before,
      schema: { ...before.schema, ...makers[name]?.(reading, [], scope)?.schema },
    })),
  ]),
)

const limit = (keywordFor: Parameters<typeof bound>[0]) => stronger(bound(keywordFor))
const text = (format: string) => stronger(add({ format }))

/** In zod 4 the same as `int()`. */
const safe: Method = (before, _args, _scope, reading) => {
  const version = versionOf(reading)
  if (version === 3) return before
  const whole: Accepted = { ...before, schema: { ...before.schema, type: ['integer'] } }
  return version === 4 ? whole : inexact(before, 'whether it must be whole depends on the version of zod')
}

const checked = open('a function of the project checks it too')

/** `exclude(['a'])`, `extract(['a'])`: some of the values of an enum. */
const someOf =
  (wanted: boolean): Method =>
  (before, [names], scope, reading) => {
    const known = names === undefined ? null : plainValues(reading, [names], scope)
    const { enum: values } = before.schema
    return known === null || values === undefined
      ? inexact(before, 'which of the values are taken is not read')
      : { ...before, schema: { ...before.schema, enum: values.filter((value) => known.includes(value) === wanted) } }
  }

/** Of the same values, but another schema. */
const same: Method = (before) => ({ ...before })

const keyOf: Method = ({ shape }) => (shape === undefined ? null : exact({ enum: [...shape.fields.keys()] }))

/** `tuple([…]).rest(z.number())` */
const rest: Method = (before, [item], scope, reading) => {
  const { maxItems: _, ...schema } = before.schema
  return item === undefined ? null : { ...before, schema: { ...schema, items: reading.read(item, scope).schema } }
}

const setKey: Method = (before, [name, field], scope, reading) => {
  const key = reading.literal(name, scope)
  if (before.shape === undefined || typeof key !== 'string' || field === undefined) return null
  const fields = new Map([...before.shape.fields, [key, reading.read(field, scope)] as const])
  return objectOf({ ...before.shape, fields }, before.schema.inexact)
}

/** What is made of a schema is another one than what it was made around, but for words on it. */
const other =
  (method: Method): Method =>
  (before, args, scope, reading) => {
    const made = method(before, args, scope, reading)
    if (made === null || made === before) return made
    const { around: _, ...rest }: Accepted = made
    return rest
  }

const own: Readonly<Record<string, Method>> = {
  ...asFormats,
  datetime: text('date-time'),
  date: text('date'),
  time: text('time'),
  duration: text('duration'),
  ip: open('only IP addresses are accepted'),
  cidr: open('only address ranges are accepted'),
  min: limit(minimum),
  max: limit(maximum),
  gte: limit(() => 'minimum'),
  lte: limit(() => 'maximum'),
  gt: limit(() => 'exclusiveMinimum'),
  lt: limit(() => 'exclusiveMaximum'),
  multipleOf: limit(() => 'multipleOf'),
  step: limit(() => 'multipleOf'),
  length: (before, args, scope, reading) => {
    const least = limit(minimum)(before, args, scope, reading)
    return least === null ? null : limit(maximum)(least, args, scope, reading)
  },
  nonempty: stronger((before) => ({ ...before, schema: { ...before.schema, [minimum(before.schema)]: 1 } })),
  int: (before) => ({ ...before, schema: { ...before.schema, type: ['integer'] } }),
  positive: stronger(add({ exclusiveMinimum: 0 })),
  negative: stronger(add({ exclusiveMaximum: 0 })),
  nonnegative: stronger(add({ minimum: 0 })),
  nonpositive: stronger(add({ maximum: 0 })),
  finite: keep,
  safe,
  regex,
  startsWith: pattern((text) => `^${text}`),
  endsWith: pattern((text) => `${text}$`),
  includes: pattern((text) => text),
  trim,
  toLowerCase: recase,
  toUpperCase: recase,
  normalize: keep,
  lowercase: open('only lower case is accepted'),
  uppercase: open('only upper case is accepted'),
  or: (before, [other], scope, reading) =>
    other === undefined ? null : either([finished(before), reading.read(other, scope)]),
  and: (before, [other], scope, reading) =>
    other === undefined ? null : intersect(finished(before), reading.read(other, scope)),
  refine: checked,
  superRefine: checked,
  check: checked,
  refinement: checked,
  transform: (before) => ({ ...before, formed: true }),
  pipe,
  overwrite: (before) => ({ ...before, rewritten: before.rewritten ?? before.schema }),
  brand: same,
  readonly: same,
  describe: keep,
  meta: keep,
  register: keep,
  openapi: keep,
  strict: object('strict'),
  strip: object('strip'),
  passthrough: object(true),
  loose: object(true),
  catchall: (before, [rest], scope, reading) =>
    before.shape === undefined || rest === undefined
      ? null
      : objectOf({ ...before.shape, others: reading.read(rest, scope).schema }),
  extend,
  safeExtend: extend,
  augment: extend,
  merge: extend,
  pick: choose(true),
  omit: choose(false),
  exclude: someOf(false),
  extract: someOf(true),
  keyof: keyOf,
  rest,
  setKey,
  nonstrict: object(true),
  clone: keep,
  promise: () => exact({ inexact: 'JSON has no promises' }),
  slugify: (before) => ({ ...before, rewritten: before.rewritten ?? before.schema }),
}

/** What each method of a schema makes of what it stands on. */
export const methods: Readonly<Record<string, Method>> = {
  ...Object.fromEntries(Object.entries(own).map(([name, method]) => [name, other(method)])),
  ...wrappers,
}
