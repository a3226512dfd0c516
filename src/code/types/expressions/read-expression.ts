import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import { absence } from '../absence.js'
import { isUnknown } from '../unknown.js'
import { anyOf, oneOf } from './alternatives.js'
import { followCall, followReturns } from './calls.js'
import { holds } from './conditions.js'
import { constantLiteral } from './constants.js'
import { isConstruction, readConstruction } from './constructed.js'
import { environmentalField, inProduction } from './environment.js'
import type { ExpressionSource, Lookup, Reading, Sent, Substitution } from './expression.js'
import { filledIn } from './filled-in.js'
import { isKnown, literalSchema } from './known.js'
import { armsOf, narrowed } from './narrowing.js'
import { readObjectLiteral } from './object-literal.js'
import { readBinary } from './operators.js'
import { withPicked } from './picked.js'
import { mapped, unwrap, unwrapAll } from './unwrap.js'

const deepest = 60
const longest = 5000
/** An envelope may hold an envelope; a function that calls itself would never end. */
const alike = 3
const nothingKnown: Lookup = () => undefined

/**
 * The schema of what sending an expression puts on the wire. Literals are read as they stand, with their exact values;
 * all else falls back on its type. `lookup` says what a parameter stands for in the call being followed.
 */
export function readExpression(
  source: ExpressionSource,
  expression: ts.Expression,
  lookup: Lookup = nothingKnown,
): Sent {
  const open = new Map<ts.Node, number>()
  let steps = 0
  const reading: Reading = {
    checker: source.checker,
    types: source.types,
    locate: (node) => source.locate(node),
    ...(source.mayLack === undefined ? {} : { mayLack: source.mayLack }),
    ...(source.mayNeverHold === undefined ? {} : { mayNeverHold: source.mayNeverHold }),
    typed: (node) => typed(node, source),
    read(node, names) {
      const nested = open.get(node) ?? 0
      steps += 1
      if (steps > longest || open.size > deepest || nested >= alike) return typed(node, source)
      open.set(node, nested + 1)
      const sent = readOne(unwrap(node), names, reading)
      if (nested === 0) open.delete(node)
      else open.set(node, nested)
      return sent
    },
  }
  const sent = reading.read(expression, lookup)
  return { ...sent, schema: { at: source.locate(expression), ...sent.schema } }
}

function readOne(expression: ts.Expression, lookup: Lookup, reading: Reading): Sent {
  const literal = literalSchema(expression)
  if (literal !== undefined) return { schema: literal, absence: 'never' }
  if (ts.isObjectLiteralExpression(expression)) return readObjectLiteral(expression, lookup, reading)
  if (ts.isArrayLiteralExpression(expression)) return readArrayLiteral(expression, lookup, reading)
  if (ts.isConditionalExpression(expression)) {
    const truth = holds(expression.condition, lookup, reading.checker)
    if (truth !== null) return reading.read(truth ? expression.whenTrue : expression.whenFalse, lookup)
    const either = oneOf([reading.read(expression.whenTrue, lookup), reading.read(expression.whenFalse, lookup)])
    if (either.absence !== 'maybe' || inProduction(expression.condition, reading.checker) === null) return either
    return { ...either, schema: { ...either.schema, presence: environmentalField } }
  }
  if (ts.isIdentifier(expression)) return readIdentifier(expression, lookup, reading)
  if (ts.isAssertionExpression(expression)) return readAssertion(expression, lookup, reading)
  if (ts.isBinaryExpression(expression)) return readBinary(expression, lookup, reading)
  if (ts.isPropertyAccessExpression(expression)) return readProperty(expression, lookup, reading)
  if (ts.isAwaitExpression(expression) || ts.isNonNullExpression(expression)) {
    return isKnown(expression.expression, lookup)
      ? reading.read(expression.expression, lookup)
      : typedOn(expression, lookup, reading)
  }
  if (ts.isCallExpression(expression)) return readCall(expression, lookup, reading)
  if (ts.isNewExpression(expression) && isConstruction(expression, reading.checker)) {
    return readConstruction(expression, lookup, reading)
  }
  return reading.typed(expression)
}

/** What the expression may be on this way, by its type and what is known of it. */
function typedOn(expression: ts.Expression, lookup: Lookup, reading: Reading): Sent {
  const arms = narrowed(expression, lookup, reading.checker)
  const sent = arms === null ? reading.typed(expression) : readArms(arms, expression, reading)
  const never = sent.absence === 'maybe' ? (reading.mayNeverHold?.(expression) ?? null) : null
  if (never !== null) return { ...sent, schema: { ...sent.schema, presence: never } }
  if (sent.absence !== 'never') return sent
  const lack = holds(expression, lookup, reading.checker) === true ? null : (reading.mayLack?.(expression) ?? null)
  return lack === null ? sent : { schema: { ...sent.schema, presence: lack }, absence: 'maybe' }
}

function readArms(arms: readonly ts.Type[], expression: ts.Expression, reading: Reading): Sent {
  return oneOf(
    arms.map((arm): Sent => {
      const missing = absence(arm, reading.checker)
      return { schema: missing === 'always' ? {} : reading.types.sent(arm, expression), absence: missing }
    }),
  )
}

function typed(expression: ts.Expression, { checker, types, isThere, typeOf }: ExpressionSource): Sent {
  const type = typeOf?.(expression) ?? checker.getTypeAtLocation(expression)
  const told = absence(type, checker)
  const missing = told === 'maybe' && isThere?.(expression) ? 'never' : told
  if (missing === 'always') return { schema: {}, absence: missing }
  const schema = withPicked(expression, types.sent(type, expression), checker, () => types.schemas)
  return {
    schema: type.isUnion() && isRest(expression, checker) ? { ...schema, inexact: restOf } : schema,
    absence: missing,
  }
}

const restOf = 'which of several objects it is the rest of, a field beside it tells'

/** `const { ok, ...rest } = result`: what is known of `ok` says nothing of the type of `rest`. */
function isRest(expression: ts.Expression, checker: ts.TypeChecker): boolean {
  const node = unwrapAll(expression)
  const declaration = ts.isIdentifier(node) ? checker.getSymbolAtLocation(node)?.valueDeclaration : undefined
  return declaration !== undefined && ts.isBindingElement(declaration) && declaration.dotDotDotToken !== undefined
}

function readCall(call: ts.CallExpression, lookup: Lookup, reading: Reading): Sent {
  const item = mapped(call)
  if (item !== undefined && reading.checker.isArrayType(reading.checker.getTypeAtLocation(call))) {
    return { schema: { type: ['array'], items: asItem(reading.read(item, lookup)) }, absence: 'never' }
  }
  const followed = followCall(call, lookup, reading.checker)
  if (followed !== undefined) return reading.read(followed.expression, followed.lookup)
  const returns = followReturns(call, lookup, reading.checker)
  if (returns === undefined) return reading.typed(call)
  return oneOf(returns.map((each) => reading.read(each.expression, each.lookup)))
}

/** `JSON.stringify` writes null for an item that it would leave out of an object. */
function asItem(sent: Sent): Schema {
  if (sent.absence === 'never') return sent.schema
  return sent.absence === 'always' ? { type: ['null'] } : anyOf([sent.schema, { type: ['null'] }])
}

/** An array literal has the length it is written with; a spread leaves its length and order open. */
function readArrayLiteral(literal: ts.ArrayLiteralExpression, lookup: Lookup, reading: Reading): Sent {
  if (literal.elements.some(ts.isSpreadElement)) return reading.typed(literal)
  const prefixItems = literal.elements.map((element) => asItem(reading.read(element, lookup)))
  const { length } = prefixItems
  if (length === 0) return { schema: { type: ['array'], maxItems: 0 }, absence: 'never' }
  // Objects in a list are items of one kind, whatever their places; only other values may make a tuple.
  const isList = literal.elements.every((element) => ts.isObjectLiteralExpression(unwrap(element)))
  const schema: Schema = { type: ['array'], minItems: length, maxItems: length }
  return { schema: { ...schema, ...(isList ? { items: anyOf(prefixItems) } : { prefixItems }) }, absence: 'never' }
}

function readIdentifier(identifier: ts.Identifier, lookup: Lookup, reading: Reading): Sent {
  const known = lookup(identifier)
  if (known !== undefined) return readKnown(identifier, known, reading)
  const literal = constantLiteral(identifier, reading.checker)
  if (literal === undefined) return typedOn(identifier, lookup, reading)
  const sent = reading.read(literal, lookup)
  if (!ts.isVariableDeclaration(literal.parent) || literal.parent.type === undefined) return sent
  return { ...sent, schema: filledIn(sent.schema, reading.typed(identifier).schema, reading.types.schemas) }
}

/** What a name stands for; of a variable, as far as the compiler takes it for possible here. */
function readKnown(identifier: ts.Identifier, known: Substitution, reading: Reading): Sent {
  const { expression, lookup } = known
  const { checker } = reading
  const declaration = checker.getSymbolAtLocation(identifier)?.valueDeclaration
  const isVariable = declaration !== undefined && ts.isVariableDeclaration(declaration)
  const given = unwrapAll(expression)
  const isPlain = !ts.isConditionalExpression(given) && !ts.isBinaryExpression(given)
  if (isVariable && isPlain && !isKnown(expression, lookup)) {
    const here = armsOf(checker.getTypeAtLocation(identifier))
    const arms = narrowed(expression, lookup, checker) ?? armsOf(checker.getTypeAtLocation(expression))
    const left = arms.filter((arm) => here.includes(arm))
    if (left.length > 0) return readArms(left, expression, reading)
  }
  const sent = reading.read(expression, lookup)
  return isVariable && isUnknown(sent.schema) && sent.absence !== 'always' ? reading.typed(identifier) : sent
}

/** A cast is believed unless it says nothing. */
function readAssertion(expression: ts.AssertionExpression, lookup: Lookup, reading: Reading): Sent {
  const says = !(reading.checker.getTypeAtLocation(expression).flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))
  return says ? reading.typed(expression) : reading.read(expression.expression, lookup)
}

/** `data.name`, where `data` is a parameter whose argument is known. */
function readProperty(expression: ts.PropertyAccessExpression, lookup: Lookup, reading: Reading): Sent {
  if (!isKnown(expression.expression, lookup)) return typedOn(expression, lookup, reading)
  const { schema } = reading.read(expression.expression, lookup)
  const object = schema.ref === undefined ? schema : reading.types.schemas[schema.ref]
  const property = object?.properties?.[expression.name.text]
  if (property === undefined) return typedOn(expression, lookup, reading)
  const arms = property.enum === undefined ? narrowed(expression, lookup, reading.checker) : null
  if (arms !== null) return readArms(arms, expression, reading)
  return { schema: property, absence: object?.required?.includes(expression.name.text) ? 'never' : 'maybe' }
}
