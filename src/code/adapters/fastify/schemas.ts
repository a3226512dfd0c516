import type { Content } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import { validators } from '../../validators/index.js'
import type { SchemaContext } from '../../validators/json-schema/context.js'
import { entriesOf } from '../../validators/json-schema/entries.js'
import { readSchema, schemaContext } from '../../validators/json-schema/read.js'
import { isTypebox } from '../../validators/typebox/call.js'
import type { Validator } from '../../validators/validator.js'
import { expressionAt, referenceTo } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Session } from './instance.js'
import { setting } from './settings.js'

const places: readonly (readonly [string, InputPlace])[] = [
  ['params', 'path'],
  ['querystring', 'query'],
  ['query', 'query'],
  ['headers', 'header'],
  ['body', 'body'],
]

/** What `schema.body`, `schema.querystring`, `schema.params` and `schema.headers` demand of a request. */
export function requestDemands(session: Session, schema: Value | null, at: Location): readonly Demand[] {
  return places.flatMap(([name, place]) => {
    const value = setting(session.project, schema, name)
    if (value === null || (value.kind === 'literal' && value.value === null)) return []
    const here = 'node' in value ? session.project.locate(value.node) : at
    const demand = { place, strength: 'validator', ...(place === 'body' ? { required: true } : {}), at: here } as const
    const contents = place === 'body' ? contentsOf(session, value, 'request') : null
    if (contents === null) return [{ ...demand, schema: readPart(session, value, 'request') }]
    return contents.map(({ mediaType, schema: content }) => ({ ...demand, mediaType, schema: content }))
  })
}

/** What `schema.response` says is sent, by its key: `200`, `2XX`, `default`. */
export interface DeclaredResponse {
  readonly status: string
  readonly contents: readonly Content[]
  readonly at: Content['at']
}

export function declaredResponses(session: Session, schema: Value | null): readonly DeclaredResponse[] {
  const responses = setting(session.project, schema, 'response')
  if (responses === null) return []
  return entriesOf(session.project, responses).entries.map((entry) => {
    const at = session.project.locate(entry.node)
    const status = /^\dxx$/i.test(entry.name) ? entry.name.toUpperCase() : entry.name
    const contents = contentsOf(session, entry.value, 'response')
    if (contents !== null) return { status, contents, at }
    const read = { ...readPart(session, entry.value, 'response'), at }
    return { status, contents: isEmpty(status, read) ? [] : [{ mediaType: 'application/json', schema: read, at }], at }
  })
}

/** `Type.Null()` for a 204 is how an empty answer is declared. */
function isEmpty(status: string, schema: Schema): boolean {
  return status === '204' || status === '304' || schema.type?.join() === 'null'
}

/** `{ content: { 'application/json': { schema } } }`; null where the value is a schema itself. */
function contentsOf(session: Session, value: Value, direction: SchemaContext['direction']): readonly Content[] | null {
  const content = value.kind === 'object' ? setting(session.project, value, 'content') : null
  if (content?.kind !== 'object') return null
  return entriesOf(session.project, content).entries.flatMap((entry) => {
    const schema = setting(session.project, entry.value, 'schema')
    const at = session.project.locate(entry.node)
    return schema === null ? [] : [{ mediaType: entry.name, schema: readPart(session, schema, direction), at }]
  })
}

/** One schema, in whichever language it is written. */
function readPart(session: Session, value: Value, direction: SchemaContext['direction']): Schema {
  const { project } = session
  if (value.kind === 'object' || isTypebox(value))
    return readSchema(value, schemaContext(project, direction, session.schemas))
  if (value.kind === 'call') {
    const reference = referenceTo(value, expressionAt(value.node))
    for (const validator of Object.values<Validator>(validators)) {
      const schema = validator.accepts?.(reference, value, project) ?? null
      if (schema !== null) return schema
    }
  }
  return readSchema(value, schemaContext(project, direction, session.schemas))
}
