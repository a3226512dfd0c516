import type { Gap } from '../../model/endpoint.js'
import { readBody } from './assembly/body.js'
import { distinctGaps, handlerGaps, middlewareGaps, unreadAt } from './assembly/gaps.js'
import { readParameters } from './assembly/parameters.js'
import { readResponses } from './assembly/responses.js'
import { answersOf, inputsOf, parsedType } from './chain-parts.js'
import { withThrown } from './credentials.js'
import { readLinks } from './middleware.js'
import { routed } from './mounted.js'
import { patched } from './patches.js'
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
  const patches = links.flatMap(({ trace }) => trace.patches ?? [])
  return {
    parameters: places.flatMap((reading) => reading.parameters),
    body: readBody(inputs, chain, schemas, parsedType(links)),
    responses: patched(responses, patches),
    security: securityOf(
      refusing,
      handler.map((link) => withThrown(project, chain.errorHandlers, given, link)),
    ),
    gaps: distinctGaps([
      ...links.flatMap((link) => link.trace.gaps),
      ...places.flatMap((reading) => reading.gaps),
      ...gaps,
      ...patches
        .filter(({ changesStatus }) => changesStatus)
        .map(({ reason, at }): Gap => ({ about: 'status', reason, at })),
      ...errors.gaps,
      ...middlewareGaps(before),
      ...handlerGaps(handler),
    ]),
  }
}
