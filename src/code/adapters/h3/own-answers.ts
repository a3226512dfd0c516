import type { Content, Response } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import { unread } from '../../controllers/unread.js'
import type { Exchange } from '../../handlers/exchange.js'

const redirects = new Set(['301', '302', '303', '307', '308'])

/** An exchange with what h3 itself writes: a page that leads on, beside a redirect, 400 where a check refuses, and 500. */
export function withOwnAnswers(exchange: Exchange, place: Location): Exchange {
  const refusal = exchange.gaps.find(({ about, statuses }) => about === 'status' && statuses?.join() === '400')
  const responses = exchange.responses.map(
    (response): Response =>
      redirects.has(response.status) && response.contents.length === 0
        ? { ...response, contents: [written('text/html', response.at)] }
        : response,
  )
  const own = (status: string, at: Location): Response => ({
    status,
    contents: [written('application/json', at)],
    headers: [],
    at,
    implied: true,
  })
  const has = (status: string) => responses.some((response) => response.status === status)
  const refused = refusal?.at === undefined || has('400') ? [] : [own('400', refusal.at)]
  // Whatever a function fails with otherwise.
  const failed = has('500') ? [] : [{ ...own('500', place), contents: [unread(place)] }]
  return {
    ...exchange,
    responses: [...responses, ...refused, ...failed],
    gaps: refused.length === 0 ? exchange.gaps : exchange.gaps.filter((gap) => gap !== refusal),
  }
}

const written = (mediaType: string, at: Location): Content => ({
  mediaType,
  schema: { inexact: 'h3 writes it' },
  at,
  implied: true,
})
