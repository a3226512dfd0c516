import type ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Scope } from '../../values/value.js'
import { intersect, makers, nullable } from './makers.js'
import { type Accepted, inexact, type Reading } from './reading.js'
import { fieldsIn, objectOf } from './shapes.js'

type Args = readonly ts.Expression[]
type Method = (before: Accepted, args: Args, scope: Scope, reading: Reading) => Accepted | null

const keep: Method = (before) => before
const open =
  (reason: string): Method =>
  (before) =>
    inexact(before, reason)
const optional: Method = (before) => ({ ...before, optional: true })
const add =
  (keywords: Schema): Method =>
  (before) => ({ ...before, schema: { ...before.schema, ...keywords } })

/** A keyword whose value is the first argument. */
const bound =
  (keywordFor: (schema: Schema) => keyof Schema): Method =>
  (before, [value], scope, reading) => {
    const limit = reading.literal(value, scope)
    if (typeof limit !== 'number') return inexact(before, 'a limit is not known')
    return { ...before, schema: { ...before.schema, [keywordFor(before.schema)]: limit } }
  }
const is = (schema: Schema, type: string) => schema.type?.some((each) => each === type) ?? false
const minimum = (schema: Schema) => (is(schema, 'string') ? 'minLength' : is(schema, 'array') ? 'minItems' : 'minimum')
const maximum = (schema: Schema) => (is(schema, 'string') ? 'maxLength' : is(schema, 'array') ? 'maxItems' : 'maximum')

const pattern =
  (around: (text: string) => string): Method =>
  (before, [value], scope, reading) => {
    const text = reading.literal(value, scope)
    if (typeof text !== 'string') return inexact(before, 'a part of the text is not known')
    return withPattern(before, around(text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')))
  }

function withPattern(before: Accepted, text: string): Accepted {
  const { schema } = before
  if (schema.pattern === undefined) return { ...before, schema: { ...schema, pattern: text } }
  return { ...before, schema: { ...schema, allOf: [...(schema.allOf ?? []), { pattern: text }] } }
}

const regex: Method = (before, [expression], scope, reading) => {
  if (expression === undefined) return null
  const value = reading.project.values.evaluate({ expression, scope })
  if (value.kind !== 'regexp') return inexact(before, 'the pattern is not known')
  const [, source = value.source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(value.node.getText()) ?? []
  if (/[ism]/.test(flags)) return inexact(before, 'the pattern has flags that a schema cannot say')
  return withPattern(before, source)
}

const object =
  (others: 'strip' | 'strict' | true): Method =>
  (before) =>
    before.shape === undefined ? null : objectOf({ ...before.shape, others }, before.schema.inexact)

const extend: Method = (before, [more], scope, reading) => {
  if (before.shape === undefined || more === undefined) return null
  const other = reading.written({ expression: more, scope })?.shape
  const fields = other?.fields ?? fieldsIn(reading, more, scope)
  if (fields === null) return null
  return objectOf({
    others: other?.others ?? before.shape.others,
    fields: new Map([...before.shape.fields, ...fields]),
  })
}

/** The names in `{ id: true }`; null for no argument, `undefined` where they are not known. */
function mask(reading: Reading, [names]: Args, scope: Scope): readonly string[] | null | undefined {
  if (names === undefined) return null
  const known = reading.literal(names, scope)
  if (known === null || typeof known !== 'object') return undefined
  return Object.entries(known).flatMap(([name, chosen]) => (chosen === true ? [name] : []))
}

const change =
  (optionalNow: boolean): Method =>
  (before, args, scope, reading) => {
    const names = mask(reading, args, scope)
    if (before.shape === undefined || names === undefined) return null
    const fields = [...before.shape.fields].map(
      ([name, field]) =>
        [name, names === null || names.includes(name) ? { ...field, optional: optionalNow } : field] as const,
    )
    return objectOf({ ...before.shape, fields: new Map(fields) })
  }
const choose =
  (wanted: boolean): Method =>
  (before, args, scope, reading) => {
    const names = mask(reading, args, scope)
    if (before.shape === undefined || names === undefined || names === null) return null
    return objectOf({
      ...before.shape,
      fields: new Map([...before.shape.fields].filter(([name]) => names.includes(name) === wanted)),
    })
  }

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
  toLowerCase: keep,
  toUpperCase: keep,
  normalize: keep,
  lowercase: open('only lower case is accepted'),
  uppercase: open('only upper case is accepted'),
  optional,
  exactOptional: optional,
  default: optional,
  prefault: optional,
  catch: (before) => ({ ...inexact(before, 'what is not accepted is replaced'), optional: true }),
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
  transform: keep,
  pipe: keep,
  overwrite: keep,
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
