import ts from 'typescript'
import { isConstant } from '../program/constant.js'
import { decide } from './conditions.js'
import { givenHere } from './known-here.js'
import { goOnward } from './onward.js'
import { raise } from './raise.js'
import type { Flow, Frame, Session } from './session.js'
import { bare, declarationOf, isNullish, literalText, settled } from './syntax.js'
import { trackedOf } from './tracked.js'
import { where, whereNullish } from './where.js'

/** `next()` lets the request go on; `next(error)` is a throw; `next(isRight ? undefined : error)` is one or the other. */
export function walkNext(session: Session, frame: Frame, call: ts.CallExpression, flow: Flow | null): Flow | null {
  const [error] = call.arguments
  const route = literalText(error)
  const { stage } = session.dialect
  if (stage !== undefined) return goOnward(session, frame, stage, call, flow)
  if (error === undefined || route === 'route' || route === 'router') pass(session, call, flow)
  else {
    session.walk.expression(session, frame, error, flow)
    handOn(session, frame, error, call, flow)
  }
  return null
}

function pass(session: Session, call: ts.CallExpression, flow: Flow | null): void {
  if (flow !== null) session.passes.push(call)
}

const deepest = 6

/** The error goes to those behind where there is one; the request where there is none. */
function handOn(
  session: Session,
  frame: Frame,
  error: ts.Expression,
  call: ts.CallExpression,
  flow: Flow | null,
  depth = 0,
): void {
  const node = bare(error)
  const each = (part: ts.Expression, before: Flow | null) => handOn(session, frame, part, call, before, depth + 1)
  if (flow === null) return
  if (isNullish(node)) {
    pass(session, call, flow)
    return
  }
  if (ts.isConditionalExpression(node)) {
    const truth = decide(session, frame, node.condition)
    if (truth !== false) each(node.whenTrue, where(session, frame, node.condition, true, flow))
    if (truth !== true) each(node.whenFalse, where(session, frame, node.condition, false, flow))
    return
  }
  if (ts.isBinaryExpression(node) && isFallback(node.operatorToken.kind)) {
    const isThere = mayBeNothing(session, node.left) ? whereNullish(session, frame, node.left, false, flow) : flow
    // What stands behind it takes the place of an error that is not there.
    if (isThere !== null) raiseThere(session, frame, node.left, call, isThere, depth)
    if (mayBeNothing(session, node.left)) each(node.right, whereNullish(session, frame, node.left, true, flow))
    return
  }
  raiseThere(session, frame, node, call, flow, depth)
  if (mayBeNothing(session, node) && heldBy(session, frame, node, flow) === null) pass(session, call, flow)
}

/** Raises what an expression holds where it holds an error; what a name was given is asked first. */
function raiseThere(
  session: Session,
  frame: Frame,
  error: ts.Expression,
  call: ts.CallExpression,
  flow: Flow,
  depth: number,
): void {
  const held = depth > deepest ? null : heldBy(session, frame, error, flow)
  if (held === null) raise(session, frame, error, call, flow)
  else handOn(session, frame, held, call, flow, depth + 1)
}

/** What a constant or variable holds that is one of several things by a condition; null for any other expression. */
function heldBy(session: Session, frame: Frame, error: ts.Expression, flow: Flow): ts.Expression | null {
  const node = settled(error)
  if (!ts.isIdentifier(node) || trackedOf(session, frame, node) !== null) return null
  const declaration = declarationOf(session.project.checker, node)
  if (declaration === null || !ts.isVariableDeclaration(declaration)) return null
  const [only, ...others] = flow.ways
  const given = only === undefined || others.length > 0 ? null : givenHere(session, { ...frame, way: only }, node)
  const held = given?.expression ?? (isConstant(declaration) ? declaration.initializer : undefined)
  const written = held === undefined ? null : bare(held)
  return written !== null && (ts.isConditionalExpression(written) || isNullish(written)) ? written : null
}

function isFallback(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken
}

function mayBeNothing({ project: { checker } }: Session, node: ts.Expression): boolean {
  const type = checker.getTypeAtLocation(node)
  const arms = type.isUnion() ? type.types : [type]
  return arms.some(({ flags }) => (flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void)) !== 0)
}
