import ts from 'typescript'
import type { Location } from '../../../model/location.js'
import type { Step, Template } from '../../routing/graph.js'
import { flattenHandlers, optionsOf } from '../../routing/handlers.js'
import { joinTemplates } from '../../routing/join.js'
import { readPath } from '../../routing/path-to-regexp.js'
import { isPath, pathsOf } from '../../routing/paths.js'
import { report } from '../../routing/report.js'
import type { Reference, Value } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { isRouterExpression } from './router-types.js'
import { mountedBy, routerOf } from './routers.js'
import type { RouterRecord, Session } from './session.js'

const everywhere: readonly Template[] = [{ path: '', patterns: {} }]

/** What `use` registers: routers under a prefix, applications that `koa-mount` mounts, lists of both, and functions. */
export function useSteps(session: Session, call: ts.CallExpression, args: readonly Reference[]): readonly Step[] {
  const { project } = session
  const [first] = args
  const limited = first !== undefined && isPath(project, first)
  const paths = limited ? pathsOf(project, first, readPath) : { templates: everywhere, problems: [] }
  const at = project.locate(ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call)
  for (const problem of paths.problems) report(session, at, `the prefix of a mount cannot be read: ${problem}`)
  const used = flattenHandlers(project, limited ? args.slice(1) : args)
  return used.flatMap((each) => usedSteps(session, each, paths.templates, at))
}

function usedSteps(session: Session, used: Reference, prefixes: readonly Template[], at: Location): readonly Step[] {
  const value = session.project.values.evaluate(used)
  return optionsOf(value).flatMap((option) => stepsOf(session, used, option, prefixes, at))
}

function stepsOf(
  session: Session,
  used: Reference,
  value: Value,
  prefixes: readonly Template[],
  at: Location,
): readonly Step[] {
  const { project } = session
  const router = mountedBy(session, value)
  if (router !== null) return [mount(router, prefixes, at)]
  if (value.kind === 'literal') return []
  if (value.kind === 'call') {
    if (value.method === 'allowedMethods') return []
    const joined = joinedBy(value)
    const args = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
    if (joined === 'koa-compose') {
      return flattenHandlers(project, args).flatMap((each) => usedSteps(session, each, prefixes, at))
    }
    if (joined === 'koa-mount') return koaMounted(session, args, prefixes, at)
    if (joined === 'koa-combine-routers' && value.callee.kind === 'call') {
      const { node, scope } = value.callee
      const routers = flattenHandlers(
        project,
        (node.arguments ?? []).map((expression) => ({ expression, scope })),
      )
      return routers.flatMap((each) => mountOf(session, each, prefixes, at))
    }
  }
  if (value.kind !== 'function' && isRouterExpression(project.checker, used.expression)) {
    report(
      session,
      project.locate(used.expression),
      `the router \`${used.expression.getText()}\` cannot be followed: ${reasonOf(value)}`,
    )
    return []
  }
  return [{ kind: 'middleware', prefixes, function: used, forErrors: false }]
}

function mount(child: RouterRecord, prefixes: readonly Template[], at: Location): Step {
  child.mounted = true
  return { kind: 'mount', prefixes, child, at }
}

/** The package whose function puts others together here. */
function joinedBy(value: Extract<Value, { kind: 'call' }>): string | null {
  const { callee } = value
  if (callee.kind === 'import') return callee.module
  return callee.kind === 'call' && callee.callee.kind === 'import' ? callee.callee.module : null
}

/** `mount('/v1', application)`, `mount(application)`. */
function koaMounted(
  session: Session,
  args: readonly Reference[],
  prefixes: readonly Template[],
  at: Location,
): readonly Step[] {
  const { project } = session
  const [first, second] = args
  if (first === undefined) return []
  if (second === undefined) return mountOf(session, first, prefixes, at)
  const paths = pathsOf(project, first, readPath)
  for (const problem of paths.problems) report(session, at, `the prefix of a mount cannot be read: ${problem}`)
  const below = prefixes.flatMap((prefix) => paths.templates.map((path) => joinTemplates(prefix, path)))
  return mountOf(session, second, below, at)
}

/** An application or router itself, or the middleware that it gives. */
function mountOf(session: Session, given: Reference, prefixes: readonly Template[], at: Location): readonly Step[] {
  return optionsOf(session.project.values.evaluate(given)).flatMap((option) => {
    const router = routerOf(session, option)
    return router === null ? stepsOf(session, given, option, prefixes, at) : [mount(router, prefixes, at)]
  })
}
