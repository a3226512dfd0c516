import type { Schema } from '../../../model/schema.js'
import type { Scope } from '../../values/value.js'
import { type Accepted, type Args, finished, inexact, type Method, type Reading } from './reading.js'
import { fieldsIn, objectOf } from './shapes.js'

export const keep: Method = (before) => before
/** What is wanted, and whether it must be there, depends on other values; some of these may let more pass than it says itself. */
export const depends: Method = (before, args) => {
  const reason = 'it depends on another value'
  const isWidened = args.some((arg) => widening.test(arg.getText()))
  const accepted = isWidened ? { schema: { inexact: reason }, optional: true } : inexact(finished(before), reason)
  return { ...accepted, doubted: reason, lost: reason }
}
const widening =
  /\b(allow|valid|equal|empty|default|failover|nullable|nullish|oneOf|mixed|alternatives|try|transform|strip)\b/

export const open =
  (reason: string): Method =>
  (before) =>
    inexact(before, reason)
/** `toLowerCase()`: what is checked is the text in one case. */
/** `trim()`: what is checked is the text without space around it. */
export const trim: Method = (before) => ({ ...before, trimmed: true })
export const recase: Method = (before) => ({ ...before, recased: true })
export const optional: Method = (before) => ({ ...before, optional: true })
export const add =
  (keywords: Schema): Method =>
  (before) => ({ ...before, schema: { ...before.schema, ...keywords } })

/** A keyword whose value is the first argument. */
export const bound =
  (keywordFor: (schema: Schema) => keyof Schema): Method =>
  (before, [value], scope, reading) => {
    const limit = reading.literal(value, scope)
    if (typeof limit !== 'number') return inexact(before, 'a limit is not known')
    return { ...before, schema: { ...before.schema, [keywordFor(before.schema)]: limit } }
  }

/** A step that asks for more and takes nothing back: of two limits the narrower one counts, of two forms both. */
export const stronger =
  (method: Method): Method =>
  (before, args, scope, reading) => {
    const { type } = before.schema
    const made = method({ ...before, schema: type === undefined ? {} : { type } }, args, scope, reading)
    return made && { ...made, schema: narrowed(before.schema, made.schema) }
  }

function narrowed(schema: Schema, more: Schema): Schema {
  let all = schema
  for (const [word, asked] of Object.entries(more)) {
    const known: unknown = new Map<string, unknown>(Object.entries(all)).get(word)
    if (known === undefined || word === 'type') all = { ...all, [word]: asked }
    else if (typeof known === 'number' && typeof asked === 'number' && /^(min|exclusiveMin)/.test(word))
      all = { ...all, [word]: Math.max(known, asked) }
    else if (typeof known === 'number' && typeof asked === 'number' && /^(max|exclusiveMax)/.test(word))
      all = { ...all, [word]: Math.min(known, asked) }
    else if (word !== 'inexact' && known !== asked) all = { ...all, allOf: [...(all.allOf ?? []), { [word]: asked }] }
  }
  return all
}

const is = (schema: Schema, type: string) => schema.type?.some((each) => each === type) ?? false
export const minimum = (schema: Schema) =>
  is(schema, 'string')
    ? 'minLength'
    : is(schema, 'array')
      ? 'minItems'
      : is(schema, 'object')
        ? 'minProperties'
        : 'minimum'
export const maximum = (schema: Schema) =>
  is(schema, 'string')
    ? 'maxLength'
    : is(schema, 'array')
      ? 'maxItems'
      : is(schema, 'object')
        ? 'maxProperties'
        : 'maximum'

export const pattern =
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

export const regex: Method = (before, [expression], scope, reading) => {
  if (expression === undefined) return null
  const value = reading.project.values.evaluate({ expression, scope })
  if (value.kind !== 'regexp') return inexact(before, 'the pattern is not known')
  const [, source = value.source, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(value.node.getText()) ?? []
  if (/[ism]/.test(flags)) return inexact(before, 'the pattern has flags that a schema cannot say')
  return withPattern(before, source)
}

export const object =
  (others: 'strip' | 'strict' | true): Method =>
  (before) =>
    before.shape === undefined ? null : objectOf({ ...before.shape, others }, before.schema.inexact)

export const extend: Method = (before, [more], scope, reading) => {
  if (before.shape === undefined || more === undefined) return null
  const other = reading.written({ expression: more, scope })?.shape
  const fields = other?.fields ?? fieldsIn(reading, more, scope)
  if (fields === null) return null
  return objectOf(
    { others: other?.others ?? before.shape.others, fields: new Map([...before.shape.fields, ...fields]) },
    before.schema.inexact,
  )
}

/** The names in `{ id: true }`; null for no argument, `undefined` where they are not known. */
export function mask(reading: Reading, [names]: Args, scope: Scope): readonly string[] | null | undefined {
  if (names === undefined) return null
  const known = reading.literal(names, scope)
  if (Array.isArray(known)) return known.filter((name) => typeof name === 'string')
  if (known === null || typeof known !== 'object') return undefined
  return Object.entries(known).flatMap(([name, chosen]) => (chosen === true ? [name] : []))
}

function optionalIf({ doubted: _, ...field }: Accepted, optional: boolean): Accepted {
  return { ...field, optional }
}

export const change =
  (optionalNow: boolean): Method =>
  (before, args, scope, reading) => {
    const names = mask(reading, args, scope)
    if (before.shape === undefined || names === undefined) return null
    const fields = [...before.shape.fields].map(
      ([name, field]) =>
        [name, names === null || names.includes(name) ? optionalIf(field, optionalNow) : field] as const,
    )
    return objectOf({ ...before.shape, fields: new Map(fields) }, before.schema.inexact)
  }
export const choose =
  (wanted: boolean): Method =>
  (before, args, scope, reading) => {
    const names = mask(reading, args, scope)
    if (before.shape === undefined || names === undefined || names === null) return null
    const fields = [...before.shape.fields].filter(([name]) => names.includes(name) === wanted)
    return objectOf({ ...before.shape, fields: new Map(fields) }, before.schema.inexact)
  }

/** `pick(['a', 'b'])`: the keys are given in a list. */
export const chooseListed =
  (wanted: boolean): Method =>
  (before, [names], scope, reading) => {
    const known = reading.literal(names, scope)
    if (before.shape === undefined || !Array.isArray(known)) return null
    const fields = [...before.shape.fields].filter(([name]) => known.includes(name) === wanted)
    return objectOf({ ...before.shape, fields: new Map(fields) }, before.schema.inexact)
  }
