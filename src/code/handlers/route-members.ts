import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import type { Value } from '../values/value.js'
import { routeText } from './route-texts.js'
import type { Frame, Session } from './session.js'
import { declarationOf, settled } from './syntax.js'

const deepest = 4

/**
 * What `handlers[req.method]` is for the route that is being read, also through a constant and with `?? fallback`; null
 * where the expression is no such member, or the object or the name is not known.
 */
export function memberByRoute(session: Session, frame: Frame, expression: ts.Expression, depth = 0): Value | null {
  if (session.dialect.route === undefined || depth > deepest) return null
  const node = settled(expression)
  const inner = (each: ts.Expression) => memberByRoute(session, frame, each, depth + 1)
  if (ts.isIdentifier(node)) {
    const declaration = declarationOf(session.project.checker, node)
    return declaration !== null && isConstant(declaration) ? inner(declaration.initializer) : null
  }
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    if (kind !== ts.SyntaxKind.QuestionQuestionToken && kind !== ts.SyntaxKind.BarBarToken) return null
    const left = inner(node.left)
    if (left === null || !isNothing(left)) return left
    return session.project.values.evaluate({ expression: node.right, scope: frame.scope })
  }
  if (!ts.isElementAccessExpression(node)) return null
  return memberNamed(session, frame, node.expression, node.argumentExpression)
}

/** Whether `handlers[req.method]` is there for the route that is being read; null where that is not known. */
export function isThereByRoute(session: Session, frame: Frame, expression: ts.Expression): boolean | null {
  const value = memberByRoute(session, frame, expression)
  return value === null ? null : isThere(value)
}

/** The same of `req.method in handlers`. */
export function isInByRoute(
  session: Session,
  frame: Frame,
  name: ts.Expression,
  object: ts.Expression,
): boolean | null {
  const value = memberNamed(session, frame, object, name)
  return value === null ? null : isThere(value)
}

function memberNamed(session: Session, frame: Frame, object: ts.Expression, name: ts.Expression): Value | null {
  const text = routeText(session, frame, name, new Map())
  if (text === null || !text.whole) return null
  const { values } = session.project
  const holder = values.evaluate({ expression: object, scope: frame.scope })
  return holder.kind === 'object' ? values.property(holder, text.text) : null
}

function isThere(value: Value): boolean | null {
  if (value.kind === 'literal') return Boolean(value.value)
  return value.kind === 'unknown' || value.kind === 'choice' || value.kind === 'parameter' ? null : true
}

function isNothing(value: Value): boolean {
  return value.kind === 'literal' && value.value == null
}
