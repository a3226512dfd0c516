import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import { absence } from '../absence.js'
import { elementOf } from '../arrays.js'
import { holds } from './conditions.js'
import type { Draft } from './draft.js'
import { emptyDraft, finish, opened, withProperty, withSpread } from './drafts.js'
import { environmentalField, inProduction } from './environment.js'
import type { Lookup, Reading, Sent } from './expression.js'
import { unwrap } from './unwrap.js'

/** Reads an object literal property by property; one with a `toJSON` is read by its type. */
export function readObjectLiteral(literal: ts.ObjectLiteralExpression, lookup: Lookup, reading: Reading): Sent {
  if (literal.properties.some((property) => property.name?.getText() === 'toJSON')) return reading.typed(literal)
  return { schema: finish(draftsOf(literal, lookup, reading), reading.locate(literal)), absence: 'never' }
}

function draftsOf(literal: ts.ObjectLiteralExpression, lookup: Lookup, reading: Reading): readonly Draft[] {
  let drafts: readonly Draft[] = [emptyDraft]
  for (const property of literal.properties) {
    if (ts.isSpreadAssignment(property)) {
      drafts = withSpread(drafts, spreadOf(property.expression, lookup, reading))
      continue
    }
    const name = nameOf(property.name, reading.checker)
    if (name === undefined) drafts = opened(drafts, `the key \`${property.name.getText()}\` is computed`)
    else if (name !== null) drafts = withProperty(drafts, name, readValue(property, lookup, reading))
  }
  return drafts
}

/** The key that a name stands for; `null` for a symbol, `undefined` where it is computed. */
function nameOf(name: ts.PropertyName, checker: ts.TypeChecker): string | null | undefined {
  if (!ts.isComputedPropertyName(name)) return ts.isPrivateIdentifier(name) ? null : name.text
  const type = checker.getTypeAtLocation(name.expression)
  if (type.flags & ts.TypeFlags.ESSymbolLike) return null
  return type.isStringLiteral() || type.isNumberLiteral() ? String(type.value) : undefined
}

function readValue(
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  lookup: Lookup,
  reading: Reading,
) {
  const sent = sentBy(property, lookup, reading)
  if (sent === undefined || sent.absence === 'always') return undefined
  const schema: Schema = { ...sent.schema, at: reading.locate(property.name) }
  return { schema, required: sent.absence === 'never' }
}

function sentBy(
  property: Exclude<ts.ObjectLiteralElementLike, ts.SpreadAssignment>,
  lookup: Lookup,
  reading: Reading,
): Sent | undefined {
  if (ts.isPropertyAssignment(property)) return reading.read(property.initializer, lookup)
  if (ts.isShorthandPropertyAssignment(property)) return reading.read(property.name, lookup)
  if (!ts.isGetAccessorDeclaration(property)) return undefined
  const symbol = reading.checker.getSymbolAtLocation(property.name)
  if (symbol === undefined) return undefined
  const type = reading.checker.getTypeOfSymbol(symbol)
  return { schema: reading.types.sent(type, property), absence: absence(type, reading.checker) }
}

/** The objects that a spread may lay over what stands before it. Nothing is spread from null, undefined or a primitive. */
function spreadOf(operand: ts.Expression, lookup: Lookup, reading: Reading): readonly Draft[] {
  const expression = unwrap(operand)
  if (ts.isObjectLiteralExpression(expression)) return draftsOf(expression, lookup, reading)
  if (ts.isConditionalExpression(expression)) {
    const truth = holds(expression.condition, lookup, reading.checker)
    if (truth !== null) return spreadOf(truth ? expression.whenTrue : expression.whenFalse, lookup, reading)
    const spread = [expression.whenTrue, expression.whenFalse].flatMap((branch) => spreadOf(branch, lookup, reading))
    return environmental(expression.condition, spread, reading)
  }
  if (ts.isBinaryExpression(expression)) {
    const { operatorToken, right } = expression
    if (operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      const truth = holds(expression.left, lookup, reading.checker)
      const given = truth === false ? [] : spreadOf(right, lookup, reading)
      return truth === true ? given : environmental(expression.left, [emptyDraft, ...given], reading)
    }
  }
  const stated = ts.isIdentifier(expression) ? (lookup(expression)?.expression ?? expression) : expression
  const type = reading.checker.getNonNullableType(reading.checker.getTypeAtLocation(stated))
  if (type.getProperty('toJSON') !== undefined || elementOf(type, reading.checker) !== undefined) {
    return [{ ...emptyDraft, open: `\`...${operand.getText()}\` is no plain object` }]
  }
  const { schema, absence } = reading.read(expression, lookup)
  if (absence === 'always') return [emptyDraft]
  const given = fromSchema(schema, reading)
  // What may hold any keys may hold none: that it may be missing adds nothing, and would say that the keys of others are ever left out.
  return absence === 'never' || given.some(mayBeEmpty) ? given : [emptyDraft, ...given]
}

function mayBeEmpty({ open, properties }: Draft): boolean {
  return open !== undefined && properties.size === 0
}

/** What only some environments lay over the rest, or some errors: fields of which it is not known whether they are sent. */
function environmental(condition: ts.Expression, spread: readonly Draft[], reading: Reading): readonly Draft[] {
  const depends = inProduction(condition, reading.checker) === null ? null : environmentalField
  const presence = depends ?? reading.mayNeverHold?.(unwrap(condition)) ?? null
  if (presence === null) return spread
  const fields = spread.flatMap(({ properties }) => [...properties])
  const doubted = fields.map(([name, { schema }]) => {
    return [name, { schema: { ...schema, presence }, required: false }] as const
  })
  const open = spread.find((each) => each.open !== undefined)?.open
  return [{ properties: new Map(doubted), ...(open === undefined ? {} : { open }) }]
}

function fromSchema(schema: Schema, reading: Reading): readonly Draft[] {
  const { ref, anyOf, inexact, type, properties = {}, required = [], enum: values } = schema
  const named = ref === undefined ? undefined : reading.types.schemas[ref]
  if (named !== undefined) return fromSchema(named, reading)
  if (anyOf !== undefined) return anyOf.flatMap((part) => fromSchema(part, reading))
  if (values !== undefined || (type !== undefined && !type.includes('object') && !type.includes('array')))
    return [emptyDraft]
  const known = Object.entries(properties).map(
    ([name, part]) => [name, { schema: part, required: required.includes(name) }] as const,
  )
  const open = inexact ?? (type?.includes('object') ? undefined : 'a spread of something unknown')
  return [{ properties: new Map(known), ...(open === undefined ? {} : { open }) }]
}
