import type ts from 'typescript'
import type { Scope, Value } from '../../values/value.js'
import { isRouterExpression, routerTypeOf } from './router-types.js'
import type { Handle, RouterRecord, Session } from './session.js'
import { isChaining, madeBy } from './vocabulary.js'

/** The router that a value is; null where it is none, or none that can be followed. */
export function routerOf(session: Session, value: Value): Handle | null {
  if (value.kind === 'parameter') return handedIn(session, value.node)
  if (value.kind === 'member') return value.name === 'app' ? wrapped(session, value.object) : null
  if (value.kind === 'namespace') return routerOf(session, session.project.values.property(value, 'default'))
  if (value.kind !== 'call') return null
  if (value.method === undefined) {
    const made = madeBy(value.callee)
    if (made) return { router: recordOf(session, value.node, value.scope, made === 'application', true) }
    return isRouterExpression(session.project.checker, value.node) ? wrapped(session, value) : null
  }
  const holder = routerOf(session, value.callee)
  if (!holder) return null
  const [path] = value.node.arguments ?? []
  if (value.method === 'route' && path) return { ...holder, route: { expression: path, scope: value.scope } }
  return isChaining(value.method) ? holder : null
}

/** A package's function that takes an application and gives it back, with something added. */
function wrapped(session: Session, value: Value): Handle | null {
  if (value.kind !== 'call') return null
  const [inner] = value.node.arguments ?? []
  return inner ? routerOf(session, session.project.values.evaluate({ expression: inner, scope: value.scope })) : null
}

/** `function register(app: Express)` that nobody in the project calls. */
function handedIn(session: Session, parameter: ts.ParameterDeclaration): Handle | null {
  const type = routerTypeOf(parameter)
  if (!type) return null
  return { router: recordOf(session, parameter, { bindings: new Map(), outer: null }, type === 'application', false) }
}

function recordOf(session: Session, node: ts.Node, scope: Scope, application: boolean, made: boolean): RouterRecord {
  const siblings = session.routers.get(node) ?? []
  const known = siblings.find((each) => !made || each.scope === scope)
  if (known) return known
  const at = session.project.locate(node)
  const record: RouterRecord = { node, scope, at, application, made, events: [], steps: [], params: [], mounted: false }
  session.routers.set(node, [...siblings, record])
  return record
}
