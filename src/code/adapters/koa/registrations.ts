import ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Candidate } from '../../routing/candidate.js'
import type { Step } from '../../routing/graph.js'
import { optionsOf } from '../../routing/handlers.js'
import { methodNameOf } from '../../routing/method-name.js'
import { orderOf } from '../../routing/order.js'
import { paramFunctions } from '../../routing/params.js'
import { readPath } from '../../routing/path-to-regexp.js'
import { isPath, pathsOf } from '../../routing/paths.js'
import { report } from '../../routing/report.js'
import type { Reference, Scope } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { describedSteps } from './described.js'
import { openedHandlers } from './opened.js'
import { isRouterExpression } from './router-types.js'
import { routerOf } from './routers.js'
import type { RouterRecord, Session } from './session.js'
import { useSteps } from './uses.js'
import { verbOf } from './vocabulary.js'

/** Reads one call in every scope that it runs in, and notes what it registers. */
export function readCandidate(session: Session, candidate: Candidate): void {
  const { project } = session
  for (const scope of project.values.scopesOf(candidate.call)) {
    const receiver = project.values.evaluate({ expression: candidate.receiver, scope })
    for (const option of optionsOf(receiver)) {
      const router = routerOf(session, option)
      if (router) readRegistration(session, candidate, router, scope)
      else if (option.kind !== 'literal' && isRouterExpression(project.checker, candidate.receiver)) {
        const reason = `the router \`${candidate.receiver.getText()}\` cannot be followed: ${reasonOf(option)}`
        report(session, project.locate(candidate.receiver), reason)
      }
    }
  }
}

function readRegistration(session: Session, candidate: Candidate, router: RouterRecord, scope: Scope): void {
  const { project } = session
  const name = methodNameOf(session, candidate, scope)
  if (name === null) return
  const args = candidate.call.arguments.map((expression) => ({ expression, scope }))
  const steps = stepsOf(session, candidate, router, name, args)
  if (steps.length > 0) router.events.push({ order: orderOf(project, candidate.call, scope), steps })
}

function stepsOf(
  session: Session,
  { call }: Candidate,
  router: RouterRecord,
  name: string,
  args: readonly Reference[],
): readonly Step[] {
  const { values } = session.project
  const [first, second] = args
  if (first === undefined) return []
  switch (name) {
    case 'use':
      return useSteps(session, call, args)
    case 'prefix':
      router.prefixes.push(values.evaluate(first))
      return []
    case 'param':
      router.params.push(...paramFunctions(session.project, args))
      return []
    case 'redirect':
      return redirectSteps(session, call, first)
    case 'register':
      return second === undefined
        ? []
        : routeSteps(session, call, methodsOf(session, second), [first, ...args.slice(2)])
    case 'route':
      return describedSteps(session, call, first)
    default: {
      const method = verbOf(name)
      return method === undefined ? [] : routeSteps(session, call, [method], withoutName(session, args))
    }
  }
}

/** `router.redirect('/old', '/new')`; the first may be the name of a route, of which the path is not looked up. */
function redirectSteps(session: Session, call: ts.CallExpression, source: Reference): readonly Step[] {
  const { project } = session
  const at = project.locate(ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call)
  const { templates, problems } = isPath(project, source)
    ? pathsOf(project, source, readPath)
    : { templates: [], problems: ['it is the name of another route'] }
  for (const problem of problems) report(session, at, `the path of a redirection cannot be read: ${problem}`)
  const handlers = [{ expression: call, scope: source.scope }]
  return templates.length === 0 ? [] : [{ kind: 'route', methods: ['ALL'], paths: templates, handlers, at, node: call }]
}

/** `router.get('pet', '/pets/:id', handler)`: the first text is the name that the route goes by. */
function withoutName(session: Session, args: readonly Reference[]): readonly Reference[] {
  const [first, second] = args
  if (first === undefined || second === undefined || args.length < 3) return args
  const named = session.project.values.evaluate(first)
  return named.kind === 'literal' && isPath(session.project, second) ? args.slice(1) : args
}

function methodsOf({ project }: Session, reference: Reference): readonly Method[] {
  const value = project.values.evaluate(reference)
  const names = value.kind === 'array' ? value.elements.map((each) => project.values.evaluate(each)) : [value]
  return names.flatMap((each) => {
    const method = each.kind === 'literal' ? verbOf(String(each.value).toLowerCase()) : undefined
    return method === undefined ? [] : [method]
  })
}

function routeSteps(
  session: Session,
  call: ts.CallExpression,
  methods: readonly Method[],
  [path, ...rest]: readonly Reference[],
): readonly Step[] {
  const { project } = session
  const handlers = openedHandlers(project, rest)
  if (path === undefined || handlers.length === 0 || methods.length === 0) return []
  const at = project.locate(ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call)
  const paths = pathsOf(project, path, readPath)
  for (const problem of paths.problems) report(session, at, `the path of a route cannot be read: ${problem}`)
  return paths.templates.length === 0
    ? []
    : [{ kind: 'route', methods, paths: paths.templates, handlers, at, node: call }]
}
