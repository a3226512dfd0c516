import ts from 'typescript'
import type { Header } from '../../model/endpoint.js'
import type { Project } from '../project.js'
import { headerText } from './header-text.js'
import type { Session } from './session.js'
import { declarationOf, isMember, literalText, memberName, settled } from './syntax.js'

const compound = new Set([
  ts.SyntaxKind.PlusEqualsToken,
  ts.SyntaxKind.MinusEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
])

/** Everything that a variable of a function is given; null where it is also changed in place, or is of a module. */
export function assignedTo(
  { project: { checker } }: Session,
  use: ts.Identifier,
  declaration: ts.VariableDeclaration,
): readonly ts.Expression[] | null {
  const found: ts.Expression[] = declaration.initializer === undefined ? [] : [declaration.initializer]
  const block = enclosingBody(declaration)
  if (block === null || found.includes(use)) return null
  let changed = false
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && ts.isIdentifier(node.left) && isSame(node.left)) {
      if (node.operatorToken.kind === ts.SyntaxKind.EqualsToken) found.push(node.right)
      else if (compound.has(node.operatorToken.kind)) changed = true
    }
    ts.forEachChild(node, visit)
  }
  const isSame = (identifier: ts.Identifier) =>
    identifier.text === use.text && declarationOf(checker, identifier) === declaration
  visit(block)
  return changed ? null : found
}

/** Everything that a field of a local object is given after the object was made: `answer.status = 404`. */
export function assignedToField(
  { project }: Session,
  field: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): readonly ts.Expression[] {
  const name = memberName(field)
  return name === null ? [] : assignedToFieldOf(project, settled(field.expression), name)
}

/** Everything that a field of the object is given which a local variable holds. */
export function assignedToFieldOf({ checker }: Project, object: ts.Expression, name: string): readonly ts.Expression[] {
  const declaration = ts.isIdentifier(object) ? declarationOf(checker, object) : null
  const block = declaration === null || !ts.isVariableDeclaration(declaration) ? null : enclosingBody(declaration)
  if (!ts.isIdentifier(object) || block === null) return []
  const found: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && isMember(node.left)) {
      const base = settled(node.left.expression)
      const isSame = ts.isIdentifier(base) && base.text === object.text && memberName(node.left) === name
      if (isSame && declarationOf(checker, base) === declaration) found.push(node.right)
    }
    ts.forEachChild(node, visit)
  }
  visit(block)
  return found
}

function enclosingBody(node: ts.Node): ts.Node | null {
  let current = node.parent
  while (current !== undefined && !ts.isFunctionLike(current) && !ts.isSourceFile(current)) current = current.parent
  return current !== undefined && !ts.isSourceFile(current) ? current : null
}

/** `answer.headers.set('X-Total', …)`: the headers that the code puts on an answer which a variable holds. */
export function headersSetOn(session: Session, variable: ts.VariableDeclaration): readonly Header[] {
  const block = enclosingBody(variable)
  const headers: Header[] = []
  const visit = (node: ts.Node): void => {
    const name = ts.isCallExpression(node) ? headerSetBy(session, node, variable) : null
    if (name !== null) headers.push({ name, schema: headerText, at: session.project.locate(node) })
    ts.forEachChild(node, visit)
  }
  if (block !== null) visit(block)
  return headers
}

function headerSetBy({ project }: Session, call: ts.CallExpression, variable: ts.VariableDeclaration): string | null {
  const { expression } = call
  if (!isMember(expression) || !['set', 'append'].includes(memberName(expression) ?? '')) return null
  const list = expression.expression
  if (!isMember(list) || memberName(list) !== 'headers' || !ts.isIdentifier(list.expression)) return null
  return declarationOf(project.checker, list.expression) === variable ? literalText(call.arguments[0]) : null
}
