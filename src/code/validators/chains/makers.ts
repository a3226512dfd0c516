import type ts from 'typescript'
import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import type { Scope } from '../../values/value.js'
import { type Accepted, exact, type Maker, type Reading } from './reading.js'
import { fieldsIn, objectOf } from './shapes.js'

export const of =
  (schema: Schema): Maker =>
  () =>
    exact(schema)
export const object =
  (others: 'strip' | 'strict' | true): Maker =>
  (reading, [shape], scope) => {
    const fields = shape === undefined ? new Map<string, Accepted>() : fieldsIn(reading, shape, scope)
    return fields === null ? null : objectOf({ fields, others })
  }

export const union: Maker = (reading, args, scope) => {
  const list = args.at(-1)
  const options = list === undefined ? null : optionsIn(reading, list, scope)
  if (options === null || options.length === 0) return null
  return {
    schema: { anyOf: options.map((option) => option.schema) },
    optional: options.some((option) => option.optional),
  }
}

/** The schemas in an array of them; null where some are not known. */
function optionsIn(reading: Reading, list: ts.Expression, scope: Scope): readonly Accepted[] | null {
  const value = reading.project.values.evaluate({ expression: list, scope })
  if (value.kind !== 'array' || !value.complete) return null
  return value.elements.map((element) => reading.read(element.expression, element.scope))
}

export const enumeration: Maker = (reading, [values], scope) => {
  const value = values === undefined ? null : reading.project.values.evaluate({ expression: values, scope })
  if (value?.kind === 'enum') return membersOf(reading, value.node)
  const known = reading.literal(values, scope)
  const list = Array.isArray(known) ? known : known !== null && typeof known === 'object' ? enumValues(known) : null
  return list === null || list.length === 0 ? null : exact({ enum: list.filter(isJson) })
}

function membersOf({ project }: Reading, declaration: ts.EnumDeclaration): Accepted | null {
  const values = declaration.members.map((member) => project.checker.getConstantValue(member))
  const known = values.filter((each) => each !== undefined)
  return known.length === values.length && known.length > 0 ? exact({ enum: known }) : null
}

/** The values of an enum object; a numeric enum also holds its names backwards. */
function enumValues(object: object): readonly unknown[] {
  const entries = Object.entries(object)
  const numbers = entries.filter(([, value]) => typeof value === 'number').map(([name]) => name)
  return entries
    .filter(([, value]) => !(typeof value === 'string' && numbers.includes(value)))
    .map(([, value]) => value)
}

export const literal: Maker = (reading, [value], scope) => {
  const known = reading.literal(value, scope)
  if (known === undefined) return null
  return exact({ enum: (Array.isArray(known) ? known : [known]).filter(isJson) })
}

function isJson(value: unknown): value is Json {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

export const array: Maker = (reading, [item], scope) =>
  item === undefined ? null : exact({ type: ['array'], items: reading.read(item, scope).schema })

export const tuple: Maker = (reading, [items, rest], scope) => {
  const parts = items === undefined ? null : optionsIn(reading, items, scope)
  if (parts === null) return null
  const length = parts.length
  const open = rest === undefined ? { maxItems: length } : { items: reading.read(rest, scope).schema }
  return exact({ type: ['array'], prefixItems: parts.map((part) => part.schema), minItems: length, ...open })
}

export const intersection: Maker = (reading, [left, right], scope) => {
  if (left === undefined || right === undefined) return null
  return intersect(reading.read(left, scope), reading.read(right, scope))
}

export function nullable({ schema, optional }: Accepted): Accepted {
  return { schema: { anyOf: [schema, { type: ['null'] }] }, optional }
}

/** Two object schemas at once are one with the keys of both. */
export function intersect(left: Accepted, right: Accepted): Accepted {
  if (left.shape === undefined || right.shape === undefined) return exact({ allOf: [left.schema, right.schema] })
  const { others } = left.shape
  return objectOf({ fields: new Map([...left.shape.fields, ...right.shape.fields]), others })
}
