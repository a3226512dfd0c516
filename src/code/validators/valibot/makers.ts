import type { Schema } from '../../../model/schema.js'
import { orAnything } from '../beside.js'
import { array, enumeration, intersect, literal, nullable, object, of, tuple, union } from '../chains/makers.js'
import { type Accepted, inexact, type Maker, type Method } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'
import { change, chooseListed } from '../chains/steps.js'
import { actions, isAction } from './actions.js'

const unread = (what: string): Maker => of({ inexact: what })

/** A function of one schema that says that it may be left out, or null, or both. */
const wrapped =
  (change: (inner: Accepted) => Accepted): Maker =>
  (reading, [inner], scope) =>
    inner === undefined ? null : change(reading.read(inner, scope))

/** A function of an object schema that changes its keys as a method of other libraries does. */
const ofObject =
  (method: Method): Maker =>
  (reading, [schema, ...args], scope) =>
    schema === undefined ? null : method(reading.read(schema, scope), args, scope, reading)

/** `pipe(schema, minLength(3), email())`: the schema, with what each action adds. */
const pipe: Maker = (reading, [first, ...rest], scope) => {
  if (first === undefined) return null
  let accepted = reading.read(first, scope)
  for (const [index, expression] of rest.entries()) {
    const value = reading.project.values.evaluate({ expression, scope })
    const call = value.kind === 'call' && value.callee.kind === 'import' ? value : null
    const callee = call?.callee.kind === 'import' ? call.callee.name : ''
    const name = call?.method ?? callee.split('.').at(-1) ?? ''
    const action = isAction(name) ? actions[name] : undefined
    // What follows a change of the value is checked on what came of it.
    if (name === 'transform' || name === 'rawTransform' || action === undefined || call === null)
      return name.endsWith('ransform') && index === rest.length - 1
        ? accepted
        : inexact(accepted, 'what the value is turned into is checked too')
    accepted =
      action(accepted, call.node.arguments ?? [], call.scope, reading) ?? inexact(accepted, `${name} is not read`)
  }
  return accepted
}

/** More items than are listed are dropped, or let through. */
const openTuple: Maker = (reading, args, scope) => {
  const made = tuple(reading, args.slice(0, 1), scope)
  if (made === null) return null
  const { maxItems: _, ...open } = made.schema
  return { ...made, schema: open }
}

/** What each function of valibot makes. */
export const makers: Readonly<Record<string, Maker>> = {
  string: of({ type: ['string'] }),
  number: of({ type: ['number'] }),
  boolean: of({ type: ['boolean'] }),
  null: of({ type: ['null'] }),
  null_: of({ type: ['null'] }),
  undefined: () => ({ schema: { not: {} }, optional: true }),
  undefined_: () => ({ schema: { not: {} }, optional: true }),
  void: () => ({ schema: { not: {} }, optional: true }),
  void_: () => ({ schema: { not: {} }, optional: true }),
  any: () => ({ schema: {}, optional: true }),
  unknown: () => ({ schema: {}, optional: true }),
  never: of({ not: {} }),
  bigint: unread('JSON has no bigints'),
  date: unread('JSON has no dates: nothing that a client sends is one'),
  instance: unread('JSON has no instances'),
  map: unread('JSON has no maps'),
  set: unread('JSON has no sets'),
  file: unread('a file'),
  blob: unread('a file'),
  custom: unread('a function of the project checks it'),
  object: object('strip'),
  strictObject: object('strict'),
  looseObject: object(true),
  objectWithRest: (reading, [shape, rest], scope) => {
    const made = shape === undefined || rest === undefined ? null : object('strip')(reading, [shape], scope)
    if (made?.shape === undefined || rest === undefined) return null
    return objectOf({ ...made.shape, others: reading.read(rest, scope).schema })
  },
  array,
  tuple: openTuple,
  looseTuple: openTuple,
  strictTuple: (reading, args, scope) => tuple(reading, args.slice(0, 1), scope),
  record: (reading, [key, value], scope) => {
    if (key === undefined || value === undefined) return null
    const names = reading.read(key, scope).schema
    const isText = Object.keys(names).join() === 'type'
    const schema: Schema = { type: ['object'], additionalProperties: reading.read(value, scope).schema }
    return { schema: isText ? schema : { ...schema, inexact: 'keys of one kind only' }, optional: false }
  },
  union: (reading, args, scope) => union(reading, args.slice(0, 1), scope),
  variant: (reading, args, scope) => union(reading, args.slice(1, 2), scope),
  intersect: (reading, [list], scope) => {
    const value = list === undefined ? null : reading.project.values.evaluate({ expression: list, scope })
    if (value?.kind !== 'array' || !value.complete) return null
    const parts = value.elements.map((each) => reading.read(each.expression, each.scope))
    const [first, ...more] = parts
    if (first === undefined) return null
    const both = more.reduce(intersect, first)
    const isClosed = parts.some(({ shape }) => shape?.others === 'strict')
    return isClosed ? inexact(both, 'each of several objects refuses the keys of the others') : both
  },
  picklist: enumeration,
  enum: enumeration,
  enum_: enumeration,
  literal,
  optional: wrapped((inner) => ({ ...inner, optional: true })),
  exactOptional: wrapped((inner) => ({ ...inner, optional: true })),
  undefinedable: wrapped((inner) => inner),
  nullable: wrapped(nullable),
  nullish: wrapped((inner) => ({ ...nullable(inner), optional: true })),
  nonOptional: wrapped((inner) => ({ ...inner, optional: false })),
  fallback: wrapped(({ schema }) => ({
    schema: orAnything(schema, 'what is not accepted is replaced'),
    optional: true,
  })),
  partial: ofObject(change(true)),
  required: ofObject(change(false)),
  pick: ofObject(chooseListed(true)),
  omit: ofObject(chooseListed(false)),
  pipe,
}
