import ts from 'typescript'
import { withoutNull } from './absent-body.js'
import { contentOf } from './content.js'
import type { ResponseEffect, Sending } from './dialect.js'
import { isMarkup, withBody, withHeaders, withMediaType, withRedirect, withStatus } from './drafts.js'
import type { Draft, DraftBody } from './exchange.js'
import { prepare } from './prepare.js'
import type { Flow, Frame, Session } from './session.js'
import { bare } from './syntax.js'

/** Does what an assignment or a call does to an answer that is sent only at the end: what is set last is sent. */
export function drafted(
  session: Session,
  frame: Frame,
  effect: ResponseEffect,
  node: ts.Node,
  drafts: readonly Draft[],
): readonly Draft[] {
  const at = session.project.locate(node)
  if (effect.unread !== undefined) return drafts.map((draft) => ({ ...draft, body: { kind: 'unknown' }, at }))
  const prepared = prepare(session, frame, effect, node, silent)
  const statuses = prepared.statuses === silent.statuses ? null : prepared.statuses
  const { mediaType, headers } = prepared
  const bodies = effect.send === undefined ? null : bodiesOf(session, frame, effect.send)
  return drafts.flatMap((before) => {
    let draft = withHeaders(before, headers)
    if (effect.redirects) draft = withRedirect(draft, at)
    if (statuses !== null) draft = withStatus(draft, statuses, at)
    if (mediaType !== null) draft = withMediaType(draft, mediaType)
    return bodies === null ? [draft] : bodies.map((body) => withBody(draft, body, at))
  })
}

/** What a body that is assigned may be: one of several by a condition, nothing where it is nullish. */
function bodiesOf(session: Session, frame: Frame, sending: Sending): readonly DraftBody[] {
  if (sending.as !== 'by-type' || sending.payload === null) {
    const content = contentOf(session, frame, sending, silent)
    return [content === null ? { kind: 'empty' } : { kind: 'content', content }]
  }
  const payload = bare(sending.payload)
  if (ts.isConditionalExpression(payload)) {
    return [payload.whenTrue, payload.whenFalse].flatMap((each) =>
      bodiesOf(session, frame, { ...sending, payload: each }),
    )
  }
  if (payload.kind === ts.SyntaxKind.NullKeyword) return [{ kind: 'empty' }]
  const content = contentOf(session, frame, sending, silent)
  if (content === null) return [{ kind: 'empty' }]
  noteAbsence(session, payload)
  const page = content.mediaType === session.dialect.textMediaType ? isMarkup(payload) : false
  const mediaType = page === null ? '*/*' : page ? 'text/html' : content.mediaType
  return [{ kind: 'content', content: { mediaType, schema: withoutNull(content.schema) } }]
}

const silent: Flow = { statuses: { known: true, values: [200] }, mediaType: null, headers: [] }

/** A value that may be nothing is then sent as 204: whether it ever is, its type does not tell. */
function noteAbsence(session: Session, payload: ts.Expression): void {
  const type = session.project.checker.getTypeAtLocation(payload)
  const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Void
  if (!type.isUnion() || !type.types.some((arm) => arm.flags & nothing)) return
  const reason = 'a body of nothing is sent as 204'
  session.gaps.push({ about: 'status', reason, at: session.project.locate(payload), statuses: ['204'] })
}
