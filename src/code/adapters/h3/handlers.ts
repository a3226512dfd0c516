import ts from 'typescript'
import type { Project } from '../../project.js'
import { flattenHandlers } from '../../routing/handlers.js'
import { memberOf } from '../../values/literals.js'
import type { Reference, Value } from '../../values/value.js'

/** What a route runs: functions that may refuse the request, and the one that answers. */
interface RouteHandlers {
  readonly before: readonly Reference[]
  readonly handler: Reference
}

/** `defineEventHandler({ onRequest, handler })` in its parts; what `defineLazyEventHandler` makes; any other as it is. */
export function handlersOf(project: Project, reference: Reference): RouteHandlers {
  const made = lazily(project, project.values.evaluate(reference))
  const handler = made === null ? reference : { expression: made.node, scope: made.scope }
  const value = made ?? project.values.evaluate(reference)
  const [options] = value.kind === 'call' ? (value.node.arguments ?? []) : []
  if (value.kind !== 'call' || options === undefined) return { before: [], handler }
  const object = project.values.evaluate({ expression: options, scope: value.scope })
  const inner = memberOf(object, 'handler')
  const first = memberOf(object, 'onRequest')
  if (inner === null) return { before: [], handler }
  return { before: first === null ? [] : flattenHandlers(project, [first]), handler: inner }
}

/** The call that makes the handler, in the function that a lazy one is made by. */
function lazily(project: Project, value: Value): Extract<Value, { kind: 'call' }> | null {
  if (value.kind !== 'call' || value.callee.kind !== 'import') return null
  if (!/^(define)?[Ll]azyEventHandler$/.test(value.callee.name) || !ts.isCallExpression(value.node)) return null
  const [maker] = value.node.arguments
  if (maker === undefined) return null
  const made = project.values.call(project.values.evaluate({ expression: maker, scope: value.scope }), [], value.node)
  return made.kind === 'call' ? made : null
}
