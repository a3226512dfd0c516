import ts from 'typescript'
import type { Demand, InputPlace } from '../handlers/exchange.js'
import type { Project } from '../project.js'
import type { Value } from '../values/value.js'
import { demandsAnywhere, segmentsOf } from './joi/segments.js'
import type { Validator } from './validator.js'

const places: Readonly<Record<string, InputPlace>> = { body: 'body', query: 'query', params: 'path', header: 'header' }
const mediaTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
}

/** koa-joi-router: `{ validate: { type: 'json', body: Joi.object(…) } }` before a handler, or around it. */
export const koaJoiRouter: Validator = {
  packages: ['koa-joi-router'],
  demands: (_reference, value, project) => {
    if (value.kind !== 'object') return null
    const validate = project.values.property(value, 'validate')
    if (validate.kind !== 'object') return null
    const goesOn = project.values.property(validate, 'continueOnError')
    // What is checked and let through all the same is no demand.
    if (goesOn.kind === 'literal') return goesOn.value ? [] : demandsIn(project, validate)
    return demandsAnywhere(project, validate.node, Object.values(places), 'koa-joi-router')
  },
  refuses: (value, project) => {
    const failure = project.values.property(project.values.property(value, 'validate'), 'failure')
    return failure.kind === 'literal' && typeof failure.value === 'number' ? [String(failure.value)] : ['400']
  },
}

function demandsIn(project: Project, validate: Extract<Value, { kind: 'object' }>): readonly Demand[] {
  const type = project.values.property(validate, 'type')
  const mediaType = type.kind === 'literal' ? mediaTypes[String(type.value)] : undefined
  const demands = segmentsOf(project, validate, (name) => places[nameOf(name)]).map((segment): Demand => {
    const labelled = segment.place === 'body' && mediaType !== undefined ? { mediaType } : {}
    return { ...segment, ...labelled, strength: 'validator' }
  })
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
