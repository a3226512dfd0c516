import ts from 'typescript'
import { drafted } from './assigned.js'
import { decide } from './conditions.js'
import { answersOn } from './correlated.js'
import type { ResponseEffect } from './dialect.js'
import type { Statuses } from './exchange.js'
import { doubtOf, leadOn, saying } from './flow.js'
import { mediaTypeFrom, namedStatus, prepare, preparedWays } from './prepare.js'
import { raise } from './raise.js'
import type { Flow, Frame, Session } from './session.js'
import { bare, keyName, settled } from './syntax.js'

/** Does what a call or an assignment on the response does: the state after it, null where the answer is sent. */
export function applyEffect(
  session: Session,
  frame: Frame,
  effect: ResponseEffect,
  at: ts.Node,
  flow: Flow | null,
): Flow | null {
  if (flow === null) return null
  if (effect.passes) {
    session.passes.push(at)
    return null
  }
  if (effect.throws !== undefined) return throwing(session, frame, effect.throws, at, flow)
  if (effect.unread !== undefined) session.unseen.push({ reason: effect.unread, at: session.project.locate(at) })
  const prepared = prepare(session, frame, effect, at)
  if (session.dialect.stage !== undefined)
    return leadOn(flow, (way) => drafted(session, frame, effect, prepared, at, way))
  const ready = leadOn(flow, (way) => preparedWays(session, frame, prepared, way))
  if (ready === null) return null
  if (effect.formats !== undefined) return walkFormats(session, frame, effect.formats, ready)
  if (effect.send === undefined) return ready
  const { answers, gaps } = answersOn(session, frame, effect.send, at, ready.ways)
  session.answers.push(...answers)
  session.gaps.push(...gaps)
  return null
}

/** `ctx.throw(404)`, `ctx.throw(error)`, `ctx.assert(found, 404)`. */
function throwing(
  session: Session,
  frame: Frame,
  { status, error, unless }: NonNullable<ResponseEffect['throws']>,
  node: ts.Node,
  flow: Flow,
): Flow | null {
  if (unless != null && decide(session, frame, unless) === true) return flow
  const at = session.project.locate(node)
  const statuses: Statuses | null = status === null ? null : namedStatus(session, frame, status)
  const doubt = doubtOf(flow)
  if (doubt !== null) {
    const told = statuses?.known ? { statuses: statuses.values.map(String) } : {}
    session.gaps.push({ about: 'status', reason: doubt, at, ...told })
  } else if (statuses?.known && flow.ways.every(({ said }) => said.draft?.behind)) {
    // Whether it comes to that depends on the answer that the functions behind have made.
    const reason = 'a function around the handler may refuse what it answers'
    session.gaps.push({ about: 'status', reason, at, statuses: statuses.values.map(String) })
  } else if (statuses?.known) {
    const library = { module: 'http-errors', name: 'HttpError' }
    frame.throws.push(...statuses.values.map((value) => ({ error: null, library, status: value, at })))
  } else if (error !== undefined) raise(session, frame, error, node, flow)
  else frame.throws.push({ error: null, at })
  return unless === undefined ? null : flow
}

/** `res.format({ 'text/html'() {…}, json() {…} })`: each function answers with its media type. */
function walkFormats(session: Session, frame: Frame, formats: ts.Expression, flow: Flow): Flow | null {
  const literal = bare(formats)
  if (!ts.isObjectLiteralExpression(literal)) return flow
  for (const property of literal.properties) {
    const name = property.name === undefined ? null : keyName(property.name)
    const body = ts.isMethodDeclaration(property) ? property.body : undefined
    const value = ts.isPropertyAssignment(property) ? settled(property.initializer) : null
    const mediaType = name === null || name === 'default' ? null : mediaTypeFrom(name)
    const branch = saying(flow, (said) => ({ ...said, mediaType }))
    const inner: Frame = { ...frame, exits: [] }
    if (body !== undefined) session.walk.statements(session, inner, body.statements, branch)
    else if (value !== null && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) {
      if (ts.isBlock(value.body)) session.walk.statements(session, inner, value.body.statements, branch)
      else session.walk.expression(session, inner, value.body, branch)
    }
  }
  return null
}
