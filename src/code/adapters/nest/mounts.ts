import ts from 'typescript'
import { each, lineageOf, member, methodOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import type { Mount } from './application.js'
import { methodName } from './bootstrap.js'
import type { Route } from './route.js'

/** A middleware of `consumer.apply(…)`, and what `forRoutes(…)` keeps it to; null: everywhere, as far as can be seen. */
interface Applied {
  readonly middleware: Reference
  readonly mounts: readonly Mount[] | null
}

/** The middleware that a module's `configure` applies. Those that `exclude` keeps it from are not told apart. */
export function applied(project: Project, node: ts.ClassLikeDeclaration): readonly Applied[] {
  const configure = methodOf(project, node, 'configure')
  const found: Applied[] = []
  const search = (at: ts.Node): void => {
    const scope = named(at, 'apply') ? project.values.scopesOf(at)[0] : undefined
    if (scope && ts.isCallExpression(at)) {
      const mounts = mountsOf(project, at, scope)
      found.push(...at.arguments.map((expression) => ({ middleware: { expression, scope }, mounts })))
    }
    ts.forEachChild(at, search)
  }
  if (configure) search(configure)
  return found
}

/** Whether a request to a route may run through what is mounted there. */
export function isMountedOn(project: Project, mounts: readonly Mount[] | null, route: Route): boolean {
  return (
    mounts === null ||
    mounts.some((one) => {
      if ('controller' in one) return [...lineageOf(project, route.controller)].includes(one.controller)
      if (one.method !== null && one.method !== route.method && route.method !== 'ALL') return false
      // Prefixes of the application, of router modules and of versions stand before the path that is named.
      return one.lead === '' || `${route.path}/`.includes(`${one.lead}/`)
    })
  )
}

function mountsOf(project: Project, apply: ts.CallExpression, scope: Scope): readonly Mount[] | null {
  let call: ts.CallExpression = apply
  while (!named(call, 'forRoutes')) {
    const next: ts.Node = call.parent.parent
    if (!ts.isPropertyAccessExpression(call.parent) || !ts.isCallExpression(next)) return null
    call = next
  }
  const places = call.arguments.map((expression) => {
    const isSpread = ts.isSpreadElement(expression)
    const value = project.values.evaluate({ expression: isSpread ? expression.expression : expression, scope })
    return each(project, value).map((one) => mountOf(project, one))
  })
  const all = places.flat()
  const known = all.filter((one) => one !== null)
  return known.length === all.length && known.length > 0 ? known : null
}

function mountOf(project: Project, value: Value): Mount | null {
  if (value.kind === 'class') return { controller: value.node }
  const path = value.kind === 'literal' ? value : member(project, value, 'path')
  if (path?.kind !== 'literal' || typeof path.value !== 'string') return null
  const method = value.kind === 'literal' ? undefined : member(project, value, 'method')
  return { lead: leadOf(path.value), method: methodName(method) }
}

/** The segments before the first that is not fixed. */
function leadOf(path: string): string {
  const segments = path.split('/').filter((one) => one !== '')
  const open = segments.findIndex((one) => /[:*(){}?+]/.test(one))
  return (open === -1 ? segments : segments.slice(0, open)).map((one) => `/${one}`).join('')
}

function named(node: ts.Node, name: string): boolean {
  return (
    ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === name
  )
}
