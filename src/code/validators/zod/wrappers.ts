import { orAnything } from '../beside.js'
import { isJson, listOf, nullable } from '../chains/makers.js'
import { type Accepted, finished, inexact, type Method } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import { mask } from '../chains/steps.js'
import { byVersion, versionOf } from './version.js'

const around = (inner: Accepted, isOptional: boolean): Accepted => {
  const { doubted: _, ...before } = inner
  return { ...before, optional: true, around: { inner, isOptional } }
}
const optional = (before: Accepted) => around(before, true)
/** What is left out is replaced by the value. */
const defaulted: Method = (before, [value], scope, reading) => {
  const made = around(before, false)
  const replacement = reading.literal(value, scope)
  return isJson(replacement) ? { ...made, schema: { ...made.schema, default: replacement } } : made
}

/** The schema that this one is made around. */
const within: Method = ({ around, item }) => around?.inner ?? item ?? null

const nullish = (before: Accepted): Accepted => {
  const inner = nullable(before)
  return { ...inner, optional: true, around: { inner, isOptional: true } }
}

const partial: Method = (before, args, scope, reading) => {
  const names = mask(reading, args, scope)
  if (before.shape === undefined || names === undefined) return null
  const fields = [...before.shape.fields].map(
    ([name, inner]) => [name, names === null || names.includes(name) ? optional(inner) : inner] as const,
  )
  return objectOf({ ...before.shape, fields: new Map(fields) }, before.schema.inexact)
}

/** zod 3 takes `optional()` off again, and nothing else; zod 4 asks for the key in any case. */
const required: Method = (before, args, scope, reading) => {
  const names = mask(reading, args, scope)
  if (before.shape === undefined || names === undefined) return null
  const version = versionOf(reading)
  const fields = [...before.shape.fields].map(
    ([name, field]) => [name, names === null || names.includes(name) ? asked(field, version) : field] as const,
  )
  return objectOf({ ...before.shape, fields: new Map(fields) }, before.schema.inexact)
}

function asked(field: Accepted, version: 3 | 4 | null): Accepted {
  if (field.around?.isOptional === true) {
    const { at } = field.schema
    const { schema, ...inner } = asked(field.around.inner, version)
    const finite = finished({ ...inner, schema })
    return { ...finite, schema: { ...finite.schema, ...(at === undefined ? {} : { at }) } }
  }
  const { doubted: _, ...rest } = field
  if (version === 4 || !field.optional) return { ...rest, optional: false }
  return version === 3 ? field : { ...field, doubted: byVersion }
}

/** Every key may be left out, in the objects that it holds too. */
const deepPartial = (before: Accepted): Accepted => {
  const { shape, around, item } = before
  if (around?.isOptional === true) return { ...deepPartial(around.inner), optional: true }
  if (shape !== undefined) {
    const fields = [...shape.fields].map(([name, field]) => [name, { ...deepPartial(field), optional: true }] as const)
    return objectOf({ ...shape, fields: new Map(fields) })
  }
  if (item !== undefined) return { ...before, ...listOf(deepPartial(item)) }
  return JSON.stringify(before.schema).includes('"properties"')
    ? { ...before, schema: { inexact: 'what may be left out in it is not read' } }
    : before
}

/** Methods that make one schema around another, and those that take it off again. */
export const wrappers: Readonly<Record<string, Method>> = {
  optional,
  exactOptional: optional,
  default: defaulted,
  prefault: defaulted,
  catch: (before) => ({
    schema: orAnything(finished(before).schema, 'what is not accepted is replaced'),
    optional: true,
    around: { inner: before, isOptional: false },
  }),
  nullable,
  nullish,
  nonoptional: ({ doubted: _, ...before }) => ({
    ...before,
    optional: false,
    around: { inner: before, isOptional: false },
  }),
  unwrap: within,
  innerType: (before) =>
    before.around === undefined ? inexact(before, 'what it is made of is not read') : before.around.inner,
  removeDefault: within,
  removeCatch: within,
  array: (before) => listOf(finished(before)),
  partial,
  required,
  deepPartial,
}
