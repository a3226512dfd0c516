import ts from 'typescript'
import type { Frame, Session } from './session.js'
import { declarationOf, isMember, literalText, memberName, settled } from './syntax.js'
import { trackedOf } from './tracked.js'

/**
 * Whether an expression holds a parameter of the path that is being read: a request that came this way has it, whatever
 * its type says that knows no path.
 */
export function isPathText(session: Session, frame: Frame, expression: ts.Expression): boolean {
  const node = settled(expression)
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(session.project.checker, node)
    const given = declaration !== null && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined
    return given !== undefined && isPathText(session, frame, given)
  }
  if (!ts.isCallExpression(node)) return false
  const callee = settled(node.expression)
  if (!isMember(callee)) return false
  // `c.req.param('id')?.trim()` is a text as well.
  if (callee.questionDotToken !== undefined)
    return isText(session, node) && isPathText(session, frame, callee.expression)
  const base = trackedOf(session, frame, callee.expression)
  const name = memberName(callee)
  if (base?.kind !== 'role' || name === null) return false
  const member = session.dialect.member(base.role, name, node.arguments)
  const field = member?.kind === 'getter' && member.place === 'path' ? literalText(node.arguments[0]) : null
  const { path, whole = path } = session.dialect.route ?? { path: '' }
  return field !== null && whole.includes(`{${field}}`)
}

function isText({ project: { checker } }: Session, node: ts.CallExpression): boolean {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(node))
  return (type.flags & ts.TypeFlags.StringLike) !== 0
}
