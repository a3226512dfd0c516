import { type BaseType, BooleanType, EnumType, type EnumValue, NullType, UnionType } from 'ts-json-schema-generator'
import type ts from 'typescript'
import { isNothing } from './absence.js'
import type { Conversion } from './context.js'
import { literalOf } from './primitives.js'
import { InexactType, UnserialisableType } from './wire-types.js'

const limit = 200

/** Reads a union: its literals become one enum, what is never sent drops out, and the rest stay alternatives. */
export function readUnion(type: ts.UnionType, conversion: Conversion, read: (member: ts.Type) => BaseType): BaseType {
  const values = new Set<EnumValue>()
  const others: ts.Type[] = []
  for (const member of type.types) {
    const value = literalOf(member, conversion.checker)
    if (value !== undefined) values.add(value)
    else if (!isNothing(member, conversion.checker)) others.push(member)
  }
  if (others.length > limit) return new InexactType('too large to read')
  const parts = doubted([...literals(values), ...others.map(read)])
  return parts.length === 0 ? new InexactType('nothing is sent') : new UnionType(parts).normalize()
}

/** That a type allows a value which nobody can send beside others shows no answer with it: `number | bigint` of a library. */
function doubted(parts: readonly BaseType[]): readonly BaseType[] {
  const others = parts.filter((part) => !(part instanceof UnserialisableType || part instanceof NullType))
  if (others.length === 0) return parts
  return parts.map((part) =>
    part instanceof UnserialisableType
      ? new InexactType(`its type allows a ${part.what} as well, which JSON.stringify cannot write`)
      : part,
  )
}

/** The types of a set of literal values; both booleans are `boolean`, and a lone `null` is `null`. */
function literals(values: ReadonlySet<EnumValue>): readonly BaseType[] {
  const rest = new Set(values)
  const parts: BaseType[] = []
  if (rest.has(true) && rest.has(false)) {
    rest.delete(true)
    rest.delete(false)
    parts.push(new BooleanType())
  }
  if (rest.size === 1 && rest.delete(null)) parts.push(new NullType())
  if (rest.delete(null)) rest.add(null)
  if (rest.size > 0) parts.push(literalSet([...rest]))
  return parts
}

/** An enum of these values; the values are its identity. */
export function literalSet(values: readonly EnumValue[]): EnumType {
  return new EnumType(`enum${JSON.stringify(values)}`, values)
}
