import type ts from 'typescript'
import type { Project } from '../../project.js'
import type { Template } from '../../routing/graph.js'
import { report } from '../../routing/report.js'
import { memberOf } from '../../values/literals.js'
import type { Reference, Value } from '../../values/value.js'
import { openedHandlers } from './handlers.js'
import { placeOf } from './place.js'
import type { Session, Step } from './session.js'
import { methodNamed } from './vocabulary.js'

/** `app.openapi(createRoute({ method, path, request, … }), handler)` of `@hono/zod-openapi`. */
export function describedRoute(
  session: Session,
  call: ts.CallExpression,
  [route, handler, hook]: readonly Reference[],
): readonly Step[] {
  const { project } = session
  if (route === undefined || handler === undefined) return []
  const place = placeOf(session, call)
  const description = optionsOfRoute(project, project.values.evaluate(route))
  const member = (name: string) => project.values.property(description, name)
  const method = textOf(member('method'))
  const path = textOf(member('path'))
  const known = method === null ? null : methodNamed(method)
  if (known === null || path === null) {
    report(session, place.at, 'the method or path of a route object cannot be read')
    return []
  }
  const before = memberOf(description, 'middleware')
  const handlers = openedHandlers(project, before === null ? [handler] : [before, handler])
  const own = hook === undefined ? {} : { hook }
  return [{ kind: 'route', methods: [known], paths: [templateOf(path)], handlers, ...place, description, ...own }]
}

/** `app.openapiRoutes([defineOpenAPIRoute({ route, handler, hook })])`. */
export function describedRoutes(session: Session, call: ts.CallExpression, list: Reference): readonly Step[] {
  const { values } = session.project
  const all = values.evaluate(list)
  if (all.kind !== 'array' || !all.complete)
    report(session, placeOf(session, call).at, 'some route objects of a list cannot be read')
  return (all.kind === 'array' ? all.elements : []).flatMap((element) => {
    const given = optionsOfRoute(session.project, values.evaluate(element))
    const isLeftOut = values.property(given, 'addRoute')
    if (isLeftOut.kind === 'literal' && isLeftOut.value === false) return []
    const [route, handler, hook] = ['route', 'handler', 'hook'].map((name) => memberOf(given, name))
    if (route == null || handler == null) {
      report(session, placeOf(session, call).at, 'a route object of a list cannot be read')
      return []
    }
    return describedRoute(session, call, hook == null ? [route, handler] : [route, handler, hook])
  })
}

/** The object that `createRoute`, or `defineOpenAPIRoute`, is handed. */
function optionsOfRoute(project: Project, value: Value): Value {
  if (value.kind !== 'call') return value
  const [options] = value.node.arguments ?? []
  return options === undefined ? value : project.values.evaluate({ expression: options, scope: value.scope })
}

function textOf(value: Value): string | null {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : null
}

/** Its paths are templates already: `/pets/{id}`, `/pets/{id:[0-9]+}`. */
function templateOf(path: string): Template {
  const patterns: Record<string, string> = {}
  const plain = path.replace(/\{(\w+):([^}]+)\}/g, (_, name: string, pattern: string) => {
    patterns[name] = `^(?:${pattern})$`
    return `{${name}}`
  })
  return { path: plain === '/' ? '' : plain, patterns }
}
