import ts from 'typescript'
import { numberOf } from '../../node-numbers.js'
import type { Lookup } from './expression.js'
import { isSteady } from './steady.js'
import { unwrapAll } from './unwrap.js'

const deepest = 12

/** Methods that give the same for the same arguments and change nothing. */
const steady = new Set([
  ...['includes', 'has', 'startsWith', 'endsWith', 'at', 'trim', 'toLowerCase', 'toUpperCase', 'toString', 'isArray'],
  ...['isInteger', 'isNaN', 'isFinite', 'get', 'header', 'accepts', 'is', 'hasOwn', 'valueOf', 'getTime'],
])

const comparisons = new Set([
  ...[ts.SyntaxKind.LessThanToken, ts.SyntaxKind.GreaterThanToken, ts.SyntaxKind.LessThanEqualsToken],
  ...[ts.SyntaxKind.GreaterThanEqualsToken, ts.SyntaxKind.InstanceOfKeyword, ts.SyntaxKind.InKeyword],
  ...[ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.PercentToken],
])

/**
 * A text that names the value of an expression: two expressions with the same name hold the same value wherever nobody
 * changes it in between. Null where that cannot be told: a variable that is assigned again, a call that may answer otherwise.
 */
export function subjectOf(
  expression: ts.Expression,
  lookup: Lookup,
  checker: ts.TypeChecker,
  depth = 0,
): string | null {
  const node = unwrapAll(expression)
  if (depth > deepest) return null
  const inner = (each: ts.Expression) => subjectOf(each, lookup, checker, depth + 1)
  if (ts.isStringLiteralLike(node)) return JSON.stringify(node.text)
  if (ts.isNumericLiteral(node)) return node.text
  if (node.kind === ts.SyntaxKind.ThisKeyword) return 'this'
  if (ts.isIdentifier(node)) return nameOf(node, lookup, checker, depth)
  if (ts.isPropertyAccessExpression(node)) return join(inner(node.expression), node.name.text)
  if (ts.isElementAccessExpression(node)) return join(inner(node.expression), inner(node.argumentExpression))
  if (ts.isTypeOfExpression(node)) return prefixed('typeof', inner(node.expression))
  if (ts.isBinaryExpression(node)) {
    if (!comparisons.has(node.operatorToken.kind)) return null
    const left = inner(node.left)
    const right = inner(node.right)
    return left === null || right === null ? null : `(${left}${node.operatorToken.getText()}${right})`
  }
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    if (!steady.has(node.expression.name.text)) return null
    const parts = [node.expression.expression, ...node.arguments].map(inner)
    return parts.includes(null) ? null : `${node.expression.name.text}(${parts.join(',')})`
  }
  return null
}

const join = (base: string | null, name: string | null): string | null =>
  base === null || name === null ? null : `${base}.${name}`

const prefixed = (word: string, of: string | null): string | null => (of === null ? null : `${word} ${of}`)

function nameOf(identifier: ts.Identifier, lookup: Lookup, checker: ts.TypeChecker, depth: number): string | null {
  if (identifier.text === 'undefined') return 'undefined'
  const known = lookup(identifier)
  if (known !== undefined)
    // What is handed in is worked out once: its value has a name even where the expression has none.
    return subjectOf(known.expression, known.lookup, checker, depth + 1) ?? valueName(known.expression)
  const declaration = declarationOf(identifier, checker)
  if (declaration === undefined) return null
  if (ts.isBindingElement(declaration)) return elementName(declaration, lookup, checker, depth)
  return isSteady(declaration) ? `#${numberOf(declaration)}` : null
}

/** The name of a value that was worked out once: it is what the expression gave then. */
export const valueName = (expression: ts.Expression): string => `@${numberOf(unwrapAll(expression))}`

/** `const { status } = result` is named as `result.status` is. */
function elementName(
  element: ts.BindingElement,
  lookup: Lookup,
  checker: ts.TypeChecker,
  depth: number,
): string | null {
  if (!isSteady(element)) return null
  const from = destructured(element)
  const base = from === null ? null : subjectOf(from.object, lookup, checker, depth + 1)
  return from === null || base === null ? `#${numberOf(element)}` : `${base}.${from.name}`
}

/** What a name of `const { name } = object` is taken from; null where that is not so plain. */
export function destructured(
  element: ts.BindingElement,
): { readonly object: ts.Expression; readonly name: string } | null {
  const { parent, propertyName, name, initializer, dotDotDotToken } = element
  const declaration = parent.parent
  if (!ts.isObjectBindingPattern(parent) || !ts.isVariableDeclaration(declaration)) return null
  if (initializer !== undefined || dotDotDotToken !== undefined || declaration.initializer === undefined) return null
  const key = propertyName ?? name
  return ts.isIdentifier(key) || ts.isStringLiteralLike(key)
    ? { object: declaration.initializer, name: key.text }
    : null
}

/** What an identifier was declared as. */
export function declarationOf(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Declaration | undefined {
  const symbol = ts.isShorthandPropertyAssignment(identifier.parent)
    ? checker.getShorthandAssignmentValueSymbol(identifier.parent)
    : checker.getSymbolAtLocation(identifier)
  return symbol?.valueDeclaration ?? symbol?.declarations?.[0]
}
