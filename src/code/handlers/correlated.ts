import type ts from 'typescript'
import type { Gap } from '../../model/endpoint.js'
import { ambiguous, doubtfulStatus, sharesBody, sharesContent } from './ambiguous.js'
import { contentOf } from './content.js'
import type { Sending } from './dialect.js'
import { isVaried } from './doubted.js'
import type { Answer, Statuses } from './exchange.js'
import type { Frame, Session, Way } from './session.js'
import { sharesNames } from './shared-names.js'

interface Sent {
  readonly answer: Answer
  readonly oneOf: ts.Expression | undefined
  readonly values: Way['values']
  readonly doubt: string | undefined
}

/**
 * What is sent where several ways lead, each with its own status and body. Statuses that one condition chooses may each come
 * with a body of their own: where the bodies could not be told apart by it, which goes with which is in doubt.
 */
export function answersOn(
  session: Session,
  frame: Frame,
  sending: Sending,
  at: ts.Node,
  ways: readonly Way[],
): { readonly answers: readonly Answer[]; readonly gaps: readonly Gap[] } {
  const place = session.project.locate(at)
  const read = contentReader(session, frame, sending)
  const all = ways.map((way): Sent => {
    const { statuses, headers, oneOf } = way.said
    const content = isBodiless(statuses) ? null : read(way)
    return { answer: { statuses, content, headers, at: place }, oneOf, values: way.values, doubt: way.doubt }
  })
  const { schemas } = session.project.types
  return {
    answers: all
      .filter(({ doubt }) => doubt === undefined)
      .map((each) => (isAmbiguous(session, each, all, sending) ? ambiguous(each.answer, schemas) : each.answer)),
    gaps: all.flatMap(({ answer, doubt }) => (doubt === undefined ? [] : [doubtfulStatus(answer, doubt)])),
  }
}

const isBodiless = (statuses: Statuses): boolean =>
  statuses.known && statuses.values.every((status) => status === 204 || status === 304)

/** A body that many ways share is read once. */
function contentReader(session: Session, frame: Frame, sending: Sending): (way: Way) => Answer['content'] {
  const known: { readonly way: Way; readonly content: Answer['content'] }[] = []
  return (way) => {
    const before = known.find(
      (each) =>
        each.way.facts === way.facts &&
        each.way.values === way.values &&
        each.way.said.mediaType === way.said.mediaType,
    )
    if (before !== undefined) return before.content
    const content = contentOf(session, { ...frame, way }, sending, way.said)
    known.push({ way, content })
    return content
  }
}

/** One status of several, with a body that the others have too and that is not the same each time. */
function isAmbiguous(session: Session, sent: Sent, all: readonly Sent[], sending: Sending): boolean {
  const { answer, oneOf } = sent
  const payload = 'payload' in sending ? sending.payload : null
  if (answer.content === null) return false
  // Of several results each has its status; a body that is read alike for all of them is that of none.
  const results = all.filter((other) => other.values !== sent.values && other.oneOf === undefined)
  if (oneOf === undefined && isVaried(answer.content.schema, session.project.types.schemas, false))
    return results.some((other) => sharesContent(other.answer, answer))
  const isLinked = oneOf !== undefined && payload !== null && sharesNames(session.project.checker, oneOf, payload)
  return isVaried(answer.content.schema, session.project.types.schemas, isLinked) && sharesBody(answer, oneOf, all)
}
