import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Lookup } from './expression.js'
import { isStructural, unwrap } from './unwrap.js'

/** Whether reading the expression's parts can say more than its type does. */
export function isKnown(expression: ts.Expression, lookup: Lookup): boolean {
  const inner = unwrap(expression)
  if (ts.isIdentifier(inner)) return lookup(inner) !== undefined
  if (ts.isPropertyAccessExpression(inner)) return isKnown(inner.expression, lookup)
  return isStructural(inner) || literalSchema(inner) !== undefined
}

/** The one value of a literal. */
export function literalSchema(expression: ts.Expression): Schema | undefined {
  if (ts.isStringLiteralLike(expression)) return { enum: [expression.text] }
  if (ts.isNumericLiteral(expression)) return { enum: [Number(expression.text)] }
  if (expression.kind === ts.SyntaxKind.TrueKeyword) return { enum: [true] }
  if (expression.kind === ts.SyntaxKind.FalseKeyword) return { enum: [false] }
  if (expression.kind === ts.SyntaxKind.NullKeyword) return { enum: [null] }
  if (!ts.isPrefixUnaryExpression(expression) || !ts.isNumericLiteral(expression.operand)) return undefined
  return expression.operator === ts.SyntaxKind.MinusToken ? { enum: [-Number(expression.operand.text)] } : undefined
}
