import ts from 'typescript'
import type { Frame, Session } from './session.js'
import { declarationOf } from './syntax.js'
import { trackedOf } from './tracked.js'

/** How many constants in a row are looked through. */
const deepest = 12

/**
 * Whether an expression has the request in it, itself or through the constants that it names. A cheap first question: what
 * has not is no condition on the route, and evaluating the conditions of all that a handler leads to is dear.
 */
export function mentionsRequest(session: Session, frame: Frame, expression: ts.Node, depth = 0): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isTypeNode(node)) return false
    if (ts.isIdentifier(node)) return nameMentions(session, frame, node, depth)
    // The name behind the dot says nothing of itself.
    if (ts.isPropertyAccessExpression(node)) return visit(node.expression)
    return ts.forEachChild(node, (child) => visit(child) || undefined) ?? false
  }
  return visit(expression)
}

function nameMentions(session: Session, frame: Frame, name: ts.Identifier, depth: number): boolean {
  // The response leads to its request too.
  if (trackedOf(session, frame, name)?.kind === 'role') return true
  const declaration = depth > deepest ? null : declarationOf(session.project.checker, name)
  if (declaration === null) return false
  const source = ts.isBindingElement(declaration) ? declaration.parent.parent : declaration
  if (!ts.isVariableDeclaration(source) || source.initializer === undefined) return false
  return mentionsRequest(session, frame, source.initializer, depth + 1)
}
