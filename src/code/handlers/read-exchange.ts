import { readBody } from './assembly/body.js'
import { distinctGaps, handlerGaps, middlewareGaps, unreadAt } from './assembly/gaps.js'
import { type Inputs, readParameters } from './assembly/parameters.js'
import { readResponses } from './assembly/responses.js'
import { withCredentials, withThrown } from './credentials.js'
import type { Answer, Chain } from './exchange.js'
import { type Link, readLinks } from './middleware.js'
import { routed } from './mounted.js'
import type { ReadExchange } from './reader.js'
import { securityOf } from './security.js'
import { outcomeOf } from './thrown.js'

/** Everything that the functions of a route say of its endpoint: see {@link ReadExchange}. */
export const readExchange: ReadExchange = (project, chain, dialect, given = dialect) => {
  const own = chain.handlers.flatMap((handler) => readLinks(project, handler, routed(given, chain, handler)))
  const mounted = chain.middlewares.flatMap((each) => readLinks(project, each, routed(dialect, chain, each)))
  const handler = own.slice(-1)
  const before = [...mounted, ...own.slice(0, -1)]
  const refusing = before.map((link) => withThrown(project, chain.errorHandlers, dialect, link))
  const links = [...before, ...handler]
  const inputs = inputsOf(refusing, handler, chain)
  const schemas = project.types.schemas

  const places = (['path', 'query', 'header', 'cookie'] as const).map((place) =>
    readParameters(place, inputs, chain, schemas),
  )
  const errors = outcomeOf(
    project,
    dialect,
    chain.errorHandlers,
    links.flatMap((link) => link.trace.throws),
  )
  const { responses, gaps } = readResponses([...links.flatMap(answersOf), ...errors.answers], (status) =>
    unreadAt(status, links, errors.gaps),
  )
  return {
    parameters: places.flatMap((reading) => reading.parameters),
    body: readBody(inputs, chain, schemas, parsedType(links)),
    responses,
    security: securityOf(refusing, handler),
    gaps: distinctGaps([
      ...links.flatMap((link) => link.trace.gaps),
      ...places.flatMap((reading) => reading.gaps),
      ...gaps,
      ...errors.gaps,
      ...middlewareGaps(before),
      ...handlerGaps(handler),
    ]),
  }
}

function answersOf({ trace, known }: Link): readonly Answer[] {
  const content = { mediaType: '*/*', schema: { inexact: 'another package writes it' } }
  const given = (known?.statuses ?? []).map(
    (status): Answer => ({
      statuses: { known: true, values: [status] },
      content,
      headers: [],
      at: trace.at,
    }),
  )
  return [...trace.answers, ...given]
}

/** A middleware that looks at a whole input takes none of its fields; a body that only it reads is no body of a `GET`. */
function inputsOf(before: readonly Link[], handler: readonly Link[], { method, demands = [] }: Chain): Inputs {
  const bodiless = method === 'GET' || method === 'HEAD'
  const seen = before.flatMap((link) => {
    const reads = link.trace.reads.filter((read) => read.path.length > 0 && !(bodiless && read.place === 'body'))
    return withCredentials(link, reads)
  })
  return {
    reads: [...seen, ...handler.flatMap(({ trace }) => trace.reads)],
    demands: [...demands, ...[...before, ...handler].flatMap(({ trace }) => trace.demands)],
  }
}

/** The body's media type where a parser on the route itself takes another than JSON. */
function parsedType(links: readonly Link[]): string | null {
  const types = links.flatMap(({ known }) => (known?.parses === undefined ? [] : [known.parses]))
  if (types.includes('multipart/form-data')) return 'multipart/form-data'
  return types.includes('application/json') ? 'application/json' : (types[0] ?? null)
}
