import ts from 'typescript'
import { contains } from '../program/contains.js'
import { fresh } from './drafts.js'
import type { Thrown } from './exchange.js'
import { join, saying } from './flow.js'
import { forgotten } from './given.js'
import type { Caught, Flow, Frame, Session } from './session.js'
import { settled } from './syntax.js'
import { isHandedIn } from './targets.js'
import { bindName, trackedOf } from './tracked.js'

/** Walks `try`, `catch` and `finally`. */
export function walkTry(session: Session, frame: Frame, statement: ts.TryStatement, flow: Flow | null): Flow | null {
  const { catchClause } = statement
  const thrown: Frame['throws'] = catchClause === undefined ? frame.throws : []
  const passes = session.passes.length
  const tried = session.walk.statements(session, { ...frame, throws: thrown }, statement.tryBlock.statements, flow)
  const passed = session.passes.length > passes
  const wrapping =
    catchClause !== undefined && callsHandedIn(session, statement.tryBlock) ? { around: true as const } : {}
  const interrupted = forgotten(flow, statement.tryBlock)
  const caught =
    catchClause === undefined || !mayFail(session, frame, statement.tryBlock)
      ? null
      : passed && session.dialect.stage !== undefined
        ? walkAround(session, frame, thrown, interrupted, (inner, error, before) =>
            walkCatch(session, inner, catchClause, error, before),
          )
        : walkCatch(session, frame, catchClause, { throws: thrown, excluded: [], only: null, ...wrapping }, interrupted)
  const after = join(tried, caught)
  if (statement.finallyBlock === undefined) return after
  return session.walk.statements(session, frame, statement.finallyBlock.statements, after)
}

/** Whether anything in the block may throw: a call, a `throw`, what is awaited or gone through. */
function mayFail(session: Session, frame: Frame, node: ts.Node): boolean {
  if (ts.isFunctionLike(node) || isSureNext(session, frame, node)) return false
  if (ts.isCallOrNewExpression(node) || ts.isThrowStatement(node) || ts.isAwaitExpression(node)) return true
  if (ts.isForOfStatement(node) || ts.isTaggedTemplateExpression(node) || ts.isSpreadElement(node)) return true
  return ts.forEachChild(node, (child) => mayFail(session, frame, child) || undefined) ?? false
}

/** `next()` or `await next()` of a framework that answers errors before it comes back. */
function isSureNext(session: Session, frame: Frame, node: ts.Node): boolean {
  if (session.dialect.sureNext === undefined) return false
  const call = ts.isAwaitExpression(node) ? settled(node.expression) : node
  if (!ts.isCallExpression(call) || call.arguments.length > 0) return false
  const callee = trackedOf(session, frame, call.expression)
  return callee?.kind === 'role' && callee.role === 'next'
}

/** Whether a function is called that is a parameter of the function around, or of one around that. */
function callsHandedIn(session: Session, code: ts.Node): boolean {
  return contains(
    code,
    (node) =>
      ts.isCallExpression(node) && isHandedIn(session, node.expression) && ts.isIdentifier(settled(node.expression)),
  )
}

function walkCatch(
  session: Session,
  frame: Frame,
  clause: ts.CatchClause,
  caught: Caught,
  flow: Flow | null,
): Flow | null {
  const variable = clause.variableDeclaration
  if (variable !== undefined) bindName(session, frame, variable.name, variable, { kind: 'caught', caught })
  return session.walk.statements(session, frame, clause.block.statements, flow)
}

/**
 * A `catch` around `next()` takes what the functions behind throw: that is asked for one error at a time, apart. What the
 * `try` itself throws comes here too.
 */
export function walkAround(
  session: Session,
  frame: Frame,
  throws: readonly Thrown[],
  flow: Flow | null,
  handle: (frame: Frame, caught: Caught, flow: Flow | null) => Flow | null,
): Flow | null {
  const following = session.dialect.stage?.following
  if (following !== undefined && !throws.includes(following)) return null
  const all = following === undefined ? [...new Set(throws)] : [following]
  return all.reduce<Flow | null>((state, thrown) => {
    const rethrown: Thrown[] = []
    const caught: Caught = { throws: [thrown], excluded: [], only: isTold(thrown) ? thrown : null }
    const after = handle({ ...frame, throws: rethrown }, caught, following ? spoken(flow) : flow)
    frame.throws.push(...rethrown)
    if (following !== undefined) for (const each of rethrown) session.rethrown.add(each)
    return join(state, after)
  }, null)
}

/** Whether anything is known of the error. */
function isTold({ error, library, foreign }: Thrown): boolean {
  return error !== null || library !== undefined || foreign === true
}

/** The answer begins anew, and is the one that is asked for. */
function spoken(flow: Flow | null): Flow | null {
  return flow === null ? null : saying(flow, (said) => ({ ...said, draft: { ...fresh, caught: true } }))
}
