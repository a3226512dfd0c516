import ts from 'typescript'
import type { Candidate } from '../../routing/candidate.js'
import type { Step, Template } from '../../routing/graph.js'
import { flattenHandlers, optionsOf } from '../../routing/handlers.js'
import { methodNameOf } from '../../routing/method-name.js'
import { orderOf } from '../../routing/order.js'
import { paramFunctions } from '../../routing/params.js'
import { readPath } from '../../routing/path-to-regexp.js'
import { isPath, pathsOf } from '../../routing/paths.js'
import { report } from '../../routing/report.js'
import type { Reference, Scope } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { reportForwarding, reportLost } from './lost.js'
import { letsPass } from './passing.js'
import { isRouterExpression, isSomethingElse, takesErrors } from './router-types.js'
import { routerOf } from './routers.js'
import type { Handle, Session } from './session.js'
import { verbOf } from './vocabulary.js'

const everywhere: readonly Template[] = [{ path: '', patterns: {} }]

/** Reads one call in every scope that it runs in, and notes what it registers. */
export function readCandidate(session: Session, candidate: Candidate): void {
  const { project } = session
  if (isSomethingElse(project.checker, candidate.receiver)) return
  for (const scope of project.values.scopesOf(candidate.call)) {
    const receiver = project.values.evaluate({ expression: candidate.receiver, scope })
    for (const option of optionsOf(receiver)) {
      const handle = routerOf(session, option)
      if (handle) readRegistration(session, candidate, handle, scope)
      else if (option.kind !== 'literal' && isRouterExpression(project.checker, candidate.receiver)) {
        const name = candidate.receiver.getText()
        report(
          session,
          project.locate(candidate.receiver),
          `the router \`${name}\` cannot be followed: ${reasonOf(option)}`,
        )
      }
    }
  }
}

function readRegistration(session: Session, candidate: Candidate, handle: Handle, scope: Scope): void {
  const { project } = session
  const name = methodNameOf(session, candidate, scope)
  if (name === null) return
  const args = candidate.call.arguments.map((expression) => ({ expression, scope }))
  if (name === 'param') handle.router.params.push(...paramFunctions(project, args))
  const steps = name === 'use' ? useSteps(session, candidate, args) : routeSteps(session, candidate, handle, name, args)
  if (steps.length > 0) handle.router.events.push({ order: orderOf(project, candidate.call, scope), steps })
}

function routeSteps(
  session: Session,
  candidate: Candidate,
  handle: Handle,
  name: string,
  args: readonly Reference[],
): readonly Step[] {
  const { project } = session
  const method = verbOf(name)
  const [first, ...rest] = args
  const path = handle.route ?? first
  const handlers = flattenHandlers(project, handle.route ? args : rest)
  if (!method || !path || handlers.length === 0) return []
  const at = project.locate(nameNode(candidate.call))
  const paths = pathsOf(project, path, readPath)
  for (const problem of paths.problems) report(session, at, `the path of a route cannot be read: ${problem}`)
  if (paths.templates.length === 0) return []
  if (letsPass(project, handlers))
    return handlers.map((each) => ({
      kind: 'middleware',
      prefixes: paths.templates,
      function: each,
      forErrors: false,
      exactly: [method],
    }))
  return [{ kind: 'route', methods: [method], paths: paths.templates, handlers, at, node: candidate.call }]
}

function useSteps(session: Session, candidate: Candidate, args: readonly Reference[]): readonly Step[] {
  const { project } = session
  const [first] = args
  const limited = first !== undefined && isPath(project, first)
  const paths = limited ? pathsOf(project, first, readPath) : { templates: everywhere, problems: [] }
  const at = project.locate(nameNode(candidate.call))
  const used = flattenHandlers(project, limited ? args.slice(1) : args)
  const steps = used.flatMap((each) => usedSteps(session, each, paths.templates, at))
  for (const problem of paths.problems) {
    const mounts = used.some((each) =>
      optionsOf(project.values.evaluate(each)).some((value) => routerOf(session, value)),
    )
    if (mounts) report(session, at, `the prefix of a mount cannot be read: ${problem}`)
  }
  return steps
}

function usedSteps(
  session: Session,
  used: Reference,
  prefixes: readonly Template[],
  at: ReturnType<Session['project']['locate']>,
): readonly Step[] {
  const { project } = session
  return optionsOf(project.values.evaluate(used)).flatMap((value): readonly Step[] => {
    const handle = routerOf(session, value)
    if (handle) {
      handle.router.mounted = true
      return [{ kind: 'mount', prefixes, child: handle.router, at }]
    }
    if (value.kind === 'literal') return []
    if (value.kind !== 'function' && reportLost(session, used, value, prefixes)) return []
    reportForwarding(session, used, value, prefixes)
    const forErrors =
      value.kind === 'function' ? value.node.parameters.length === 4 : takesErrors(project.checker, used.expression)
    return [{ kind: 'middleware', prefixes, function: used, forErrors }]
  })
}

/** The name that is called: of a chain, the line of its own call. */
function nameNode(call: ts.CallExpression): ts.Node {
  return ts.isPropertyAccessExpression(call.expression) ? call.expression.name : call
}
