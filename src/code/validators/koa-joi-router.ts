import ts from 'typescript'
import type { Demand, InputPlace } from '../handlers/exchange.js'
import type { Project } from '../project.js'
import type { Value } from '../values/value.js'
import { underOptions } from './joi/options.js'
import { demandsAnywhere, segmentsOf } from './joi/segments.js'
import type { Validator } from './validator.js'

const places: Readonly<Record<string, InputPlace>> = { body: 'body', query: 'query', params: 'path', header: 'header' }
const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
}

/** What a description of a route may hold. */
const described = new Set(['meta', 'pre', 'validate', 'method', 'path', 'handler'])

/** koa-joi-router: `{ validate: { type: 'json', body: Joi.object(…) } }` before a handler, or around it. */
export const koaJoiRouter: Validator = {
  packages: ['koa-joi-router'],
  demands: (_reference, value, project) => {
    if (value.kind !== 'object') return null
    const names = value.node.properties.map(({ name }) => (name === undefined ? '' : nameOf(name)))
    if (names.length > 0 && names.every((name) => described.has(name) && name !== 'validate')) return []
    const validate = project.values.property(value, 'validate')
    if (validate.kind !== 'object') return null
    const goesOn = project.values.property(validate, 'continueOnError')
    // What is checked and let through all the same is no demand.
    if (goesOn.kind === 'literal') return goesOn.value ? [] : demandsIn(project, validate)
    return demandsAnywhere(project, validate.node, Object.values(places), 'koa-joi-router')
  },
  refuses: (value, project) => {
    const failure = project.values.property(project.values.property(value, 'validate'), 'failure')
    if (failure.kind !== 'literal') return ['400', '4XX', '5XX']
    // A body of another type is refused with 400 all the same.
    return typeof failure.value === 'number' ? [...new Set(['400', String(failure.value)])] : ['400']
  },
}

function demandsIn(project: Project, validate: Extract<Value, { kind: 'object' }>): readonly Demand[] {
  const type = project.values.property(validate, 'type')
  const mediaType = type.kind === 'literal' ? mediaTypes[String(type.value)] : undefined
  const options = project.values.literal(project.values.property(validate, 'validateOptions'))
  const demands = segmentsOf(project, validate, (name) => places[nameOf(name)]).map((segment): Demand => {
    const labelled = segment.place === 'body' && mediaType !== undefined ? { mediaType } : {}
    const schema = underOptions(segment.schema, options.known ? options.value : undefined)
    return { ...segment, ...labelled, schema, strength: 'validator' }
  })
  if (mediaType !== undefined && !demands.some(({ place }) => place === 'body')) {
    // It reads bodies of this type alone, and says nothing of what they hold.
    const schema = { inexact: 'only the type of the body is described' }
    demands.push({ place: 'body', schema, strength: 'lower-bound', mediaType, at: project.locate(validate.node) })
  }
  const unread = validate.node.properties.find(isUnread)
  const seen = demands.map(({ place }) => place)
  const unseen = Object.values(places).filter((place) => !seen.includes(place))
  return unread === undefined ? demands : [...demands, ...demandsAnywhere(project, unread, unseen, 'koa-joi-router')]
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : ''
}

/** `...shared`, `[part]: schema`: it may be any part of the request. */
function isUnread({ name }: ts.ObjectLiteralElementLike): boolean {
  return name === undefined || ts.isComputedPropertyName(name)
}
