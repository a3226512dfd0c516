import ts from 'typescript'
import type { Scope } from '../../values/value.js'
import type { Accepted, Args, Method, Reading, Shape } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import { extend } from '../chains/steps.js'
import { plainValues } from '../chains/values.js'
import { fits, patternIn } from '../pattern.js'

/** The object with other keys, and with all else that was said of it. */
function reshaped(before: Accepted, shape: Shape, reason?: string): Accepted {
  const {
    type: _,
    properties: __,
    required: ___,
    patternProperties: ____,
    additionalProperties: _____,
    ...rest
  } = before.schema
  const made = objectOf(shape, before.schema.inexact ?? reason)
  return { ...before, shape, schema: { ...rest, ...made.schema } }
}

/** More keys; `keys({})` allows none at all, and `keys()` any. */
export const keys: Method = (before, args, scope, reading) => {
  const [given] = args
  if (given === undefined) return reshaped(before, { fields: new Map(), others: true })
  const more = extend(before, args, scope, reading)
  if (before.shape === undefined || more?.shape === undefined) return more
  const names = reading.project.values.evaluate({ expression: given, scope })
  const isNone = names.kind === 'object' && names.node.properties.length === 0
  // An object of which nothing was said takes any key; with keys of its own it takes no other.
  const isFirst = before.shape.fields.size === 0 && before.shape.patterns === undefined
  const fields = isNone ? new Map<string, Accepted>() : more.shape.fields
  const isOpen = before.told === true && before.shape.others !== 'strict'
  return reshaped(before, {
    ...before.shape,
    fields,
    others: (isNone || isFirst) && !isOpen ? 'strict' : before.shape.others,
  })
}

const append: Method = (before, args, scope, reading) => {
  const [given] = args
  const names = given === undefined ? null : reading.project.values.evaluate({ expression: given, scope })
  const isNone = names?.kind === 'object' && names.node.properties.length === 0
  return names === null || isNone ? before : keys(before, args, scope, reading)
}

/** `pattern(/^x-/, schema)`, `pattern(Joi.string(), schema)`: what keys hold that are not listed. */
export const keyPattern: Method = (before, args, scope, reading) => {
  const { shape } = before
  const [key, value, options] = args
  if (shape === undefined || key === undefined || value === undefined) return null
  const reason = 'keys of one pattern'
  const held = reading.read(value, scope).schema
  const named = namesOf(reading, [key], scope)
  const others = shape.others === true && shape.fields.size === 0 && before.told === undefined ? 'strict' : shape.others
  if (Array.isArray(named)) {
    const fields = named.map((name): readonly [string, Accepted] => [name, { schema: held, optional: true }])
    return reshaped(before, { ...shape, others, fields: new Map([...fields, ...shape.fields]) })
  }
  const isPlain = typeof named === 'string' && options === undefined && shape.patterns === undefined
  if (!isPlain || [...shape.fields.keys()].some((name) => fits(named, name)))
    return reshaped(before, { ...shape, others: true }, reason)
  return reshaped(before, { ...shape, others, patterns: { [named]: held } })
}

/** The pattern of a key, or the keys where they are listed; null where they are told in another way. */
function namesOf(reading: Reading, [key]: Args, scope: Scope): string | readonly string[] | null {
  if (key === undefined) return null
  const value = reading.project.values.evaluate({ expression: key, scope })
  if (value.kind === 'regexp') return patternIn(value)
  const { schema } = reading.read(key, scope)
  if (schema.enum !== undefined) return schema.enum.map(String)
  return schema.type?.join() === 'string' && Object.keys(schema).every((word) => ['type', 'minLength'].includes(word))
    ? `^[\\s\\S]{${schema.minLength ?? 0},}$`
    : null
}

const changes = new Map([
  ['required', false],
  ['exist', false],
  ['optional', true],
])

/** `fork(['a'], (field) => field.required())` */
const fork: Method = (before, [paths, change], scope, reading) => {
  const names = paths === undefined ? null : plainValues(reading, [paths], scope)
  const called =
    change !== undefined && ts.isArrowFunction(change) && ts.isCallExpression(change.body) ? change.body : null
  const method = called !== null && ts.isPropertyAccessExpression(called.expression) ? called.expression : null
  const optional = method !== null && ts.isIdentifier(method.expression) ? changes.get(method.name.text) : undefined
  const isKnown = names?.every((name) => before.shape?.fields.has(String(name))) ?? false
  if (before.shape === undefined || names === null || !isKnown || optional === undefined)
    return { ...before, schema: { inexact: 'some keys are changed' }, lost: 'some keys are changed' }
  const fields = [...before.shape.fields].map(([name, field]) => {
    const { doubted: _, ...known } = field
    return [name, names.includes(name) ? { ...known, optional } : field] as const
  })
  return reshaped(before, { ...before.shape, fields: new Map(fields) })
}

/** What the methods of joi's objects make of them. */
export const objects: Readonly<Record<string, Method>> = {
  keys,
  append,
  fork,
  unknown: (before, [flag], scope, reading) => {
    const isShut = flag !== undefined && reading.literal(flag, scope) === false
    const told: Accepted = { ...before, told: true }
    return before.shape === undefined ? told : reshaped(told, { ...before.shape, others: isShut ? 'strict' : true })
  },
  rename: (before) => ({ ...before, schema: { inexact: 'keys are renamed' }, lost: 'keys are renamed' }),
}
