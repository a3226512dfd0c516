import ts from 'typescript'
import type { Content, Endpoint, Response } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import { acceptedBy } from '../../handlers/checks.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import { memberOf } from '../../values/literals.js'
import type { Value } from '../../values/value.js'

const places: readonly (readonly [string, InputPlace])[] = [
  ['params', 'path'],
  ['query', 'query'],
  ['headers', 'header'],
  ['cookies', 'cookie'],
]

/** What the route object of `@hono/zod-openapi` demands: the package holds each request against it. */
export function describedDemands(project: Project, description: Value, at: Location): readonly Demand[] {
  const { values } = project
  const request = values.property(description, 'request')
  const fields = places.flatMap(([name, place]): readonly Demand[] => {
    const reference = memberOf(request, name)
    const accepted = reference === null ? null : acceptedBy(project, reference)
    return accepted === null ? [] : [{ place, schema: accepted.schema, strength: 'validator', at }]
  })
  const body = values.property(request, 'body')
  const isRequired = values.property(body, 'required')
  const required = isRequired.kind === 'literal' && isRequired.value === true
  const contents = contentsOf(project, body).map(
    ({ mediaType, schema }): Demand => ({ place: 'body', schema, strength: 'validator', required, mediaType, at }),
  )
  return [...fields, ...contents]
}

/** Whether the route object asks anything of a request. */
export function isHeldAgainst({ values }: Project, description: Value): boolean {
  const request = values.property(description, 'request')
  return [...places.map(([name]) => name), 'body'].some((name) => isThere(values.property(request, name)))
}

const isThere = (value: Value): boolean => value.kind !== 'literal' && value.kind !== 'unknown'

/** What the route object says beside: it is deprecated, it refuses with 400, and what answers hold that the code does not say. */
export function withDescription(project: Project, endpoint: Endpoint, description: Value, isHooked: boolean): Endpoint {
  const { values } = project
  const deprecated = values.property(description, 'deprecated')
  const responses = values.property(description, 'responses')
  const { at } = endpoint
  const statuses = refusals(project, description, isHooked)
  return {
    ...endpoint,
    deprecated: endpoint.deprecated || (deprecated.kind === 'literal' && deprecated.value === true),
    responses: endpoint.responses.map((each) => filledIn(project, each, values.property(responses, each.status))),
    gaps: [
      ...endpoint.gaps,
      ...(statuses.length === 0
        ? []
        : [{ about: 'status' as const, reason: 'the route object refuses what does not fit', at, statuses }]),
    ],
  }
}

/** A hook is asked about what was parsed; what cannot be parsed, and bodies of another type, the package answers itself. */
function refusals(project: Project, description: Value, isHooked: boolean): readonly string[] {
  const body = project.values.property(project.values.property(description, 'request'), 'body')
  if (isThere(body)) return ['400', '415']
  return isHooked || !isHeldAgainst(project, description) ? [] : ['400']
}

function filledIn(project: Project, response: Response, description: Value): Response {
  const described = contentsOf(project, description)
  const contents = response.contents.map((content): Content => {
    const known = described.find(({ mediaType }) => mediaType === content.mediaType)
    return known === undefined || !isUnknown(content) ? content : { ...content, schema: known.schema }
  })
  return { ...response, contents }
}

function isUnknown({ schema }: Content): boolean {
  return Object.keys(schema).every((keyword) => keyword === 'inexact' || keyword === 'at')
}

function contentsOf(project: Project, holder: Value) {
  const content = project.values.property(holder, 'content')
  if (content.kind !== 'object') return []
  return content.node.properties.flatMap((property) => {
    const name = property.name === undefined || ts.isComputedPropertyName(property.name) ? null : property.name.text
    if (name === null) return []
    const entry = project.values.property(content, name)
    const reference = memberOf(entry, 'schema')
    const accepted = reference === null ? null : acceptedBy(project, reference)
    return accepted === null ? [] : [{ mediaType: name, schema: accepted.schema }]
  })
}
