import type { Content, Response } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { Exchange } from '../../handlers/exchange.js'

const redirects = new Set(['301', '302', '303', '307', '308'])

/** An exchange with what h3 itself writes: a page that leads on, beside a redirect, and 400 where a check refuses. */
export function withOwnAnswers(exchange: Exchange): Exchange {
  const refusal = exchange.gaps.find(({ about, statuses }) => about === 'status' && statuses?.join() === '400')
  const responses = exchange.responses.map(
    (response): Response =>
      redirects.has(response.status) && response.contents.length === 0
        ? { ...response, contents: [written('text/html', response.at)] }
        : response,
  )
  const at = refusal?.at
  if (at === undefined || responses.some(({ status }) => status === '400')) return { ...exchange, responses }
  const refused: Response = {
    status: '400',
    contents: [written('application/json', at)],
    headers: [],
    at,
    implied: true,
  }
  return { ...exchange, responses: [...responses, refused], gaps: exchange.gaps.filter((gap) => gap !== refusal) }
}

const written = (mediaType: string, at: Location): Content => ({
  mediaType,
  schema: { inexact: 'h3 writes it' },
  at,
  implied: true,
})
