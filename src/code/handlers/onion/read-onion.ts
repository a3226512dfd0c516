import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { readBody } from '../assembly/body.js'
import { distinctGaps, handlerGaps, middlewareGaps, unreadAt } from '../assembly/gaps.js'
import { readParameters } from '../assembly/parameters.js'
import { readResponses } from '../assembly/responses.js'
import { answersOf, inputsOf, parsedType } from '../chain-parts.js'
import { withRaised } from '../credentials.js'
import type { Dialect } from '../dialect.js'
import { fresh } from '../drafts.js'
import type { Chain, Draft } from '../exchange.js'
import { type Link, readLinks } from '../middleware.js'
import { routed } from '../mounted.js'
import type { ReadExchange } from '../reader.js'
import { securityOf } from '../security.js'
import { outcomeAround, unforeseen } from './outcome.js'
import { rewritten } from './rewritten.js'

/** One function of the chain, read, with those around it, nearest first: what they catch, it throws. */
interface Layer {
  readonly links: readonly Link[]
  readonly around: readonly Reference[]
}

/**
 * Everything that the functions of a route say of its endpoint where each runs around the next, and the answer is sent when all
 * are done: see {@link ReadExchange}.
 */
export const readOnion: ReadExchange = (project, chain, dialect) => {
  const layers = layersOf(project, chain, dialect)
  const outcomes = layers.map(({ links, around }) =>
    outcomeAround(
      project,
      dialect,
      around,
      links.flatMap(({ trace }) => trace.throws),
    ),
  )
  const refusing = layers
    .slice(0, -1)
    .flatMap(({ links, around }) => links.map((link) => refused(project, dialect, around, link)))
  const handler = layers.at(-1)?.links ?? []
  const links = layers.flatMap((layer) => layer.links)
  const inputs = inputsOf(refusing, handler, chain)
  const { schemas } = project.types
  const places = (['path', 'query', 'header', 'cookie'] as const).map((place) =>
    readParameters(place, inputs, chain, schemas),
  )
  const sent = rewritten(
    layers.map((layer) => ({ answers: layer.links.flatMap(answersOf), traces: layer.links.map(({ trace }) => trace) })),
  )
  const errors = [
    ...outcomes.flatMap((outcome) => outcome.gaps),
    ...unforeseen(
      project,
      dialect,
      layers.flatMap(({ around }) => around.slice(0, 1)),
    ),
  ]
  const { responses, gaps } = readResponses(
    [...sent.answers, ...outcomes.flatMap((outcome) => outcome.answers)],
    (status) => unreadAt(status, links, errors),
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
      ...sent.gaps,
      ...errors,
      ...middlewareGaps(layers.slice(0, -1).flatMap((layer) => layer.links)),
      ...handlerGaps(handler),
    ]),
  }
}

/** The functions from the outside in: each begins with what those before it have set. */
function layersOf(project: Project, chain: Chain, dialect: Dialect): readonly Layer[] {
  const functions = [...chain.middlewares, ...chain.handlers]
  let drafts: readonly Draft[] = [fresh]
  return functions.map((reference, index) => {
    const stage = { last: index === functions.length - 1, drafts }
    const links = readLinks(project, reference, { ...routed(dialect, chain, reference), stage })
    const onward = links.flatMap(({ trace }) => trace.onward ?? [])
    if (onward.length > 0) drafts = onward
    return { links, around: functions.slice(0, index).reverse() }
  })
}

/** A middleware that throws refuses as one that answers does. */
function refused(project: Project, dialect: Dialect, around: readonly Reference[], link: Link): Link {
  const [first] = link.trace.throws
  if (first === undefined) return link
  const { answers } = outcomeAround(project, dialect, around, link.trace.throws)
  const placed = answers.map((answer) => ({ ...answer, at: first.at }))
  return withRaised(project, dialect, {
    ...link,
    trace: { ...link.trace, answers: [...link.trace.answers, ...placed] },
  })
}
