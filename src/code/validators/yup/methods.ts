import { type Accepted, inexact, type Method } from '../chains/reading.js'
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
} from '../chains/steps.js'
import { uncast } from '../chains/uncast.js'
import { comesOfOthers, plainValues } from '../chains/values.js'
import { withInner } from './inner.js'

const nullable = (before: Accepted): Accepted => ({ ...before, also: [null] })

/** A value must be there: no null, and of a text at least one character. */
const required: Method = ({ schema, also: _, ...before }) => ({
  ...before,
  schema: schema.type?.join() === 'string' && (schema.minLength ?? 0) < 1 ? { ...schema, minLength: 1 } : schema,
  optional: before.defaulted === true,
})

const oneOf: Method = (before, args, scope, reading) => {
  const values = plainValues(reading, args.slice(0, 1), scope)
  if (values === null) return inexact(before, 'one of several')
  return {
    schema: { enum: values },
    optional: before.optional,
    ...(before.also === undefined ? {} : { also: before.also }),
    ...(before.converts === undefined || !comesOfOthers(values) ? {} : { converts: before.converts }),
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
    return made === null ? null : { ...withInner(made), ...strict, optional: before.optional }
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
const strict: Method = ({ converts: _, ...before }, [flag], scope, reading) => {
  const known = flag === undefined ? true : reading.literal(flag, scope)
  if (known !== true) return known === false ? before : inexact(before, 'whether it is cast is not known')
  const { shape } = before
  if (shape === undefined) return { ...before, schema: uncast(before.schema), strict: true }
  const fields = new Map([...shape.fields].map(([name, field]) => [name, { ...field, schema: uncast(field.schema) }]))
  const others = shape.others === 'strip' ? 'strict' : shape.others
  const made = objectOf({ fields, others }, before.schema.inexact)
  return { ...made, optional: before.optional, strict: true }
}

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
  defined: (before) => ({ ...before, optional: false }),
  nonNullable: ({ also: _, ...before }) => before,
  optional,
  notRequired,
  default: (before, [value]) => ({
    ...before,
    optional: true,
    ...(value === undefined ? {} : { defaulted: true }),
  }),
  nullable: (before) => nullable(before),
  nullish: (before) => ({ ...nullable(before), optional: true }),
  min: bound(minimum),
  max: bound(maximum),
  length,
  moreThan: bound(() => 'exclusiveMinimum'),
  lessThan: bound(() => 'exclusiveMaximum'),
  positive: add({ exclusiveMinimum: 0 }),
  negative: add({ exclusiveMaximum: 0 }),
  integer: (before) => ({ ...before, schema: { ...before.schema, type: ['integer'] } }),
  truncate: turned,
  round: turned,
  matches,
  email: text('email'),
  url: text('uri'),
  uuid: text('uuid'),
  datetime: text('date-time'),
  trim: keep,
  lowercase: recase,
  uppercase: recase,
  ensure: () => ({ schema: { inexact: 'other values are turned into one' }, optional: true }),
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
  strip: () => ({ schema: {}, optional: true }),
}
