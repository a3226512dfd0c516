import ts from 'typescript'
import type { Demand, InputPlace } from '../handlers/exchange.js'
import type { Project } from '../project.js'
import type { Value } from '../values/value.js'
import { underOptions } from './joi/options.js'
import { demandsAnywhere, segmentsOf } from './joi/segments.js'
import type { Validator } from './validator.js'

const places: Readonly<Record<string, InputPlace>> = {
  body: 'body',
  query: 'query',
  params: 'path',
  headers: 'header',
  cookies: 'cookie',
  signedcookies: 'cookie',
  signedCookies: 'cookie',
}

/** celebrate: `celebrate({ body: Joi.object(…), [Segments.QUERY]: … })` before a handler. */
export const celebrate: Validator = {
  packages: ['celebrate'],
  hands: 'CelebrateError',
  demands: (_reference, value, project) => {
    if (value.kind !== 'call' || value.callee.kind !== 'import' || value.callee.module !== 'celebrate') return null
    if ((value.method ?? value.callee.name) !== 'celebrate') return null
    const [schemas, options] = value.node.arguments ?? []
    const given = schemas === undefined ? null : project.values.evaluate({ expression: schemas, scope: value.scope })
    if (given?.kind !== 'object') return anywhere(project, value.node, new Set())
    if (options === undefined) return demandsIn(project, given, undefined)
    const settings = project.values.literal(project.values.evaluate({ expression: options, scope: value.scope }))
    const demands = demandsIn(project, given, settings.known ? settings.value : undefined)
    return settings.known ? demands : demands.map(doubted)
  },
}

function demandsIn(project: Project, given: Extract<Value, { kind: 'object' }>, settings: unknown): readonly Demand[] {
  const demands = segmentsOf(project, given, (name) => places[segmentOf(name) ?? '']).map((segment): Demand => {
    return { ...segment, schema: underOptions(segment.schema, settings), strength: 'validator' }
  })
  const unread = given.node.properties.find((property) => !isSegment(property))
  return unread === undefined
    ? demands
    : [...demands, ...anywhere(project, unread, new Set(demands.map(({ place }) => place)))]
}

function anywhere(project: Project, node: ts.Node, known: ReadonlySet<InputPlace>): readonly Demand[] {
  const unseen = Object.values(places).filter((place) => !known.has(place))
  return demandsAnywhere(project, node, unseen, 'celebrate')
}

function isSegment(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return false
  return Object.hasOwn(places, segmentOf(property.name) ?? '')
}

/** `body`, `[Segments.BODY]`. */
function segmentOf(name: ts.PropertyName): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text
  if (!ts.isComputedPropertyName(name)) return null
  const { expression } = name
  if (ts.isStringLiteralLike(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text.toLowerCase() : null
}

/** Options that are not known may let other values pass, or fewer. */
function doubted(demand: Demand): Demand {
  return { ...demand, schema: { anyOf: [demand.schema, { inexact: 'the options of joi are not known' }] } }
}
