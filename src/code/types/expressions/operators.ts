import ts from 'typescript'
import { absence } from '../absence.js'
import { oneOf, withoutNull } from './alternatives.js'
import { holds, isNullish } from './conditions.js'
import type { Lookup, Reading, Sent } from './expression.js'
import { isKnown } from './known.js'

/** `a ?? b` is `a` without null, or `b`; so is `a || b` where `a` is an object. Other operators are read by their type. */
export function readBinary(expression: ts.BinaryExpression, lookup: Lookup, reading: Reading): Sent {
  const { left, operatorToken, right } = expression
  if (operatorToken.kind === ts.SyntaxKind.CommaToken) return reading.read(right, lookup)
  // `list[0] ?? null` may be null, though the compiler takes an element for always there unless it is told otherwise.
  const mayMiss = ts.isElementAccessExpression(left) && right.kind === ts.SyntaxKind.NullKeyword
  const chosen = chosenSide(expression, lookup, reading)
  if (chosen !== null) return reading.read(chosen, lookup)
  if (!isFallback(expression, reading) || !(isKnown(left, lookup) || isKnown(right, lookup) || mayMiss))
    return reading.typed(expression)
  const first = isKnown(left, lookup) ? reading.read(left, lookup) : present(left, reading)
  const rest = first.absence === 'always' ? undefined : withoutNull(first.schema)
  const second = reading.read(right, lookup)
  return rest === undefined ? second : oneOf([{ schema: rest, absence: 'never' }, second])
}

/** The side that is taken by what is known on this way; the left one where it has a name that tells. */
function chosenSide(expression: ts.BinaryExpression, lookup: Lookup, { checker }: Reading): ts.Expression | null {
  const { left, operatorToken, right } = expression
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    const nullish = isNullish(left, lookup, checker)
    return nullish === null ? null : nullish ? right : left
  }
  if (operatorToken.kind !== ts.SyntaxKind.BarBarToken && operatorToken.kind !== ts.SyntaxKind.AmpersandAmpersandToken)
    return null
  const truth = holds(left, lookup, checker)
  if (truth === null) return null
  return truth === (operatorToken.kind === ts.SyntaxKind.BarBarToken) ? left : right
}

function isFallback({ left, operatorToken }: ts.BinaryExpression, { checker }: Reading): boolean {
  if (operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return true
  if (operatorToken.kind !== ts.SyntaxKind.BarBarToken) return false
  const type = checker.getNonNullableType(checker.getTypeAtLocation(left))
  return (type.isUnion() ? type.types : [type]).every((part) => part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Any))
}

/** The value where it is neither null nor undefined. */
function present(expression: ts.Expression, { checker, types }: Reading): Sent {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression))
  return { schema: types.sent(type, expression), absence: absence(type, checker) }
}
