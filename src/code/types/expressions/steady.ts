import ts from 'typescript'
import { isAssignment } from '../../program/operators.js'

/** Whether the name holds one value as long as it lives. */
export function isSteady(declaration: ts.Declaration): boolean {
  if (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration)) {
    const root = rootOf(declaration)
    return (ts.isVariableDeclaration(root) && isConst(root)) || !isAssigned(declaration)
  }
  if (ts.isParameter(declaration)) return !isAssigned(declaration)
  return !ts.isPropertySignature(declaration)
}

function rootOf(
  declaration: ts.VariableDeclaration | ts.BindingElement,
): ts.VariableDeclaration | ts.ParameterDeclaration {
  return ts.isBindingElement(declaration) ? ts.walkUpBindingElementsAndPatterns(declaration) : declaration
}

function isConst(declaration: ts.VariableDeclaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0
}

const assigned = new WeakMap<ts.Node, ReadonlySet<string>>()

/** Whether a parameter or variable is given another value anywhere in the function or file around it; by name, which may say so too often. */
function isAssigned(declaration: ts.ParameterDeclaration | ts.VariableDeclaration | ts.BindingElement): boolean {
  if (!ts.isIdentifier(declaration.name)) return true
  const around = ts.findAncestor(declaration, (node) => ts.isFunctionLike(node) || ts.isSourceFile(node))
  if (around === undefined) return true
  const names = assigned.get(around) ?? assignedIn(around)
  assigned.set(around, names)
  return names.has(declaration.name.text)
}

/** The names that are assigned to in a node. */
export function assignedIn(around: ts.Node): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node)) namesIn(node.left, names)
    else if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && ts.isIdentifier(node.operand))
      if (isStep(node.operator)) names.add(node.operand.text)
    ts.forEachChild(node, visit)
  }
  visit(around)
  return names
}

function isStep(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken
}

/** All names of a target: a plain one, or those of `({ a, b } = …)`. */
function namesIn(target: ts.Expression, names: Set<string>): void {
  if (ts.isIdentifier(target)) names.add(target.text)
  if (!ts.isObjectLiteralExpression(target) && !ts.isArrayLiteralExpression(target)) return
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(target)
}
