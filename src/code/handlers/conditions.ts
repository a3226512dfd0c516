import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import { inProduction } from '../types/expressions/environment.js'
import { arrivalOf } from './arrivals.js'
import { caughtBy } from './caught.js'
import { classSymbolOf, isInstanceOf } from './error-classes.js'
import { decideByError, predicateOf } from './error-conditions.js'
import { decideByGuard } from './error-guards.js'
import { decideByResult } from './handed-results.js'
import { decideByLiteral, sameByLiteral } from './literal-conditions.js'
import { decideByPath } from './path-conditions.js'
import { caseByRoute, decideByRoute } from './route-conditions.js'
import { decideBySaid } from './said.js'
import type { Frame, Session } from './session.js'
import { bare, declarationOf } from './syntax.js'
import { bindName } from './tracked.js'

/** Whether a condition on the error, the route or the call that is being followed holds; null where it is not known. */
export function decide(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const node = bare(condition)
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const inner = decide(session, frame, node.operand)
    return inner === null ? null : !inner
  }
  if (!ts.isBinaryExpression(node)) return decideOtherwise(session, frame, node) ?? decideHeld(session, frame, node)
  const kind = node.operatorToken.kind
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken) {
    const decisive = kind === ts.SyntaxKind.BarBarToken
    const left = decide(session, frame, node.left)
    const right = decide(session, frame, node.right)
    if (left === decisive || right === decisive) return decisive
    return left === null || right === null ? null : !decisive
  }
  if (kind !== ts.SyntaxKind.InstanceOfKeyword) return decideOtherwise(session, frame, node)
  const caught = caughtBy(session, frame, node.left)
  if (caught !== null && caught.only === null && arrivalOf(session, frame, node) === 'never') return false
  if (caught === null || caught.only === null) return null
  const wanted = classSymbolOf(session.project.checker, node.right)
  return wanted === null ? null : isInstanceOf(session, caught.only, wanted)
}

/** Whether a `switch` comes to the case; null where it is not known. */
export function decideCase(
  session: Session,
  frame: Frame,
  switched: ts.Expression,
  wanted: ts.Expression,
): boolean | null {
  return sameByLiteral(session, frame, switched, wanted) ?? caseByRoute(session, frame, switched, wanted)
}

/** `const isOurs = error instanceof AppError`, asked by its name. */
function decideHeld(session: Session, frame: Frame, node: ts.Expression): boolean | null {
  if (!ts.isIdentifier(node)) return null
  const declaration = declarationOf(session.project.checker, node)
  if (declaration === null || !isConstant(declaration)) return null
  const isHere = frame.stack.some((around) => around === ts.findAncestor(declaration, ts.isFunctionLike))
  return isHere ? decide(session, frame, declaration.initializer) : null
}

function decideByFramework({ dialect }: Session, condition: ts.Expression): boolean | null {
  if (dialect.holds === undefined || dialect.route === undefined || !ts.isCallExpression(condition)) return null
  return dialect.holds(condition, dialect.route)
}

function decideOtherwise(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const byError =
    decideByError(session, frame, condition) ??
    decideByPredicate(session, frame, condition) ??
    decideByGuard(session, frame, condition)
  return (
    byError ??
    decideBySaid(session, frame, condition) ??
    decideByLiteral(session, frame, condition) ??
    decideByPath(session, frame, condition) ??
    decideByRoute(session, frame, condition) ??
    decideByFramework(session, condition) ??
    decideByResult(session, frame, condition) ??
    // A document is one of what runs in production.
    inProduction(condition, session.project.checker)
  )
}

/** `isRefused(err)`: what the function that is asked gives back. */
function decideByPredicate(session: Session, frame: Frame, condition: ts.Expression): boolean | null {
  const predicate = predicateOf(session, frame, condition)
  if (predicate === null || frame.depth > 8) return null
  const { parameter, caught } = predicate
  const inner: Frame = { ...frame, tracked: new Map(frame.tracked), depth: frame.depth + 1 }
  bindName(session, inner, parameter.name, parameter, { kind: 'caught', caught })
  return decide(session, inner, predicate.condition)
}

/** After `if (err instanceof X) { … return }` no X comes this way any more. */
export function excludeAnswered(session: Session, frame: Frame, statement: ts.IfStatement): void {
  const node = bare(statement.expression)
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword) return
  const wanted = classSymbolOf(session.project.checker, node.right)
  if (wanted !== null) caughtBy(session, frame, node.left)?.excluded.push(wanted)
}

/** Why it is not known whether a condition ever holds, where it asks for an error that nobody throws in sight; null elsewhere. */
export function doubtIn(session: Session, frame: Frame, condition: ts.Expression): string | null {
  const node = bare(condition)
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken
    const [left, right] = [doubtIn(session, frame, node.left), doubtIn(session, frame, node.right)]
    if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return left ?? right
    if (kind === ts.SyntaxKind.BarBarToken) return left === null || right === null ? null : left
  }
  return arrivalOf(session, frame, node) === 'unknown' ? 'whether such an error is ever thrown here is not known' : null
}
