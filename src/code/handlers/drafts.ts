import ts from 'typescript'
import type { Header } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'
import type { Answer, Draft, DraftBody, Rewrite, Statuses } from './exchange.js'

export const fresh: Draft = { statuses: null, body: { kind: 'unset' }, mediaType: null, headers: [], at: null }

/** The state of an answer that the functions behind have made. */
export const behind: Draft = { ...fresh, behind: true }

/** Ways that have set the same are one. */
export function distinctDrafts(drafts: readonly Draft[]): readonly Draft[] {
  const key = ({ statuses, body, mediaType, behind: made, bodiless: only, caught }: Draft) =>
    JSON.stringify([statuses, body, mediaType, made, only, caught])
  return [...new Map(drafts.map((draft) => [key(draft), draft])).values()]
}

const bodiless = new Set([204, 205, 304])

const isBodiless = (statuses: Statuses): boolean =>
  statuses.known && statuses.values.every((status) => bodiless.has(status))

export function withStatus(draft: Draft, statuses: Statuses, at: Location, oneOf?: ts.Expression): Draft {
  const body: DraftBody = isBodiless(statuses) && draft.body.kind === 'content' ? { kind: 'empty' } : draft.body
  const { oneOf: _, ...rest } = draft
  return { ...rest, statuses, body, at, ...(oneOf === undefined ? {} : { oneOf }) }
}

/** A body of nothing means 204, whatever was set before; one of something leaves a status that was set. */
export function withBody(draft: Draft, body: DraftBody, at: Location): Draft {
  const { statuses } = draft
  if (body.kind === 'content') return { ...draft, body: { ...body, content: labelled(draft, body.content) }, at }
  const empty: Statuses = statuses !== null && isBodiless(statuses) ? statuses : { known: true, values: [204] }
  return body.kind === 'empty' ? { ...draft, statuses: empty, body, at } : { ...draft, body, at }
}

type Content = Extract<DraftBody, { kind: 'content' }>['content']

/** A media type that was set before stays, unless it is none of JSON and the body is. */
function labelled({ mediaType }: Draft, content: Content): Content {
  if (mediaType === null) return content
  return content.mediaType === 'application/json' && !/\bjson\b/.test(mediaType) ? content : { ...content, mediaType }
}

/** A media type that is set after the body is the body's. */
export function withMediaType(draft: Draft, mediaType: string): Draft {
  const { body } = draft
  const relabelled = body.kind === 'content' ? { ...body, content: { ...body.content, mediaType } } : body
  return { ...draft, mediaType, body: relabelled }
}

export function withRedirect(draft: Draft, at: Location): Draft {
  const { statuses } = draft
  const redirects = statuses?.known === true && statuses.values.every((status) => status >= 300 && status < 400)
  return { ...draft, statuses: redirects ? statuses : { known: true, values: [302] }, body: { kind: 'empty' }, at }
}

export function withHeaders(draft: Draft, headers: readonly Header[]): Draft {
  return headers.length === 0 ? draft : { ...draft, headers: [...draft.headers, ...headers] }
}

/** What an answer without a body of its own carries. */
export const phrase: Content = {
  mediaType: 'text/plain',
  schema: { type: ['string'], inexact: 'the framework writes the phrase of the status' },
}

/** What is sent where the functions end like this; null where that is not known. */
export function answerOfDraft({ statuses, body, headers, at }: Draft, end: Location): Answer | null {
  const answer = (given: Statuses, content: Content | null): Answer => ({
    statuses: given,
    content: isBodiless(given) ? null : content,
    headers,
    at: at ?? end,
  })
  switch (body.kind) {
    case 'content':
      return answer(statuses ?? { known: true, values: [200] }, body.content)
    case 'empty':
      return answer(statuses ?? { known: true, values: [204] }, null)
    case 'unset':
      return answer(statuses ?? { known: true, values: [404] }, phrase)
    case 'unknown':
      return statuses === null
        ? null
        : answer(statuses, { mediaType: '*/*', schema: { inexact: 'code that is not read writes it' } })
  }
}

/** What a way through a function does to the answer of those behind it. */
export function rewriteOf({ statuses, body, bodiless: only, at }: Draft, end: Location): Rewrite {
  const unread = { mediaType: '*/*', schema: { inexact: 'code that is not read writes it' } }
  const given = { unset: 'kept', empty: null, unknown: unread } as const
  const made = body.kind === 'content' ? body.content : given[body.kind]
  return { statuses, body: made, ...(only ? { bodiless: only } : {}), at: at ?? end }
}

/** Whether an expression is written as a text that a browser is shown as a page. */
export function isMarkup(payload: ts.Expression): boolean | null {
  if (ts.isStringLiteralLike(payload)) return /^\s*</.test(payload.text)
  if (ts.isTemplateExpression(payload)) return payload.head.text === '' ? null : /^\s*</.test(payload.head.text)
  return null
}
