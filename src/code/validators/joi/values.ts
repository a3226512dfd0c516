import { orAnything } from '../beside.js'
import { finished, inexact, type Method } from '../chains/reading.js'
import { recase } from '../chains/steps.js'
import { comesOfOthers, plainValues } from '../chains/values.js'

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

/** `invalid('a')`: these values are refused, whatever was said of them before. */
const invalid: Method = (before, args, scope, reading) => {
  const values = plainValues(reading, args, scope)
  if (values === null) return inexact(before, 'some values are refused')
  const { enum: known, allOf = [], ...schema } = before.schema
  const also = before.also?.filter((value) => !values.includes(value))
  const left = known?.filter((value) => !values.includes(value))
  return {
    ...before,
    schema:
      left === undefined
        ? { ...schema, allOf: [...allOf, { not: { enum: values } }] }
        : { ...before.schema, enum: left },
    ...(also === undefined ? {} : { also }),
  }
}

/** `empty('')`: such a value counts as none, which passes where none need be there. */
const empty: Method = (before, args, scope, reading) => {
  const values = args.length === 0 ? [] : plainValues(reading, args, scope)
  const reason = 'some values count as none'
  if (values === null) return { ...before, schema: orAnything(finished(before).schema, reason) }
  return values.length === 0 ? before : { ...before, nothing: values }
}

/** `only()`: nothing passes but what was allowed. */
const only: Method = (before) =>
  before.also === undefined || before.also.length === 0 ? before : { ...before, schema: { enum: before.also } }

/** Words and numbers that are turned into a boolean. */
const truth: Method = (before, args, scope, reading) => {
  const values = plainValues(reading, args, scope)
  if (values === null) return inexact(before, 'other values pass too')
  const types = values.map((value) => (typeof value === 'number' ? ('number' as const) : ('string' as const)))
  return before.strict ? before : { ...before, converts: [...(before.converts ?? []), ...types] }
}

/** What the methods of joi that list values make of a schema. */
export const values: Readonly<Record<string, Method>> = {
  allow,
  valid,
  equal: valid,
  only,
  invalid,
  not: invalid,
  disallow: invalid,
  empty,
  insensitive: recase,
  truthy: truth,
  falsy: truth,
}
