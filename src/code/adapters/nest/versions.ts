import type { Content, Endpoint, Gap, Parameter } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import { mergeResponses } from '../../controllers/merge-responses.js'
import type { Versioning } from './application.js'

const chosen = 'a version that does not stand in the path chooses among several handlers'

/** Where a version is read from that does not stand in the path: a header that a document may name, or what is not known. */
export function versionInputs(
  versioning: Versioning | null,
  at: Location,
): { readonly parameters: readonly Parameter[]; readonly gaps: readonly Gap[] } {
  const header = versioning?.header
  if (header === undefined) return { parameters: [], gaps: [] }
  if (header === null) {
    const reason = 'a function of the project reads the version from the request'
    return { parameters: [], gaps: (['header', 'query', 'cookie'] as const).map((about) => ({ about, reason, at })) }
  }
  const schema: Schema = { inexact: 'the version is text' }
  return { parameters: [{ name: header, in: 'header', schema, at, implied: true }], gaps: [] }
}

/** One endpoint for each method and path: handlers that only a header or a media type tells apart are one to a document. */
export function joinVersions(endpoints: readonly Endpoint[]): readonly Endpoint[] {
  const byName = new Map<string, Endpoint>()
  for (const endpoint of endpoints) {
    const name = `${endpoint.method} ${endpoint.path}`
    const known = byName.get(name)
    byName.set(name, known ? together(known, endpoint) : endpoint)
  }
  return [...byName.values()]
}

function together(left: Endpoint, right: Endpoint): Endpoint {
  const alike =
    JSON.stringify(left.security) === JSON.stringify(right.security) || left.security.kind === right.security.kind
  return {
    ...left,
    deprecated: left.deprecated && right.deprecated,
    parameters: parametersOf(left, right),
    body: bodyOf(left, right),
    responses: mergeResponses([...left.responses, ...right.responses]),
    security: alike ? left.security : { kind: 'unknown', reason: chosen },
    gaps: [...left.gaps, ...right.gaps],
  }
}

function parametersOf(left: Endpoint, right: Endpoint): readonly Parameter[] {
  const same = (one: Parameter, other: Parameter) => one.name === other.name && one.in === other.in
  const mine = left.parameters.map((one) => {
    const other = right.parameters.find((each) => same(one, each))
    return other
      ? { ...loosened(one, other.required === one.required), schema: either(one.schema, other.schema) }
      : loosened(one, false)
  })
  const others = right.parameters.filter((one) => !left.parameters.some((each) => same(one, each)))
  return [...mine, ...others.map((one) => loosened(one, false))]
}

/** Whether a version asks for it does not tell whether all do. */
function loosened(parameter: Parameter, alike: boolean): Parameter {
  if (alike || parameter.in === 'path') return parameter
  const { required: _required, ...rest } = parameter
  return rest
}

function bodyOf({ body: left }: Endpoint, { body: right }: Endpoint): Endpoint['body'] {
  if (!left || !right) {
    const only = left ?? right
    return only && { contents: only.contents, at: only.at }
  }
  const { required: _required, ...rest } = left
  const required = left.required !== undefined && left.required === right.required ? { required: left.required } : {}
  return { ...rest, ...required, contents: contentsOf(left.contents, right.contents) }
}

function contentsOf(left: readonly Content[], right: readonly Content[]): readonly Content[] {
  const mine = left.map((one) => {
    const other = right.find(({ mediaType }) => mediaType === one.mediaType)
    return other ? { ...one, schema: either(one.schema, other.schema) } : one
  })
  return [...mine, ...right.filter(({ mediaType }) => !left.some((one) => one.mediaType === mediaType))]
}

function either(left: Schema, right: Schema): Schema {
  return JSON.stringify(left) === JSON.stringify(right) ? left : { anyOf: [left, right] }
}
