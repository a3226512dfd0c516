import ts from 'typescript'
import type { Value } from '../../values/value.js'
import type { Instance, Session, Site } from './instance.js'

/** Methods that give the instance back, so that calls can be chained. */
const chained: ReadonlySet<string> = new Set([
  'register',
  'withTypeProvider',
  'setErrorHandler',
  'setNotFoundHandler',
  'setValidatorCompiler',
  'setSerializerCompiler',
  'setSchemaController',
  'setSchemaErrorFormatter',
  'setReplySerializer',
  'addHook',
  'addSchema',
  'addContentTypeParser',
  'decorate',
  'decorateRequest',
  'decorateReply',
  'after',
  'route',
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'all',
  'ready',
])

const makers: ReadonlySet<string> = new Set(['default', 'fastify', 'Fastify', '*'])

/** The plugin's own instance that an expression stands for; applications are left out. */
export function pluginInstanceOf(session: Session, expression: ts.Expression, site: Site): Instance | null {
  const value = session.project.values.evaluate({ expression, scope: site.scope })
  const [origin] = originsOf(value)
  return origin === undefined ? null : (site.instances.get(origin) ?? null)
}

/** The nodes that make what a chain of calls began with: the call of `fastify()`, or the parameter of a plugin. */
export function originsOf(value: Value): readonly ts.Node[] {
  if (value.kind === 'choice') return value.options.flatMap(originsOf)
  if (value.kind === 'parameter') return [value.node]
  if (value.kind !== 'call') return []
  if (isApplication(value)) return [value.node]
  return value.method !== undefined && chained.has(value.method) ? originsOf(value.callee) : []
}

/** Whether a value is what `fastify()` returns. */
function isApplication(value: Value): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'import' || value.method !== undefined) return false
  return value.callee.module === 'fastify' && makers.has(value.callee.name) && ts.isCallExpression(value.node)
}
