import ts from 'typescript'
import { type Accepted, inexact, type Method, untold } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import {
  add,
  bound,
  change,
  chooseListed,
  depends,
  extend,
  keep,
  maximum,
  minimum,
  open,
  optional,
  recase,
  regex,
  trim,
} from '../chains/steps.js'
import { uncast } from '../chains/uncast.js'
import { comesOfOthers, plainValues } from '../chains/values.js'
import { withInner } from './inner.js'

const nullable = (before: Accepted): Accepted => ({ ...before, also: [null] })

/** A value must be there: no null, and of a text at least one character. */
const required: Method = ({ schema, also: _, ...before }) => ({
  ...before,
  ...asked(before),
  schema: schema.type?.join() === 'string' && (schema.minLength ?? 0) < 1 ? { ...schema, minLength: 1 } : schema,
})

/** A key that must be there, unless it is made of defaults: an object is, where they are not taken away. */
function asked({ defaulted, shape }: Pick<Accepted, 'defaulted' | 'shape'>): Pick<Accepted, 'optional' | 'doubted'> {
  if (defaulted === 'value') return { optional: true }
  const inner = [...(shape?.fields.values() ?? [])]
  return shape === undefined || defaulted === 'none' || inner.some(({ optional, doubted }) => !optional && !doubted)
    ? { optional: false }
    : { optional: true, doubted: 'an object that is left out is made of its defaults' }
}

/** `default(5)`; `default(undefined)` takes the default away. A default must be accepted itself. */
const byDefault: Method = (before, [value], scope, reading) => {
  if (value === undefined) return before
  if (ts.isIdentifier(value) && value.text === 'undefined') return { ...before, defaulted: 'none' }
  const known = reading.literal(value, scope)
  return {
    ...before,
    optional: true,
    defaulted: 'value',
    ...(known === null ? { doubted: 'its default may be refused' } : {}),
  }
}

/** A limit in place of any that was set before on the same side. */
const limit =
  (keyword: 'minimum' | 'maximum' | 'exclusiveMinimum' | 'exclusiveMaximum', value?: number): Method =>
  (before, args, scope, reading) => {
    const isNumber = before.schema.type?.some((type) => type === 'number' || type === 'integer') ?? false
    const length = keyword === 'minimum' ? minimum : maximum
    if (!isNumber) return bound(length)(before, args, scope, reading)
    const { minimum: _, exclusiveMinimum: __, ...above } = before.schema
    const { maximum: ___, exclusiveMaximum: ____, ...below } = before.schema
    const next = { ...before, schema: keyword.endsWith('inimum') ? above : below }
    return value === undefined
      ? bound(() => keyword)(next, args, scope, reading)
      : add({ [keyword]: value })(next, args, scope, reading)
  }

const oneOf: Method = (before, args, scope, reading) => {
  const values = plainValues(reading, args.slice(0, 1), scope)
  if (values === null) return inexact(before, 'one of several')
  const { converts, ...rest } = before
  return {
    ...rest,
    // Null passes where the schema is nullable, listed or not.
    schema: { ...before.schema, enum: values.filter((value) => value !== null) },
    ...(converts === undefined || !comesOfOthers(values) ? {} : { converts }),
  }
}

const length: Method = (before, args, scope, reading) => {
  const from = bound(minimum)(before, args, scope, reading)
  return from === null ? null : bound(maximum)(from, args, scope, reading)
}

const kept =
  (method: Method): Method =>
  (before, args, scope, reading) => {
    const made = method(before, args, scope, reading)
    const strict = before.strict === undefined ? {} : { strict: before.strict }
    const also = before.also === undefined ? {} : { also: before.also }
    return made === null ? null : { ...withInner(made), ...strict, ...also, optional: before.optional }
  }

/** Unknown keys are dropped, or refused where nothing is cast: a client may send none. `noUnknown(false)` lets them pass. */
const others: Method = (before, [flag], scope, reading) => {
  const known = flag === undefined ? true : reading.literal(flag, scope)
  if (before.shape === undefined) return before
  return objectOf(
    { ...before.shape, others: known === false ? true : before.strict ? 'strict' : 'strip' },
    before.schema.inexact,
  )
}

/** What is `strict` is not cast before it is checked, nor is what it holds; keys are another matter. */
const strict: Method = (given, [flag], scope, reading) => {
  const { converts: _, ...before } = given
  const known = flag === undefined ? true : reading.literal(flag, scope)
  if (known !== true) return known === false ? given : inexact(before, 'whether it is cast is not known')
  const { shape } = before
  if (shape === undefined) {
    const asIs: Accepted = { ...before, schema: uncast(before.schema), strict: true }
    return before.recased || before.trimmed ? inexact(asIs, oneForm) : asIs
  }
  const fields = new Map([...shape.fields].map(([name, field]) => [name, { ...field, schema: uncast(field.schema) }]))
  const others = shape.others === 'strip' ? 'strict' : shape.others
  const made = objectOf({ fields, others }, before.schema.inexact)
  return { ...made, optional: before.optional, strict: true }
}

const oneForm = 'only what has one form already is accepted'

/** A text is brought into form, or must have it where nothing is cast. */
const formed =
  (method: Method): Method =>
  (before, ...rest) =>
    before.strict ? inexact(before, oneForm) : method(before, ...rest)

const unread = (reason: string): Accepted => ({ ...untold(reason), lost: reason })

const checked = open('a function of the project checks it too')
/** An empty text is of each format. */
const text =
  (format: string): Method =>
  (before) => ({ ...before, schema: { ...before.schema, format }, blank: true })

const matches: Method = (before, args, scope, reading) => {
  const made = regex(before, args, scope, reading)
  const options = reading.literal(args[1], scope)
  const isPlain = args[1] === undefined || typeof options === 'string'
  return made === null || isPlain ? made : { ...made, blank: true }
}

/** What comes in is another value than the one that is checked. */
const turned: Method = (before) => ({ ...before, rewritten: {} })

/** `required()` may have been what asked for a text that is not empty, or a limit. */
const notRequired: Method = (before) => {
  const { minLength, ...rest } = before.schema
  const asked = minLength === 1 ? inexact({ ...before, schema: rest }, 'an empty text may be refused') : before
  return { ...nullable(asked), optional: true }
}

const joined: Method = (before, args, scope, reading) =>
  before.shape === undefined
    ? { schema: { inexact: 'what it is joined with is not read' }, optional: before.optional }
    : kept(extend)(before, args, scope, reading)

/** What each method of a yup schema makes of what it stands on. */
export const methods: Readonly<Record<string, Method>> = {
  required,
  defined: (before) => ({ ...before, ...asked(before) }),
  nonNullable: ({ also: _, ...before }) => before,
  optional,
  notRequired,
  default: byDefault,
  nullable: (before) => nullable(before),
  nullish: (before) => ({ ...nullable(before), optional: true }),
  min: limit('minimum'),
  max: limit('maximum'),
  length,
  moreThan: limit('exclusiveMinimum'),
  lessThan: limit('exclusiveMaximum'),
  positive: limit('exclusiveMinimum', 0),
  negative: limit('exclusiveMaximum', 0),
  isTrue: (before) => ({ ...before, schema: { ...before.schema, enum: [true] } }),
  isFalse: (before) => ({ ...before, schema: { ...before.schema, enum: [false] } }),
  clone: keep,
  integer: (before) => ({ ...before, schema: { ...before.schema, type: ['integer'] } }),
  truncate: turned,
  round: turned,
  matches,
  email: text('email'),
  url: text('uri'),
  uuid: text('uuid'),
  datetime: text('date-time'),
  trim: formed(trim),
  lowercase: formed(recase),
  uppercase: formed(recase),
  ensure: () => unread('other values are turned into one'),
  oneOf,
  equals: oneOf,
  notOneOf: open('some values are refused'),
  of: (before, [item], scope, reading) =>
    item === undefined ? null : { ...before, schema: { ...before.schema, items: reading.read(item, scope).schema } },
  shape: kept(extend),
  concat: joined,
  pick: kept(chooseListed(true)),
  omit: kept(chooseListed(false)),
  partial: kept(change(true)),
  noUnknown: kept(others),
  stripUnknown: kept(others),
  exact: kept((before) =>
    before.shape === undefined ? before : objectOf({ ...before.shape, others: 'strict' }, before.schema.inexact),
  ),
  test: checked,
  when: depends,
  transform: turned,
  strict,
  typeError: keep,
  label: keep,
  meta: keep,
  describe: keep,
  strip: () => unread('it is taken out of its object'),
}
