import ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { ThrownAnswer } from '../../handlers/dialect.js'
import type { Thrown } from '../../handlers/exchange.js'
import { statusPutOn } from '../../handlers/put-on.js'
import { isMember, memberName, settled } from '../../handlers/syntax.js'
import type { Project } from '../../project.js'
import type { Reference, Value } from '../../values/value.js'
import { sensibleStatus } from './sensible.js'

const words: Schema = { type: ['string'], inexact: 'the words of an error are not compared' }

/** What the default error handler writes, whatever the error is; `code` only where the error has one. */
export const errorBody = {
  mediaType: 'application/json',
  schema: {
    type: ['object'],
    properties: {
      statusCode: { type: ['integer'], inexact: 'the status stands in the body' },
      code: { ...words, presence: 'only some errors carry a code' },
      error: words,
      message: words,
    },
    required: ['statusCode', 'error', 'message'],
  } satisfies Schema,
}

/** How Fastify answers an error: with the status that it carries, under `statusCode` or `status`. Null where it is not known. */
export function thrownAnswer(thrown: Thrown, project: Project): ThrownAnswer | null {
  const put = statusPutOn(project, thrown)
  const carried =
    thrown.error === null
      ? null
      : (put ?? writtenStatus(thrown.error) ?? statusOf(project.values.evaluate(thrown.error), project))
  const status = carried ?? thrown.status ?? null
  if (status === null) return null
  return { statuses: { known: true, values: status === 500 ? [] : [status] }, body: errorBody }
}

/** `this.httpErrors.conflict()`, `request.server.httpErrors.conflict()`: by its names, wherever the instance comes from. */
export function writtenStatus({ expression }: Reference): number | null {
  const node = settled(expression)
  const callee = ts.isCallExpression(node) ? settled(node.expression) : null
  if (callee === null || !isMember(callee)) return null
  const holder = settled(callee.expression)
  const name = isMember(holder) && memberName(holder) === 'httpErrors' ? memberName(callee) : null
  return name === null ? null : sensibleStatus(name)
}

/** The status that an error carries by itself; 500 for a plain `Error`; null where it is not known, or its class may mean one. */
export function carriedStatus(error: Value, project: Project): number | null {
  const status = statusOf(error, project)
  return status === 500 && error.kind === 'instance' ? null : status
}

/** The status that an error carries; 500 for one that carries none; null where it is not known. */
function statusOf(error: Value, project: Project): number | null {
  if (error.kind === 'object' || error.kind === 'instance') return ownStatus(error, project)
  if (error.kind !== 'call') return null
  const [first, second, third] = (error.node.arguments ?? []).map((expression) =>
    project.values.evaluate({ expression, scope: error.scope }),
  )
  const name = nameOf(error)
  const named = sensibleStatus(name)
  if (named !== null && comesFromErrors(error.callee)) return named
  // `http-errors` and sensible's own: `createError(404, 'No such pet')`.
  if (['default', 'createError', 'getHttpError', 'httpErrors', 'HttpError'].includes(name)) {
    const given = first === undefined ? null : numberOf(first)
    if (given !== null) return given
  }
  // `@fastify/error`: `new (createError('CODE', 'message', 404))()`.
  if (error.callee.kind === 'call' && moduleOf(error.callee) === '@fastify/error') {
    const code = error.callee.node.arguments?.[2]
    if (code === undefined) return 500
    return numberOf(project.values.evaluate({ expression: code, scope: error.callee.scope }))
  }
  if (error.callee.kind === 'import' && error.callee.module === 'global') {
    if (error.callee.name === 'Object.assign') return second === undefined ? 500 : ownStatus(second, project)
    if (/Error$/.test(error.callee.name)) return third === undefined ? 500 : null
  }
  return null
}

function ownStatus(value: Value, project: Project): number | null {
  for (const name of ['statusCode', 'status']) {
    const own = project.values.property(value, name)
    if (own.kind === 'literal' && own.value === undefined) continue
    return numberOf(own)
  }
  return 500
}

function numberOf(value: Value): number | null {
  return value.kind === 'literal' && typeof value.value === 'number' ? value.value : null
}

function nameOf(value: Extract<Value, { kind: 'call' }>): string {
  if (value.method !== undefined) return value.method
  const { callee } = value
  return callee.kind === 'member' || callee.kind === 'import' ? (callee.name.split('.').at(-1) ?? '') : ''
}

/** Whether something is reached through `httpErrors`, or comes from `http-errors` or `@fastify/sensible`. */
function comesFromErrors(value: Value): boolean {
  if (value.kind === 'member') return value.name === 'httpErrors' || comesFromErrors(value.object)
  const module = moduleOf(value)
  return module === 'http-errors' || module === '@fastify/sensible'
}

function moduleOf(value: Value): string | null {
  if (value.kind === 'import') return value.module
  if (value.kind === 'member') return moduleOf(value.object)
  return value.kind === 'call' ? moduleOf(value.callee) : null
}
