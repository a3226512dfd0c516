import type ts from 'typescript'
import type { Scope, Value } from '../../values/value.js'
import { routerTypeOf } from './router-types.js'
import type { RouterRecord, Session } from './session.js'
import { givesRoutes, isChaining, madeBy } from './vocabulary.js'

/** The application or router that a value is; null where it is none, or none that can be followed. */
export function routerOf(session: Session, value: Value): RouterRecord | null {
  if (value.kind === 'parameter') return handedIn(session, value.node)
  if (value.kind === 'namespace') return routerOf(session, session.project.values.property(value, 'default'))
  if (value.kind !== 'call') return null
  if (value.method === undefined) {
    const made = madeBy(value.callee)
    if (made === null) return null
    const known = session.routers.get(value.node)?.find((each) => each.scope === value.scope)
    if (known !== undefined) return known
    const record = recordOf(session, value.node, value.scope, made === 'application', true)
    const prefix = prefixOf(session, value)
    if (prefix !== null) record.prefixes.push(prefix)
    return record
  }
  return isChaining(value.method) ? routerOf(session, value.callee) : null
}

/** The router whose routes a middleware runs: `router.routes()`, `router.middleware()`, or the router of `koa-joi-router`. */
export function mountedBy(session: Session, value: Value): RouterRecord | null {
  if (value.kind === 'call' && value.method !== undefined && givesRoutes(value.method)) {
    return routerOf(session, value.callee)
  }
  return null
}

/** `new Router({ prefix })`; null where none is given. */
function prefixOf({ project }: Session, { node, scope }: Extract<Value, { kind: 'call' }>): Value | null {
  const [options] = node.arguments ?? []
  if (options === undefined) return null
  const prefix = project.values.property(project.values.evaluate({ expression: options, scope }), 'prefix')
  return prefix.kind === 'literal' && prefix.value === undefined ? null : prefix
}

/** `function register(router: Router)` that nobody in the project calls. */
function handedIn(session: Session, parameter: ts.ParameterDeclaration): RouterRecord | null {
  const type = routerTypeOf(parameter)
  if (type === null) return null
  return recordOf(session, parameter, { bindings: new Map(), outer: null }, type === 'application', false)
}

function recordOf(session: Session, node: ts.Node, scope: Scope, application: boolean, made: boolean): RouterRecord {
  const siblings = session.routers.get(node) ?? []
  const known = siblings.find((each) => !made || each.scope === scope)
  if (known) return known
  const at = session.project.locate(node)
  const own = { events: [], steps: [], prefixes: [], params: [] }
  const record: RouterRecord = { node, scope, at, application, made, ...own, mounted: false }
  session.routers.set(node, [...siblings, record])
  return record
}
