import ts from 'typescript'
import { assume, assumeNullish } from '../types/expressions/conditions.js'
import { type Facts, noFacts } from '../types/expressions/facts.js'
import { narrowed } from '../types/expressions/narrowing.js'
import { isNull, withoutNull } from './absent-body.js'
import { contentOf } from './content.js'
import type { ResponseEffect, Sending } from './dialect.js'
import { isMarkup, withBody, withHeaders, withMediaType, withRedirect, withStatus } from './drafts.js'
import type { Draft, DraftBody } from './exchange.js'
import { lookupHere } from './known-here.js'
import { preparedWays } from './prepare.js'
import type { Prepared } from './prepared.js'
import type { Frame, Session, Way } from './session.js'
import { bare } from './syntax.js'

/** Does what an assignment or a call does to an answer that is sent only at the end: what is set last is sent. */
export function drafted(
  session: Session,
  frame: Frame,
  effect: ResponseEffect,
  prepared: Prepared,
  node: ts.Node,
  way: Way,
): readonly Way[] {
  const at = session.project.locate(node)
  const { draft } = way.said
  if (draft === undefined) return [way]
  const going = (from: Way, next: Draft): Way => ({ ...from, said: { ...from.said, draft: next } })
  if (effect.unread !== undefined) return [going(way, { ...draft, body: { kind: 'unknown' }, at })]
  return preparedWays(session, frame, { ...prepared, mediaType: null, headers: [] }, way).flatMap((from) => {
    let before = withHeaders(draft, prepared.headers)
    if (effect.redirects) before = withRedirect(before, at)
    if (prepared.status !== null) before = withStatus(before, from.said.statuses, at, from.said.oneOf)
    if (prepared.mediaType !== null) before = withMediaType(before, prepared.mediaType)
    if (effect.send === undefined) return [going(from, before)]
    return bodiesOf(session, { ...frame, way: from }, effect.send).map(({ body, facts }) =>
      going({ ...from, facts }, withBody(before, body, at)),
    )
  })
}

interface Assigned {
  readonly body: DraftBody
  readonly facts: Facts
}

/** What a body that is assigned may be: one of several by a condition, nothing where it is nullish. */
function bodiesOf(session: Session, frame: Frame, sending: Sending): readonly Assigned[] {
  const facts = frame.way?.facts ?? noFacts
  const one = (body: DraftBody): readonly Assigned[] => [{ body, facts }]
  if (sending.as !== 'by-type' || sending.payload === null) {
    const content = contentOf(session, frame, sending, silent)
    return one(content === null ? { kind: 'empty' } : { kind: 'content', content })
  }
  const payload = bare(sending.payload)
  if (ts.isConditionalExpression(payload)) return eitherBody(session, frame, sending, payload, facts)
  if (ts.isBinaryExpression(payload) && payload.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    const sides = eitherSide(session, frame, sending, payload, facts)
    if (sides !== null) return sides
  }
  if (payload.kind === ts.SyntaxKind.NullKeyword) return one({ kind: 'empty' })
  const content = contentOf(session, frame, sending, silent)
  if (content === null) return one({ kind: 'empty' })
  if (isNull(content.schema)) return one({ kind: 'empty' })
  noteAbsence(session, frame, payload)
  const page = content.mediaType === session.dialect.textMediaType ? isMarkup(payload) : false
  const mediaType = page === null ? '*/*' : page ? 'text/html' : content.mediaType
  return one({ kind: 'content', content: { mediaType, schema: withoutNull(content.schema) } })
}

function eitherBody(
  session: Session,
  frame: Frame,
  sending: Extract<Sending, { as: 'by-type' }>,
  payload: ts.ConditionalExpression,
  facts: Facts,
): readonly Assigned[] {
  return [true, false].flatMap((truth) => {
    const { checker } = session.project
    const here = assume(facts, payload.condition, truth, lookupHere(session, frame), checker)
    if (here === null || frame.way === undefined) return []
    const inner: Frame = { ...frame, way: { ...frame.way, facts: here } }
    return bodiesOf(session, inner, { ...sending, payload: truth ? payload.whenTrue : payload.whenFalse })
  })
}

/** `item ?? nothing`, where it can be told later which of the two it was; null where it cannot. */
function eitherSide(
  session: Session,
  frame: Frame,
  sending: Extract<Sending, { as: 'by-type' }>,
  payload: ts.BinaryExpression,
  facts: Facts,
): readonly Assigned[] | null {
  const { checker } = session.project
  const sides = [true, false].flatMap((isRight) => {
    const here = assumeNullish(facts, payload.left, isRight, lookupHere(session, frame), checker)
    return here === null || frame.way === undefined ? [] : [{ isRight, here, way: { ...frame.way, facts: here } }]
  })
  if (sides.some(({ here }) => here === facts)) return null
  return sides.flatMap(({ isRight, way }) =>
    bodiesOf(session, { ...frame, way }, { ...sending, payload: isRight ? payload.right : payload.left }),
  )
}

const silent = { mediaType: null }

/** A value that may be nothing is then sent as 204: whether it ever is, its type does not tell. */
function noteAbsence(session: Session, frame: Frame, payload: ts.Expression): void {
  const type = session.project.checker.getTypeAtLocation(payload)
  const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void
  const arms =
    narrowed(payload, lookupHere(session, frame), session.project.checker) ?? (type.isUnion() ? type.types : [])
  if (!arms.some((arm) => arm.flags & nothing)) return
  const reason = 'a body of nothing is sent as 204'
  session.gaps.push({ about: 'status', reason, at: session.project.locate(payload), statuses: ['204'] })
}
