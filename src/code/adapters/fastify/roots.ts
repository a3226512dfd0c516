import ts from 'typescript'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Scope } from '../../values/value.js'
import { dispatch } from './dispatch.js'
import { createInstance, type Session, type Site } from './instance.js'
import { isRegistration, type MethodCall } from './method-call.js'
import { originsOf } from './receiver.js'

/** Every call in the project's files that may register something. */
export function registrationsIn(project: Project): readonly MethodCall[] {
  const calls: MethodCall[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isRegistration(node)) calls.push(node)
    ts.forEachChild(node, visit)
  }
  for (const file of project.files) visit(file)
  return calls
}

/** Does what is registered on applications themselves; plugins are walked from there. */
export function walkApplications(session: Session, calls: readonly MethodCall[]): void {
  for (const call of calls) {
    for (const scope of scopesOf(session.project, call)) {
      const site: Site = { scope, instances: new Map() }
      const value = session.project.values.evaluate({ expression: call.expression.expression, scope })
      for (const origin of originsOf(value)) {
        if (!ts.isCallExpression(origin)) continue
        const instance = session.roots.get(origin) ?? createInstance('', null, [])
        session.roots.set(origin, instance)
        dispatch(session, call, instance, site)
      }
    }
  }
}

function scopesOf(project: Project, node: ts.Node): readonly Scope[] {
  const scopes = project.values.scopesOf(node)
  return scopes.length === 0 ? [moduleScope] : scopes
}

/**
 * Plugins that nothing in the project registers. Where the project makes no application, as with `fastify-cli`, the
 * outermost of them are the application; else their routes are not served as far as can be seen.
 */
export function walkOrphans(session: Session, calls: readonly MethodCall[]): void {
  const orphans = [...new Set(calls.flatMap((call) => orphansAt(session, call)))]
  if (session.roots.size > 0) {
    for (const orphan of orphans) {
      session.unresolved.push({
        at: session.project.locate(orphan),
        reason: 'nothing in the project registers this plugin',
      })
    }
    return
  }
  const walked = orphans.map((orphan) => ({ orphan, result: walkAlone(session, orphan) }))
  for (const { orphan, result } of walked) {
    if (walked.some((other) => other.orphan !== orphan && other.result.plugins.has(orphan))) continue
    session.routes.push(...result.routes)
    session.unresolved.push(...result.unresolved)
  }
}

/** The plugins whose own parameter a call registers something on, and which nobody has walked. */
function orphansAt(session: Session, call: MethodCall): readonly ts.FunctionLikeDeclaration[] {
  return scopesOf(session.project, call).flatMap((scope) => {
    const value = session.project.values.evaluate({ expression: call.expression.expression, scope })
    return originsOf(value).flatMap((origin) => {
      if (!ts.isParameter(origin) || !takesInstance(session.project, origin)) return []
      const owner = origin.parent
      return isFunction(owner) && !session.plugins.has(owner) ? [owner] : []
    })
  })
}

function walkAlone(session: Session, orphan: ts.FunctionLikeDeclaration): Session {
  const alone: Session = { ...session, routes: [], unresolved: [], plugins: new Set(), active: [] }
  const site: Site = { scope: moduleScope, instances: new Map() }
  const plugin = { kind: 'function', node: orphan, scope: moduleScope } as const
  alone.walk(alone, plugin, createInstance('', null, []), site, null)
  return alone
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && !ts.isFunctionTypeNode(node)
}

function takesInstance(project: Project, parameter: ts.ParameterDeclaration): boolean {
  const type = project.checker.getTypeAtLocation(parameter)
  const name = type.aliasSymbol?.name ?? type.getSymbol()?.name ?? ''
  return /^Fastify\w*Instance/.test(name) || /^Fastify/.test(parameter.type?.getText() ?? '')
}
