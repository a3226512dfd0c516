import ts from 'typescript'
import type { Frame, Session } from './session.js'
import { declarationOf, isMember, keyName, memberName } from './syntax.js'
import { trackedOf } from './tracked.js'

/** How many constants are looked through. */
const mostConstants = 300

/**
 * Whether an expression reads one of these members of the request, itself or through the constants that it names. A cheap
 * first question: what does not is no condition on the route, and evaluating the conditions of all that a handler leads to
 * is dear.
 */
export function mentionsRequest(
  session: Session,
  frame: Frame,
  expression: ts.Node,
  members: ReadonlySet<string>,
): boolean {
  // Each constant once, however many others name it: chains of them branch at every step.
  const seen = new Set<ts.Node>()
  const visit = (node: ts.Node): boolean => {
    if (ts.isTypeNode(node)) return false
    if (ts.isIdentifier(node)) {
      const made = madeOf(session, frame, node, members)
      if (made === null || made === true) return made === true
      if (seen.has(made) || seen.size >= mostConstants) return false
      seen.add(made)
      return visit(made)
    }
    if (isMember(node) && members.has(memberName(node) ?? '') && leadsToRequest(session, frame, node)) return true
    // The name behind the dot says nothing of itself.
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression)
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false
  }
  return visit(expression)
}

/** What a variable is made of; true where it is one of the members, taken from the request by a pattern. */
function madeOf(
  session: Session,
  frame: Frame,
  name: ts.Identifier,
  members: ReadonlySet<string>,
): ts.Expression | true | null {
  const declaration = declarationOf(session.project.checker, name)
  if (declaration === null) return null
  if (ts.isVariableDeclaration(declaration)) return declaration.initializer ?? null
  const source = ts.isBindingElement(declaration) ? declaration.parent.parent : null
  if (source === null || !ts.isBindingElement(declaration)) return null
  const given = ts.isVariableDeclaration(source) ? source.initializer : undefined
  const { propertyName = declaration.name } = declaration
  const key =
    ts.isObjectBindingPattern(propertyName) || ts.isArrayBindingPattern(propertyName) ? null : keyName(propertyName)
  if (key === null || !members.has(key)) return null
  const isOfRole =
    given === undefined ? frame.tracked.get(declaration.parent)?.kind === 'role' : isRole(session, frame, given)
  return isOfRole ? true : null
}

/** Whether a chain of members begins at the request, or at the response, which leads to it. */
function leadsToRequest(session: Session, frame: Frame, member: ts.Expression): boolean {
  for (let node = member; ; ) {
    if (isRole(session, frame, node)) return true
    if (isMember(node) || ts.isCallExpression(node) || ts.isNonNullExpression(node)) node = node.expression
    else if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) node = node.expression
    else return false
  }
}

function isRole(session: Session, frame: Frame, expression: ts.Expression): boolean {
  return trackedOf(session, frame, expression)?.kind === 'role'
}
