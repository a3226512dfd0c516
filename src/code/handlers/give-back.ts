import ts from 'typescript'
import { doubtfulStatus } from './ambiguous.js'
import type { Sending } from './dialect.js'
import { join } from './flow.js'
import { promised, resolvedWith } from './promises.js'
import { raise } from './raise.js'
import { applyEffect } from './respond.js'
import type { Flow, Frame, Session } from './session.js'
import { bare } from './syntax.js'
import { trackedOf } from './tracked.js'
import { where } from './where.js'

/** A returned value: the answer where the framework sends what the handler returns; elsewhere nothing. */
export function giveBack(session: Session, frame: Frame, value: ts.Expression, flow: Flow | null): Flow | null {
  if (frame.returning) return session.walk.answer(session, frame, value, flow)
  if (flow === null || !session.dialect.returnsAnswer || frame.depth > 0) return flow
  if (trackedOf(session, frame, value)?.kind === 'role') return flow
  const type = session.project.checker.getTypeAtLocation(value)
  const awaited = promised(session.project.checker, type)
  const written = awaited === null && session.dialect.made === undefined ? null : bare(value)
  if (written !== null && ts.isConditionalExpression(written)) {
    const yes = giveBack(session, frame, written.whenTrue, where(session, frame, written.condition, true, flow))
    const no = giveBack(session, frame, written.whenFalse, where(session, frame, written.condition, false, flow))
    return join(yes, no)
  }
  const resolved = written === null ? null : resolvedWith(written)
  if (resolved !== null) return giveBack(session, frame, resolved, flow)
  const isMade = written !== null && (ts.isCallExpression(written) || ts.isNewExpression(written))
  const made = isMade ? session.dialect.made?.(session.project, written, frame.scope) : null
  if (made) {
    const after = applyEffect(session, frame, made, value, flow)
    return made.unread === undefined ? after : null
  }
  const given = awaited ?? type
  if (session.dialect.raisesReturned && isErrorType(session, given)) {
    raise(session, frame, value, value, flow)
    return null
  }
  const { returned } = session.dialect
  if (returned === undefined) {
    if (given.flags & nothing) return flow
    const send: Sending = { as: 'by-type', payload: value, ...(awaited === null ? {} : { awaited }) }
    return applyEffect(session, frame, { send }, value, flow)
  }
  const { isUndefined, isNull, rest } = armsOf(session, given)
  if (isNull) answerAbsent(session, 'null', value, flow)
  if (isUndefined) answerAbsent(session, 'undefined', value, flow)
  if (rest === null) return null
  const sent = awaited === null && rest === given ? {} : { awaited: rest }
  return applyEffect(session, frame, { send: { as: returned.as, payload: value, ...sent } }, value, flow)
}

/** Whether every value of the type is an error. */
function isErrorType({ project: { checker } }: Session, type: ts.Type): boolean {
  const arms = type.isUnion() ? type.types : [type]
  const names = ['name', 'message', 'stack']
  return arms.every((arm) => names.every((name) => checker.getPropertyOfType(arm, name) !== undefined))
}

/** The answer of a handler that comes to its end, where the framework has one for it. */
export function endWithout(session: Session, declaration: ts.Node, flow: Flow): void {
  if (session.dialect.returned !== undefined) answerAbsent(session, 'undefined', declaration, flow)
}

const nothing = ts.TypeFlags.Void | ts.TypeFlags.Undefined | ts.TypeFlags.Never

/** What a value may be beside `undefined` and `null`: null where it is nothing else. */
function armsOf(
  { project: { checker } }: Session,
  type: ts.Type,
): { readonly isUndefined: boolean; readonly isNull: boolean; readonly rest: ts.Type | null } {
  const arms = type.isUnion() ? type.types : [type]
  const some = (flags: ts.TypeFlags) => arms.some((arm) => (arm.flags & flags) !== 0)
  const isUndefined = some(ts.TypeFlags.Undefined | ts.TypeFlags.Void)
  const isNull = some(ts.TypeFlags.Null)
  const others = arms.filter((arm) => (arm.flags & (nothing | ts.TypeFlags.Null)) === 0)
  if (others.length === 0) return { isUndefined, isNull, rest: null }
  return { isUndefined, isNull, rest: isUndefined || isNull ? checker.getNonNullableType(type) : type }
}

function answerAbsent(session: Session, value: 'undefined' | 'null', node: ts.Node, flow: Flow): void {
  const at = session.project.locate(node)
  for (const { said, doubt } of flow.ways) {
    const answer = session.dialect.returned?.absent(value, said.statuses)
    if (answer === undefined) continue
    const sent = { ...answer, headers: said.headers, at }
    if (doubt === undefined) session.answers.push(sent)
    else session.gaps.push(doubtfulStatus(sent, doubt))
  }
}
