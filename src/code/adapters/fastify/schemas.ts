import ts from 'typescript'
import type { Content } from '../../../model/endpoint.js'
import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import { validators } from '../../validators/index.js'
import { coerced } from '../../validators/json-schema/coerced.js'
import type { SchemaContext } from '../../validators/json-schema/context.js'
import { entriesOf } from '../../validators/json-schema/entries.js'
import type { Draft } from '../../validators/json-schema/keywords.js'
import { readMembers } from '../../validators/json-schema/members.js'
import { readSchema, schemaContext } from '../../validators/json-schema/read.js'
import { isTypebox } from '../../validators/typebox/call.js'
import type { Validator } from '../../validators/validator.js'
import { expressionAt, moduleScope, referenceTo } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import { answered } from './answered.js'
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
    if (contents === null) {
      const read = place === 'body' ? bodyPart(session, value) : readPart(session, value, 'request')
      return [{ ...demand, schema: read }]
    }
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
    if (schema === null) return []
    const read = direction === 'request' ? bodyPart(session, schema) : readPart(session, schema, direction)
    return [{ mediaType: entry.name, schema: read, at }]
  })
}

/** One schema, in whichever language it is written. */
function readPart(session: Session, value: Value, direction: SchemaContext['direction']): Schema {
  const { project } = session
  if (value.kind === 'call' && !isTypebox(value)) {
    const reference = referenceTo(value, expressionAt(value.node))
    for (const validator of Object.values<Validator>(validators)) {
      const schema = validator.accepts?.(reference, value, project) ?? null
      if (schema !== null) return direction === 'response' ? answered(schema) : schema
    }
  }
  const context = schemaContext(project, direction, session.schemas)
  return isShorthand(session, value) ? readMembersOnly(value, context) : readSchema(value, context)
}

/** What the schema of a body takes, with what Ajv turns into it. Other parts of a request are text, whatever is turned. */
function bodyPart(session: Session, value: Value): Schema {
  const schema = readPart(session, value, 'request')
  const isOthers = value.kind === 'call' && !isTypebox(value)
  return isOthers || !coerces(session) ? schema : coerced(schema)
}

/** Fastify has Ajv turn values, unless it is told not to. */
function coerces({ project, roots }: Session): boolean {
  const told = [...roots.keys()].map((root) => {
    const [options] = ts.isCallExpression(root) ? root.arguments : []
    const given = options && project.values.evaluate({ expression: options, scope: moduleScope })
    const custom = setting(project, setting(project, given ?? null, 'ajv'), 'customOptions')
    const value = setting(project, custom, 'coerceTypes')
    return value?.kind === 'literal' && value.value === false
  })
  return told.length === 0 || !told.every(Boolean)
}

const wholeSchema: ReadonlySet<string> = new Set([
  '$ref',
  '$id',
  'type',
  'properties',
  'oneOf',
  'allOf',
  'anyOf',
  'enum',
  'const',
  'not',
])

/** Fastify 4 takes the schemas of the members for the schema of the object. */
function isShorthand(session: Session, value: Value): boolean {
  const { entries, missing } = entriesOf(session.project, value)
  if (missing !== null || entries.length === 0) return false
  return entries.every(
    (entry) => !wholeSchema.has(entry.name) && (entry.value.kind === 'object' || entry.value.kind === 'call'),
  )
}

function readMembersOnly(value: Value, context: SchemaContext): Schema {
  const draft: Draft = { type: ['object'] }
  draft.properties = readMembers(draft, value, context)
  return draft
}
