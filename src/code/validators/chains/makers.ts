import ts from 'typescript'
import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import type { Scope } from '../../values/value.js'
import { type Accepted, exact, finished, type Maker, type Reading, type Shape } from './reading.js'
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
  return options === null || options.length === 0 ? null : either(options)
}

/** What one of several takes. */
export function either(options: readonly Accepted[]): Accepted {
  const doubted = options.some(({ optional, doubted }) => optional && doubted === undefined)
    ? undefined
    : options.find(({ doubted }) => doubted !== undefined)?.doubted
  return {
    schema: { anyOf: options.map((option) => option.schema) },
    optional: options.some((option) => option.optional),
    ...(doubted === undefined ? {} : { doubted }),
  }
}

/** The schemas in an array of them; null where some are not known. */
export function optionsIn(reading: Reading, list: ts.Expression, scope: Scope): readonly Accepted[] | null {
  const value = reading.project.values.evaluate({ expression: list, scope })
  if (value.kind !== 'array' || !value.complete) return null
  return value.elements.map((element) => reading.read(element.expression, element.scope))
}

/** What `Object.values(Colour)` lists; null for any other expression. */
function valuesFrom(expression: ts.Expression | undefined): ts.Expression | null {
  if (expression === undefined || !ts.isCallExpression(expression)) return null
  return expression.expression.getText() === 'Object.values' ? (expression.arguments[0] ?? null) : null
}

export const enumeration: Maker = (reading, [given], scope) => {
  const values = valuesFrom(given) ?? given
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

export function isJson(value: unknown): value is Json {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

export const array: Maker = (reading, [item], scope) => (item === undefined ? null : listOf(reading.read(item, scope)))

export function listOf(item: Accepted): Accepted {
  return { ...exact({ type: ['array'], items: item.schema }), item }
}

/** How many items must be there: all but the last ones that may be left out. */
export function leastOf(items: readonly Accepted[]): number {
  return items.findLastIndex(({ optional }) => !optional) + 1
}

export const tuple: Maker = (reading, [items, rest], scope) => {
  const parts = items === undefined ? null : optionsIn(reading, items, scope)
  if (parts === null) return null
  const length = parts.length
  const open = rest === undefined ? { maxItems: length } : { items: reading.read(rest, scope).schema }
  const first = length === 0 ? {} : { prefixItems: parts.map((part) => part.schema), minItems: length }
  return exact({ type: ['array'], ...first, ...open })
}

export const intersection: Maker = (reading, [left, right], scope) => {
  if (left === undefined || right === undefined) return null
  return intersect(reading.read(left, scope), reading.read(right, scope))
}

export function nullable(given: Accepted): Accepted {
  const { schema, optional, doubted } = finished(given)
  return {
    schema: { anyOf: [schema, { type: ['null'] }] },
    optional,
    ...(doubted === undefined ? {} : { doubted }),
    around: { inner: given, isOptional: false },
  }
}

/** Two object schemas at once are one with the keys of both. */
export function intersect(left: Accepted, right: Accepted): Accepted {
  if (left.shape === undefined || right.shape === undefined) return both(left, right)
  const fields = new Map(left.shape.fields)
  for (const [name, field] of right.shape.fields) {
    const known = fields.get(name)
    fields.set(name, known === undefined ? field : both(known, field))
  }
  const [one, other] = [left.shape.others, right.shape.others]
  const reason = left.schema.inexact ?? right.schema.inexact
  if (isEasy(one) && isEasy(other)) return objectOf({ fields, others: one === true ? true : other }, reason)
  return objectOf({ fields, others: one }, reason ?? 'each of several objects has its say on the keys of the others')
}

/** Whether an object says nothing of keys that another one lists. */
function isEasy(others: Shape['others']): boolean {
  return others === 'strip' || others === true
}

/** What each of two takes: a key may be left out where both say so. */
function both(left: Accepted, right: Accepted): Accepted {
  const doubted = left.doubted ?? right.doubted
  const optional = left.optional && right.optional
  const schemas = [finished(left).schema, finished(right).schema]
  const isTurned = left.formed || right.formed || schemas.some(({ anyOf }) => anyOf?.some(({ implied }) => implied))
  return {
    schema: { allOf: schemas, ...(isTurned ? { inexact: 'what becomes of it must be the same in both' } : {}) },
    optional,
    ...(doubted === undefined || !optional ? {} : { doubted }),
  }
}
