import ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Demand, InputPlace } from '../handlers/exchange.js'
import type { Project } from '../project.js'
import type { Scope, Value } from '../values/value.js'
import { readChain, readKeys } from './chains/read.js'
import { underOptions } from './joi/options.js'
import { joiLibrary } from './joi.js'
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
  demands: (_reference, value, project) => {
    if (value.kind !== 'call' || value.callee.kind !== 'import' || value.callee.module !== 'celebrate') return null
    if ((value.method ?? value.callee.name) !== 'celebrate') return null
    const [schemas, options] = value.node.arguments ?? []
    const given = schemas === undefined ? null : project.values.evaluate({ expression: schemas, scope: value.scope })
    if (given?.kind !== 'object') return anywhere(project, value.node, new Set())
    const settings = options === undefined ? undefined : plain(project, options, value.scope)
    return demandsIn(project, given, settings)
  },
}

function demandsIn(
  project: Project,
  { node, scope }: Extract<Value, { kind: 'object' }>,
  settings: unknown,
): readonly Demand[] {
  const demands = node.properties.flatMap((property): readonly Demand[] => {
    const place = property.name === undefined ? undefined : places[segmentOf(property.name) ?? '']
    const written = ts.isPropertyAssignment(property)
      ? property.initializer
      : ts.isShorthandPropertyAssignment(property)
        ? property.name
        : undefined
    if (place === undefined || written === undefined) return []
    const schema = underOptions(joiOrKeys(project, written, scope), settings)
    return [{ place, schema, strength: 'validator', at: project.locate(property) }]
  })
  const unread = node.properties.find((property) => !isSegment(property))
  return unread === undefined
    ? demands
    : [...demands, ...anywhere(project, unread, new Set(demands.map(({ place }) => place)))]
}

/** Segments that are not read may check any part of the request that is not seen to be checked. */
function anywhere(project: Project, node: ts.Node, known: ReadonlySet<InputPlace>): readonly Demand[] {
  const schema = { inexact: 'celebrate checks a segment that is not read' }
  return [...new Set(Object.values(places))]
    .filter((place) => !known.has(place))
    .map((place) => ({ place, schema, strength: 'lower-bound', at: project.locate(node) }))
}

function isSegment(property: ts.ObjectLiteralElementLike): boolean {
  if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) return false
  return Object.hasOwn(places, segmentOf(property.name) ?? '')
}

/** A schema of joi, or its keys in a plain object. */
export function joiOrKeys(project: Project, written: ts.Expression, scope: Scope): Schema {
  const reference = { expression: written, scope }
  const read = readChain(joiLibrary, project, reference) ?? readKeys(joiLibrary, project, reference)
  return read ?? { inexact: 'the schema of joi cannot be read' }
}

/** `body`, `[Segments.BODY]`. */
function segmentOf(name: ts.PropertyName): string | null {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text
  if (!ts.isComputedPropertyName(name)) return null
  const { expression } = name
  if (ts.isStringLiteralLike(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text.toLowerCase() : null
}

function plain(project: Project, expression: ts.Expression, scope: Scope): unknown {
  const known = project.values.literal(project.values.evaluate({ expression, scope }))
  return known.known ? known.value : undefined
}
