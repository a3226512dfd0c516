import ts from 'typescript'
import { isAssignment } from '../../program/operators.js'
import { isConstruction } from './constructed.js'
import { isStructural, unwrap } from './unwrap.js'

const harmless = new Set([
  'json',
  'jsonp',
  'send',
  'end',
  'write',
  'stringify',
  'log',
  'info',
  'debug',
  'trace',
  'warn',
  'error',
])
const mutating = new Set(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'])

/** The literal that a constant holds wherever it is used: nobody changes it. One with a type is read where it is an object. */
export function constantLiteral(identifier: ts.Identifier, checker: ts.TypeChecker): ts.Expression | undefined {
  const symbol = symbolOf(identifier, checker)
  const declaration = symbol?.valueDeclaration
  if (symbol === undefined || declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined
  const { initializer, type, parent } = declaration
  if (initializer === undefined || !ts.isVariableDeclarationList(parent)) return undefined
  if (!(parent.flags & ts.NodeFlags.Const) || !saysMore(initializer, checker)) return undefined
  if (type !== undefined && !ts.isObjectLiteralExpression(unwrap(initializer))) return undefined
  const scope = ts.findAncestor(declaration, (node) => ts.isBlock(node) || ts.isSourceFile(node))
  return scope !== undefined && isLeftAlone(scope, symbol, checker) ? initializer : undefined
}

function saysMore(initializer: ts.Expression, checker: ts.TypeChecker): boolean {
  return isStructural(initializer) || isConstruction(initializer, checker)
}

function isLeftAlone(scope: ts.Node, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const isChange = (node: ts.Node): boolean => {
    if (ts.isIdentifier(node) && node.text === symbol.name && symbolOf(node, checker) === symbol) return mayChange(node)
    return ts.forEachChild(node, (child) => isChange(child) || undefined) ?? false
  }
  return !isChange(scope)
}

function symbolOf(node: ts.Identifier, checker: ts.TypeChecker): ts.Symbol | undefined {
  const shorthand = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : undefined
  return shorthand ?? checker.getSymbolAtLocation(node)
}

function mayChange(identifier: ts.Identifier): boolean {
  const use = outermost(identifier)
  const { parent } = use
  if (ts.isVariableDeclaration(parent)) return parent.name !== use && use === identifier
  if (ts.isDeleteExpression(parent)) return true
  if (ts.isPrefixUnaryExpression(parent) || ts.isPostfixUnaryExpression(parent)) return isStep(parent.operator)
  if (ts.isBinaryExpression(parent)) return parent.left === use && isAssignment(parent)
  if (!ts.isCallExpression(parent) && !ts.isNewExpression(parent)) return false
  if (parent.expression === use) return ts.isPropertyAccessExpression(use) && mutating.has(use.name.text)
  return !ts.isPropertyAccessExpression(parent.expression) || !harmless.has(parent.expression.name.text)
}

/** The whole of `a.b[0].c` for its `a`. */
function outermost(node: ts.Expression): ts.Expression {
  const { parent } = node
  const isInside = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)
  return isInside && parent.expression === node ? outermost(parent) : node
}

function isStep(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken
}
