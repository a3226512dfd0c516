import type { Schema } from '../../../model/schema.js'
import { orAnything } from '../beside.js'
import {
  array,
  enumeration,
  intersect,
  leastOf,
  literal,
  nullable,
  of,
  optionsIn,
  tuple,
  union,
} from '../chains/makers.js'
import { type Accepted, exact, inexact, type Maker, type Method } from '../chains/reading.js'
import { keyedBy, listedIn } from '../chains/records.js'
import { fieldsIn, objectOf } from '../chains/shapes.js'
import { change, chooseListed } from '../chains/steps.js'
import { plainValues } from '../chains/values.js'
import { pipe } from './pipe.js'

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

/** More items than are listed are dropped, or let through. */
const openTuple: Maker = (reading, args, scope) => {
  const made = tuple(reading, args.slice(0, 1), scope)
  if (made === null) return null
  const { maxItems: _, ...open } = made.schema
  return shortened({ ...made, schema: open }, reading, args, scope)
}

/** Items at the end that may be left out. */
const shortened = (made: Accepted, ...[reading, [items], scope]: Parameters<Maker>): Accepted => {
  const read = items === undefined ? null : optionsIn(reading, items, scope)
  const doubted = read?.find((item) => item.doubted !== undefined)?.doubted
  const short = { ...made, schema: { ...made.schema, minItems: leastOf(read ?? []) } }
  return doubted === undefined ? short : inexact(short, doubted)
}

/** `entriesFromList(['a', 'b'], schema)`, `entriesFromObjects([A, B])` in place of the keys of an object. */
const fieldsOf = (...[reading, [given], scope]: Parameters<Maker>): ReadonlyMap<string, Accepted> | null => {
  if (given === undefined) return null
  const value = reading.project.values.evaluate({ expression: given, scope })
  const name = value.kind === 'call' ? (value.method ?? (value.callee.kind === 'import' ? value.callee.name : '')) : ''
  if (value.kind !== 'call' || !name.startsWith('entriesFrom')) return fieldsIn(reading, given, scope)
  const [first, second] = value.node.arguments ?? []
  if (first === undefined) return null
  if (name === 'entriesFromObjects') {
    const shapes = optionsIn(reading, first, value.scope)?.map(({ shape }) => shape?.fields) ?? [undefined]
    const known = shapes.flatMap((fields) => (fields === undefined ? [] : [fields]))
    return known.length === shapes.length ? new Map(known.flatMap((fields) => [...fields])) : null
  }
  const names = plainValues(reading, [first], value.scope)
  if (names === null || second === undefined) return null
  const field = reading.read(second, value.scope)
  return new Map(names.map((each) => [String(each), field]))
}

const object =
  (others: 'strip' | 'strict' | true): Maker =>
  (...given) => {
    const fields = fieldsOf(...given)
    return fields === null ? null : objectOf({ fields, others })
  }

/** Versions differ in whether such a key may be left out. */
const leavable = (schema: Schema): Accepted => ({
  schema,
  optional: true,
  doubted: 'whether it may be left out depends on the version of valibot',
})

const leftOut = ({ doubted: _, ...inner }: Accepted): Accepted => ({
  ...inner,
  optional: true,
  around: inner.around ?? { inner, isOptional: true },
})

const withoutNull = (inner: Accepted): Accepted =>
  inner.around !== undefined && inner.schema.anyOf?.some(({ type }) => type?.join() === 'null')
    ? { ...inner.around.inner, optional: inner.optional }
    : { ...inner, schema: { allOf: [inner.schema, { not: { type: ['null'] } }] } }

/** What each function of valibot makes. */
export const makers: Readonly<Record<string, Maker>> = {
  string: of({ type: ['string'] }),
  number: of({ type: ['number'] }),
  boolean: of({ type: ['boolean'] }),
  null: of({ type: ['null'] }),
  null_: of({ type: ['null'] }),
  undefined: () => leavable({ not: {} }),
  undefined_: () => leavable({ not: {} }),
  void: () => leavable({ not: {} }),
  void_: () => leavable({ not: {} }),
  any: () => leavable({}),
  unknown: () => leavable({}),
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
  strictTuple: (reading, args, scope) => {
    const made = tuple(reading, args.slice(0, 1), scope)
    return made && shortened(made, reading, args, scope)
  },
  tupleWithRest: (reading, args, scope) => {
    const made = tuple(reading, args, scope)
    return made && shortened(made, reading, args, scope)
  },
  record: (reading, [key, value], scope) => {
    if (key === undefined || value === undefined) return null
    const names = reading.read(key, scope).schema
    const field = { ...reading.read(value, scope), optional: true }
    const listed = listedIn(names)
    if (listed === null) return keyedBy(names, field.schema)
    return objectOf({ fields: new Map(listed.map((name) => [String(name), field])), others: 'strict' })
  },
  union: (reading, args, scope) => union(reading, args.slice(0, 1), scope),
  variant: (reading, args, scope) => union(reading, args.slice(1, 2), scope),
  intersect: (reading, [list], scope) => {
    const value = list === undefined ? null : reading.project.values.evaluate({ expression: list, scope })
    if (value?.kind !== 'array' || !value.complete) return null
    const [first, ...more] = value.elements.map((each) => reading.read(each.expression, each.scope))
    return first === undefined ? null : more.reduce(intersect, first)
  },
  picklist: enumeration,
  enum: enumeration,
  enum_: enumeration,
  literal,
  optional: wrapped(leftOut),
  exactOptional: wrapped(leftOut),
  undefinedable: wrapped((inner) => inner),
  nullable: wrapped(nullable),
  nullish: wrapped((inner) => leftOut(nullable(inner))),
  nonNullable: wrapped(withoutNull),
  nonNullish: wrapped((inner) => ({ ...withoutNull(inner), optional: false })),
  unwrap: wrapped((inner) => ({ ...(inner.around?.inner ?? inner), optional: false })),
  config: wrapped((inner) => inner),
  message: wrapped((inner) => inner),
  keyof: wrapped(({ shape }) =>
    exact(shape === undefined ? { inexact: 'its keys are not read' } : { enum: [...shape.fields.keys()] }),
  ),
  nan: unread('JSON has no such number'),
  symbol: unread('JSON has no symbols'),
  promise: unread('JSON has no promises'),
  function: unread('JSON has no functions'),
  function_: unread('JSON has no functions'),
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
