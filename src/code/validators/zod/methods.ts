import { orAnything } from '../beside.js'
import { intersect, nullable } from '../chains/makers.js'
import { inexact, type Method } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import {
  add,
  bound,
  change,
  choose,
  extend,
  keep,
  maximum,
  minimum,
  object,
  open,
  optional,
  pattern,
  recase,
  regex,
} from '../chains/steps.js'
import { makers } from './makers.js'

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
    (before, _args, scope, reading) => ({
      ...before,
      schema: { ...before.schema, ...makers[name]?.(reading, [], scope)?.schema },
    }),
  ]),
)

/** What comes of the value is checked too: the value itself, where nothing has changed it. */
const pipe: Method = (before, [next], scope, reading) => {
  const isSame = before.formed === undefined && before.rewritten === undefined && before.shape === undefined
  if (next === undefined || !isSame) return inexact(before, 'what comes of it is checked too')
  const { schema } = reading.read(next, scope)
  const isConverted = schema.anyOf?.some(({ implied }) => implied === true) ?? false
  return isConverted
    ? inexact(before, 'what comes of it is checked too')
    : { ...before, schema: { allOf: [before.schema, schema] } }
}

const checked = open('a function of the project checks it too')

/** What each method of a schema makes of what it stands on. */
export const methods: Readonly<Record<string, Method>> = {
  ...asFormats,
  datetime: add({ format: 'date-time' }),
  date: add({ format: 'date' }),
  time: add({ format: 'time' }),
  duration: add({ format: 'duration' }),
  ip: open('only IP addresses are accepted'),
  cidr: open('only address ranges are accepted'),
  min: bound(minimum),
  max: bound(maximum),
  gte: bound(() => 'minimum'),
  lte: bound(() => 'maximum'),
  gt: bound(() => 'exclusiveMinimum'),
  lt: bound(() => 'exclusiveMaximum'),
  multipleOf: bound(() => 'multipleOf'),
  step: bound(() => 'multipleOf'),
  length: (before, args, scope, reading) => {
    const least = bound(minimum)(before, args, scope, reading)
    return least === null ? null : bound(maximum)(least, args, scope, reading)
  },
  nonempty: (before) => ({ ...before, schema: { ...before.schema, [minimum(before.schema)]: 1 } }),
  int: (before) => ({ ...before, schema: { ...before.schema, type: ['integer'] } }),
  positive: add({ exclusiveMinimum: 0 }),
  negative: add({ exclusiveMaximum: 0 }),
  nonnegative: add({ minimum: 0 }),
  nonpositive: add({ maximum: 0 }),
  finite: keep,
  safe: keep,
  regex,
  startsWith: pattern((text) => `^${text}`),
  endsWith: pattern((text) => `${text}$`),
  includes: pattern((text) => text),
  trim: keep,
  toLowerCase: recase,
  toUpperCase: recase,
  normalize: keep,
  lowercase: open('only lower case is accepted'),
  uppercase: open('only upper case is accepted'),
  optional,
  exactOptional: optional,
  default: optional,
  prefault: optional,
  catch: ({ schema }) => ({ schema: orAnything(schema, 'what is not accepted is replaced'), optional: true }),
  nullable: (before) => nullable(before),
  nullish: (before) => ({ ...nullable(before), optional: true }),
  nonoptional: (before) => ({ ...before, optional: false }),
  array: (before) => ({ schema: { type: ['array'], items: before.schema }, optional: false }),
  or: (before, [other], scope, reading) =>
    other === undefined
      ? null
      : { schema: { anyOf: [before.schema, reading.read(other, scope).schema] }, optional: before.optional },
  and: (before, [other], scope, reading) =>
    other === undefined ? null : intersect(before, reading.read(other, scope)),
  refine: checked,
  superRefine: checked,
  check: checked,
  refinement: checked,
  transform: (before) => ({ ...before, formed: true }),
  pipe,
  overwrite: (before) => ({ ...before, rewritten: before.rewritten ?? before.schema }),
  brand: keep,
  readonly: keep,
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
  partial: change(true),
  required: change(false),
  pick: choose(true),
  omit: choose(false),
}
