import {
  AnnotatedType,
  ArrayType,
  type BaseType,
  NullType,
  OptionalType,
  RestType,
  TupleType,
  UnionType,
} from 'ts-json-schema-generator'
import ts from 'typescript'
import { absence } from './absence.js'
import { baseTypes } from './builtins.js'
import type { Conversion } from './context.js'
import { InexactType } from './wire-types.js'

const arrayLike = new Set(['Array', 'ReadonlyArray', 'ArrayLike', 'ConcatArray'])

/** Reads arrays, tuples and what extends them; `undefined` for all other types. */
export function readArray(type: ts.Type, origin: ts.Node | undefined, conversion: Conversion): BaseType | undefined {
  const { checker } = conversion
  // `isTupleType` says as much, but is no type guard.
  if (checker.isTupleType(type)) return readTuple(type as ts.TupleTypeReference, origin, conversion)
  const item = elementOf(type, checker)
  if (item === undefined) return undefined
  // There is no value of `never`, hence no item.
  if (item.flags & ts.TypeFlags.Never) return new TupleType([])
  return new ArrayType(readItem(item, origin, conversion))
}

/** The element type of an array, of `ArrayLike`, or of what extends an array. */
export function elementOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  if (type.isIntersection())
    return type.types.map((part) => elementOf(part, checker)).find((item) => item !== undefined)
  return isArray(type, checker) ? type.getNumberIndexType() : undefined
}

function isArray(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (checker.isArrayType(type) || checker.isTupleType(type)) return true
  if (arrayLike.has(type.symbol?.name) && type.getNumberIndexType() !== undefined) return true
  return baseTypes(type).some((base) => isArray(base, checker))
}

/** `JSON.stringify` writes `null` for what it would leave out of an object. */
function readItem(type: ts.Type, origin: ts.Node | undefined, conversion: Conversion): BaseType {
  const missing = conversion.direction === 'sent' ? absence(type, conversion.checker) : 'never'
  if (missing === 'always') return new NullType()
  const item = conversion.read(type, origin)
  return missing === 'maybe' ? new UnionType([item, new NullType()]) : item
}

function readTuple(type: ts.TupleTypeReference, origin: ts.Node | undefined, conversion: Conversion): BaseType {
  const { elementFlags } = type.target
  const items = conversion.checker.getTypeArguments(type).map((item, index) => {
    const flags = elementFlags[index] ?? ts.ElementFlags.Required
    if (flags & ts.ElementFlags.Optional) return new OptionalType(readOptional(item, origin, conversion))
    if (flags & ts.ElementFlags.Variadic)
      return new RestType(new ArrayType(readItem(elementOf(item, conversion.checker) ?? item, origin, conversion)))
    const read = readItem(item, origin, conversion)
    return flags & ts.ElementFlags.Rest ? new RestType(new ArrayType(read)) : read
  })
  const rest = items.findIndex((item) => item instanceof RestType)
  return rest === -1 || rest === items.length - 1 ? new TupleType(items) : openInTheMiddle(items)
}

/**
 * An optional element is left off at the end. Where `undefined` may be written in its place instead, `null` may be sent: the
 * type does not tell whether that is ever done.
 */
function readOptional(type: ts.Type, origin: ts.Node | undefined, conversion: Conversion): BaseType {
  if (conversion.direction === 'received' || absence(type, conversion.checker) !== 'maybe') {
    return readItem(type, origin, conversion)
  }
  return new InexactType('an optional element may be `undefined`', readItem(type, origin, conversion))
}

/** JSON Schema has no tuple with a rest in its middle: its items are any of them all. */
function openInTheMiddle(items: readonly BaseType[]): BaseType {
  const all = items.map((item) => {
    const inner = item instanceof RestType ? item.getType() : item
    return inner instanceof ArrayType ? inner.getItem() : inner
  })
  const minItems = items.filter((item) => !(item instanceof RestType)).length
  const list = new AnnotatedType(new ArrayType(new UnionType(all).normalize()), { minItems }, false)
  return new InexactType('a rest in the middle of a tuple does not say which item stands where', list)
}
