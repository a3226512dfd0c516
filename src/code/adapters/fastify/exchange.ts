import { readBody } from '../../handlers/assembly/body.js'
import { distinctGaps, handlerGaps, middlewareGaps } from '../../handlers/assembly/gaps.js'
import { type Inputs, readParameters } from '../../handlers/assembly/parameters.js'
import { readResponses } from '../../handlers/assembly/responses.js'
import { withCredentials, withRaised, withThrown } from '../../handlers/credentials.js'
import type { Dialect, KnownMiddleware } from '../../handlers/dialect.js'
import type { Answer, Chain, Demand, Exchange, Trace } from '../../handlers/exchange.js'
import { type Link, readLinks } from '../../handlers/middleware.js'
import { securityOf } from '../../handlers/security.js'
import { outcomeOf } from '../../handlers/thrown.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Guardians } from './hooks.js'
import { jwtGuard, makesVerifiers } from './known.js'
import { withCarriedStatuses } from './traces.js'

/** What hooks, handler and the demands of the route's own schemas say of the endpoint. */
export function exchangeOf(
  project: Project,
  chain: Chain,
  guardians: readonly Guardians[],
  dialect: Dialect,
  demands: readonly Demand[],
): Exchange {
  const read = (reference: Reference): readonly Link[] =>
    readLinks(project, reference, dialect).map((link) => {
      const trace = withCarriedStatuses(project, link.trace, chain.errorHandlers)
      const value = project.values.evaluate(reference)
      if (makesVerifiers(value)) return { ...link, trace: laterVerified(trace) }
      const guard = jwtGuard(value)
      return guard === null ? { ...link, trace } : verifying({ ...link, trace }, guard)
    })
  const hooks = guardians.flatMap((group) => linksOf(group, read))
  const handler = chain.handlers.flatMap(read)
  const links = [...hooks, ...handler]
  const inputs: Inputs = {
    reads: [
      ...hooks.map((hook) => withThrown(project, chain.errorHandlers, dialect, hook)).flatMap(fieldReads),
      ...handler.flatMap(({ trace }) => trace.reads),
    ],
    demands: [...demands, ...links.flatMap(({ trace }) => trace.demands)],
  }
  const { schemas } = project.types
  const places = (['path', 'query', 'header', 'cookie'] as const).map((place) =>
    readParameters(place, inputs, chain, schemas),
  )
  const thrown = links.flatMap(({ trace }) => trace.throws)
  const errors = outcomeOf(project, dialect, chain.errorHandlers, thrown)
  const { responses, gaps } = readResponses([...links.flatMap(answersOf), ...errors.answers])
  const sent = links.flatMap(({ trace }) => trace.answers).map(({ at }) => at)
  return {
    parameters: places.flatMap(({ parameters }) => parameters),
    body: readBody(inputs, chain, schemas, null),
    // An unexpected error is answered with 500 everywhere; only a 500 that the route itself sends says something.
    responses: responses.filter(({ status, at }) => status !== '500' || sent.includes(at)),
    security: securityOf(
      [...hooks.map((hook) => withRaised(project, dialect, hook)), ...handler.filter(({ known }) => known !== null)],
      handler,
    ),
    gaps: distinctGaps([
      ...links.flatMap(({ trace }) => trace.gaps),
      ...places.flatMap((place) => place.gaps),
      ...gaps,
      ...errors.gaps,
      ...middlewareGaps(hooks),
      ...handlerGaps(handler),
    ]),
  }
}

/** What verifies a token only when the handler calls it may refuse the client, or not. */
function laterVerified(trace: Trace): Trace {
  return { ...trace, unseen: [...trace.unseen, { reason: 'it makes functions that verify a token', at: trace.at }] }
}

/** A function that verifies a token: the error that it answers or throws then is the 401. */
function verifying(link: Link, known: KnownMiddleware): Link {
  const { trace } = link
  return { ...link, known, trace: { ...trace, answers: trace.answers.filter(({ statuses }) => statuses.known) } }
}

/** Where one of several is enough and one of them asks for nothing, a client may stay unknown. */
function linksOf(group: Guardians, read: (reference: Reference) => readonly Link[]): readonly Link[] {
  const links = group.references.flatMap(read).map(asHook)
  if (!group.anyOf || links.every((link) => securityOf([link], []).kind !== 'open')) return links
  return links.map((link) =>
    securityOf([link], []).kind === 'open'
      ? link
      : { ...link, known: { statuses: [], guards: { scheme: link.name, optional: true } } },
  )
}

/** A hook that comes to its end lets the request go on. */
function asHook(link: Link): Link {
  const { trace } = link
  return { ...link, trace: { ...trace, passes: trace.passes || trace.open, open: false } }
}

/** A hook that looks at a whole input takes none of its fields. */
function fieldReads(link: Link): Inputs['reads'] {
  const reads = link.trace.reads.filter(({ path, place }) => path.length > 0 && place !== 'body')
  return withCredentials(link, reads)
}

function answersOf({ trace, known }: Link): readonly Answer[] {
  const content = { mediaType: '*/*', schema: { inexact: 'another package writes it' } }
  const given = (known?.statuses ?? []).map(
    (status): Answer => ({ statuses: { known: true, values: [status] }, content, headers: [], at: trace.at }),
  )
  return [...trace.answers, ...given]
}
