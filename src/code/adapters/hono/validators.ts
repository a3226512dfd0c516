import type { Schema } from '../../../model/schema.js'
import { acceptedBy } from '../../handlers/checks.js'
import type { Dialect, ReadLink } from '../../handlers/dialect.js'
import type { InputPlace, Trace } from '../../handlers/exchange.js'
import { mergeTraces, unseenTrace, walkFunction } from '../../handlers/read-handler.js'
import type { PathParameters } from '../../handlers/route-facts.js'
import { functionsIn } from '../../handlers/targets.js'
import type { Project } from '../../project.js'
import type { Reference, Value } from '../../values/value.js'

interface Target {
  readonly place: InputPlace
  readonly mediaType?: string
}

const targets: Readonly<Record<string, Target>> = {
  json: { place: 'body', mediaType: 'application/json' },
  form: { place: 'body', mediaType: 'multipart/form-data' },
  query: { place: 'query' },
  param: { place: 'path' },
  header: { place: 'header' },
  cookie: { place: 'cookie' },
}

/** The middlewares that take a target and a schema: `zValidator('json', schema, hook?)`. */
const schemaValidators =
  /^((z|v|s|t|tb|arktype|typia|effect|ajv|superstruct|conform|cv)Validator|standardValidator|validator|zv|sv)$/

/** What a validating middleware of Hono's packages demands of the request, and what it answers to one that it refuses. */
export function readValidator(
  project: Project,
  reference: Reference,
  value: Value,
  dialect: Dialect,
  path: PathParameters,
): ReadLink | null {
  if (value.kind !== 'call' || value.callee.kind !== 'import') return null
  const { module, name } = value.callee
  if (!/^hono\/validator$|^@hono\/|hono-openapi|validator/.test(module) || !schemaValidators.test(name)) return null
  const [where, schema, hook] = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
  const target = where === undefined ? undefined : targetOf(project, where)
  if (target === undefined || schema === undefined) return null
  const functions = functionsIn(project.values.evaluate(schema))
  if (module === 'hono/validator' || functions.length > 0) return checkedBy(project, schema, target, dialect)
  return checkedAgainst(project, reference, schema, hook, target, dialect, path)
}

function targetOf(project: Project, reference: Reference): Target | undefined {
  const value = project.values.evaluate(reference)
  const name = value.kind === 'literal' ? String(value.value) : ''
  return Object.hasOwn(targets, name) ? targets[name] : undefined
}

function checkedAgainst(
  project: Project,
  reference: Reference,
  schema: Reference,
  hook: Reference | undefined,
  { place, mediaType }: Target,
  dialect: Dialect,
  path: PathParameters,
): ReadLink {
  const at = project.locate(reference.expression)
  const accepted = acceptedBy(project, schema)
  const quiet = { ...unseenTrace(project, reference.expression, ''), unseen: [] }
  const trace: Trace = {
    ...quiet,
    demands: [
      {
        place,
        schema: accepted?.schema ?? { inexact: 'the schema cannot be read' },
        strength: 'validator',
        // Without a body of the media type, the schema is asked about an empty object.
        ...(place === 'body' ? { required: true } : {}),
        ...(mediaType === undefined ? {} : { mediaType }),
        at,
      },
    ],
  }
  if (place === 'path' && accepted !== null && takesAnyPath(accepted.schema, path)) return { trace, known: null }
  const answered = hook === undefined ? null : hookTrace(project, hook, dialect)
  if (answered === null) return { trace, known: { statuses: [], hidden: ['400'] } }
  // The hook is asked about what was parsed; what cannot be parsed Hono answers itself.
  const known = place === 'body' ? { statuses: [], hidden: ['400'] } : null
  return { trace: mergeTraces([trace, { ...answered, passes: true, demands: [] }]), known }
}

/** Whether the schema of the parameters refuses no path that comes this way: it asks for texts, and for such as are there. */
function takesAnyPath({ properties, required = [], ...rest }: Schema, { filled, texts }: PathParameters): boolean {
  if (properties === undefined || !isPlain(rest) || rest.type?.join() !== 'object') return false
  const isText = ([name, { type, minLength = 0, ...others }]: [string, Schema]) =>
    type?.join() === 'string' && isPlain(others) && minLength <= (filled.has(name) ? 1 : 0)
  return Object.entries(properties).every(isText) && required.every((name) => filled.has(name) || texts.has(name))
}

/** Nothing but a type, a place and a word for readers. */
const isPlain = (schema: Schema): boolean =>
  Object.keys(schema).every((keyword) => ['type', 'at', 'deprecated', 'default'].includes(keyword))

/** The hook of a route object, as one of the functions that stand before its handler. */
export function readHook(project: Project, hook: Reference, dialect: Dialect): ReadLink | null {
  const trace = hookTrace(project, hook, dialect)
  return trace === null ? null : { trace: { ...trace, passes: true, demands: [] }, known: null }
}

/** `(result, c) => …` answers what the schema refuses. */
function hookTrace(project: Project, hook: Reference, dialect: Dialect): Trace | null {
  const functions = functionsIn(project.values.evaluate(hook))
  if (functions.length === 0) return null
  const traces = functions.map((each) => {
    const context = each.node.parameters[1]
    return walkFunction(project, each, dialect, new Map(context === undefined ? [] : [[context, 'context']]), null)
  })
  return mergeTraces(traces)
}

/** `validator('json', (value, c) => …)` of Hono itself: a function that is handed the input and may answer. */
function checkedBy(
  project: Project,
  check: Reference,
  { place, mediaType }: Target,
  dialect: Dialect,
): ReadLink | null {
  const functions = functionsIn(project.values.evaluate(check))
  if (functions.length === 0) return null
  const traces = functions.map((each) => {
    const [value, context] = each.node.parameters
    const input = { kind: 'input', place, path: [], ...(mediaType === undefined ? {} : { mediaType }) } as const
    return walkFunction(
      project,
      each,
      { ...dialect, givesBackOther: true },
      new Map(context === undefined ? [] : [[context, 'context']]),
      null,
      new Map(value === undefined ? [] : [[value, input]]),
    )
  })
  const trace = mergeTraces(traces)
  return { trace: { ...trace, passes: true, open: false }, known: null }
}
