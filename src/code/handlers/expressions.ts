import ts from 'typescript'
import { walkCallbacks } from './callbacks.js'
import { decide, doubtIn } from './conditions.js'
import { doubting, join } from './flow.js'
import { changed, forgotten, given } from './given.js'
import { demandCasts, readInput } from './inputs.js'
import { patchOf } from './patches.js'
import { applyEffect } from './respond.js'
import type { Flow, Frame, Session } from './session.js'
import { bare, isMember, memberName } from './syntax.js'
import { computedName, track, trackedOf } from './tracked.js'
import { where, whereNullish } from './where.js'

/** Walks an expression: what it reads of the request and says of the answer, from the state before it to the state after it. */
export function walkExpression(
  session: Session,
  frame: Frame,
  expression: ts.Expression,
  flow: Flow | null,
): Flow | null {
  if (--session.budget < 0) return flow
  const inner = (node: ts.Expression, before: Flow | null) => session.walk.expression(session, frame, node, before)
  const all = (nodes: readonly ts.Expression[], before: Flow | null) =>
    nodes.reduce<Flow | null>((state, node) => inner(node, state), before)

  if (ts.isAsExpression(expression) || ts.isTypeAssertionExpression(expression)) {
    const tracked = trackedOf(session, frame, expression)
    if (tracked?.kind !== 'input') return inner(expression.expression, flow)
    const declared = demandCasts(session, tracked, expression)
    return declared && tracked.path.length === 0 ? flow : inner(expression.expression, flow)
  }
  if (ts.isCallExpression(expression)) return session.walk.call(session, frame, expression, flow)
  if (ts.isNewExpression(expression))
    return walkCallbacks(session, frame, expression.arguments ?? [], all(expression.arguments ?? [], flow))
  if (ts.isConditionalExpression(expression)) {
    const after = inner(expression.condition, flow)
    const truth = decide(session, frame, expression.condition)
    if (truth !== null) return inner(truth ? expression.whenTrue : expression.whenFalse, after)
    const met = where(session, frame, expression.condition, true, after)
    const yes = inner(expression.whenTrue, doubting(met, doubtIn(session, frame, expression.condition)))
    return join(yes, inner(expression.whenFalse, where(session, frame, expression.condition, false, after)))
  }
  if (ts.isBinaryExpression(expression)) return walkBinary(session, frame, expression, flow)
  if (isMember(expression) || ts.isIdentifier(expression)) return walkName(session, frame, expression, flow)
  if (ts.isObjectLiteralExpression(expression)) {
    for (const property of expression.properties) readSpread(session, frame, property)
    return all(expression.properties.flatMap(valuesOf), flow)
  }
  if (ts.isArrayLiteralExpression(expression)) return all(expression.elements, flow)
  if (ts.isTemplateExpression(expression))
    return all(
      expression.templateSpans.map((span) => span.expression),
      flow,
    )
  if (ts.isTaggedTemplateExpression(expression)) return inner(expression.template, inner(expression.tag, flow))
  if (ts.isPrefixUnaryExpression(expression) || ts.isPostfixUnaryExpression(expression)) {
    return isWhole(session, frame, expression.operand) ? flow : forgotten(inner(expression.operand, flow), expression)
  }
  if (ts.isTypeOfExpression(expression))
    return isWhole(session, frame, expression.expression) ? flow : inner(expression.expression, flow)
  if (
    ts.isParenthesizedExpression(expression) ||
    ts.isNonNullExpression(expression) ||
    ts.isSatisfiesExpression(expression) ||
    ts.isAwaitExpression(expression) ||
    ts.isVoidExpression(expression) ||
    ts.isDeleteExpression(expression) ||
    ts.isSpreadElement(expression)
  ) {
    return inner(expression.expression, flow)
  }
  if (ts.isYieldExpression(expression) && expression.expression !== undefined) return inner(expression.expression, flow)
  return flow
}

function valuesOf(property: ts.ObjectLiteralElementLike): readonly ts.Expression[] {
  if (ts.isPropertyAssignment(property)) return [property.initializer]
  if (ts.isShorthandPropertyAssignment(property)) return [property.name]
  return ts.isSpreadAssignment(property) ? [property.expression] : []
}

/** `...(req.body ?? {})` takes the whole input. */
function readSpread(session: Session, frame: Frame, property: ts.ObjectLiteralElementLike): void {
  if (!ts.isSpreadAssignment(property) || !ts.isBinaryExpression(bare(property.expression))) return
  const tracked = trackedOf(session, frame, property.expression)
  if (tracked?.kind === 'input') readInput(session, tracked, property.expression)
}

/** A test of the whole input says nothing of its fields. */
function isWhole(session: Session, frame: Frame, expression: ts.Expression): boolean {
  const tracked = trackedOf(session, frame, expression)
  return tracked?.kind === 'input' && tracked.path.length === 0
}

function walkName(session: Session, frame: Frame, expression: ts.Expression, flow: Flow | null): Flow | null {
  const tracked = trackedOf(session, frame, expression)
  if (tracked?.kind === 'input') {
    readInput(session, tracked, expression)
    return flow
  }
  if (tracked !== null || !isMember(expression)) return flow
  const after = session.walk.expression(session, frame, expression.expression, flow)
  if (!ts.isElementAccessExpression(expression)) return after
  noteAnyPart(session, frame, expression)
  return session.walk.expression(session, frame, expression.argumentExpression, after)
}

/** `req[name]`, where nobody can tell which part of the request it is. */
function noteAnyPart(session: Session, frame: Frame, node: ts.ElementAccessExpression): void {
  const base = trackedOf(session, frame, node.expression)
  const isExchange = base?.kind === 'role' && (base.role === 'request' || base.role === 'context')
  if (!isExchange || (memberName(node) ?? computedName(session, frame, node)) !== null) return
  const at = session.project.locate(node)
  const reason = `\`${node.getText()}\` may be any part of the request`
  const places = ['path', 'query', 'header', 'cookie', 'request'] as const
  session.gaps.push(...places.map((about) => ({ about, reason, at })))
}

function walkBinary(session: Session, frame: Frame, expression: ts.BinaryExpression, flow: Flow | null): Flow | null {
  const inner = (node: ts.Expression, before: Flow | null) => session.walk.expression(session, frame, node, before)
  const kind = expression.operatorToken.kind
  if (kind === ts.SyntaxKind.EqualsToken) return walkAssignment(session, frame, expression, flow)
  if (isCompound(kind)) return forgotten(inner(expression.right, inner(expression.left, flow)), expression)
  const left = isComparison(kind) && isWhole(session, frame, expression.left) ? flow : inner(expression.left, flow)
  if (isLeftOut(session, frame, expression)) return left
  const lazy = lazyWays(session, frame, expression, left)
  if (lazy !== null) return join(lazy.past, inner(expression.right, lazy.on))
  return isComparison(kind) && isWhole(session, frame, expression.right) ? left : inner(expression.right, left)
}

/** Whether `a && b` and `a || b` never come to `b`, for the route or the call that is being read. */
function isLeftOut(session: Session, frame: Frame, { left, operatorToken: { kind } }: ts.BinaryExpression): boolean {
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return decide(session, frame, left) === false
  return kind === ts.SyntaxKind.BarBarToken && decide(session, frame, left) === true
}

/** `total += 1`, `body ??= {}`. */
function isCompound(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstCompoundAssignment && kind <= ts.SyntaxKind.LastCompoundAssignment
}

/** The ways on which `a && b`, `a || b` and `a ?? b` leave `b` out, and those on which they come to it; null for another operator. */
function lazyWays(
  session: Session,
  frame: Frame,
  { left, operatorToken }: ts.BinaryExpression,
  flow: Flow | null,
): { readonly past: Flow | null; readonly on: Flow | null } | null {
  const { kind } = operatorToken
  if (kind === ts.SyntaxKind.QuestionQuestionToken) {
    const nullish = (each: boolean) => whereNullish(session, frame, left, each, flow)
    return { past: nullish(false), on: nullish(true) }
  }
  if (kind !== ts.SyntaxKind.AmpersandAmpersandToken && kind !== ts.SyntaxKind.BarBarToken) return null
  const goesOn = kind === ts.SyntaxKind.AmpersandAmpersandToken
  return { past: where(session, frame, left, !goesOn, flow), on: where(session, frame, left, goesOn, flow) }
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsEqualsToken ||
    kind === ts.SyntaxKind.EqualsEqualsToken ||
    kind === ts.SyntaxKind.ExclamationEqualsToken ||
    kind === ts.SyntaxKind.InKeyword ||
    kind === ts.SyntaxKind.InstanceOfKeyword ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.AmpersandAmpersandToken
  )
}

function walkAssignment(
  session: Session,
  frame: Frame,
  assignment: ts.BinaryExpression,
  flow: Flow | null,
): Flow | null {
  const target = bare(assignment.left)
  if (isMember(target)) {
    const base = trackedOf(session, frame, target.expression)
    const name = memberName(target)
    const answers = base?.kind === 'role' && (base.role === 'response' || base.role === 'context')
    const effect = answers && name !== null ? session.dialect.assign(name, assignment.right, base.role) : null
    if (effect !== null) {
      const after = session.walk.expression(session, frame, assignment.right, flow)
      return applyEffect(session, frame, effect, assignment, after)
    }
    if (answers && name !== null && session.dialect.respond(name, [], base.role)?.send !== undefined) {
      const replaced = patchOf(session, target, assignment.right)
      if (replaced !== null) session.patches.push(replaced)
    }
  }
  const tracked = trackedOf(session, frame, assignment.right)
  if (tracked?.kind === 'input' && ts.isIdentifier(target)) {
    const symbol = session.project.checker.getSymbolAtLocation(target)
    if (symbol?.valueDeclaration !== undefined) track(session, frame, target, symbol.valueDeclaration, tracked)
    demandCasts(session, tracked, assignment.right)
    if (tracked.path.length > 0) readInput(session, tracked, assignment.right)
    return flow
  }
  if (isMember(target) && ts.isElementAccessExpression(target)) {
    const before = session.walk.expression(session, frame, target.argumentExpression, flow)
    return session.walk.expression(session, frame, assignment.right, before)
  }
  const after = session.walk.expression(session, frame, assignment.right, flow)
  if (ts.isIdentifier(target)) return given(session, frame, target, assignment.right, after)
  return isMember(target) ? changed(session, frame, target, after) : forgotten(after, assignment)
}
