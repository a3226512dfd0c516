import type ts from 'typescript'
import type { Project } from '../../project.js'
import { compareOrders, orderOf } from '../../routing/order.js'
import { isPath } from '../../routing/paths.js'
import type { Reference, Scope } from '../../values/value.js'
import { candidatesIn } from '../express/calls.js'
import { takesErrors } from '../express/router-types.js'
import type { Server } from './server.js'

/** What the code itself puts on the application that the controllers are added to. */
interface Used {
  /** Before the controllers, and below which path; null for all. */
  readonly before: readonly { readonly path: string | null; readonly function: Reference }[]
  readonly errors: readonly Reference[]
}

const memory = new WeakMap<Server, Used>()

/** Reads `app.use(…)` of the application around the controllers, whichever file it stands in. */
export function usedOn(project: Project, server: Server): Used {
  const known = memory.get(server)
  if (known) return known
  const before: Used['before'][number][] = []
  const errors: Reference[] = []
  const { application, call } = server
  const uses = application?.kind === 'call' && call ? candidatesIn(project).filter(({ name }) => name === 'use') : []
  for (const candidate of uses) {
    for (const scope of project.values.scopesOf(candidate.call)) {
      const receiver = project.values.evaluate({ expression: candidate.receiver, scope })
      if (receiver.kind !== 'call' || application?.kind !== 'call' || receiver.node !== application.node) continue
      const args = candidate.call.arguments.map((expression) => ({ expression, scope }))
      const first = args[0] && project.values.evaluate(args[0])
      const limited = args[0] !== undefined && isPath(project, args[0])
      const path = first?.kind === 'literal' && typeof first.value === 'string' ? first.value : null
      if (limited && path === null) continue
      for (const argument of limited ? args.slice(1) : args) {
        if (isErrorHandler(project, argument)) errors.push(argument)
        else if (isFirst(project, candidate.call, scope, server)) before.push({ path, function: argument })
      }
    }
  }
  const used = { before, errors }
  memory.set(server, used)
  return used
}

function isErrorHandler(project: Project, reference: Reference): boolean {
  const value = project.values.evaluate(reference)
  if (value.kind === 'function') return value.node.parameters.length === 4
  return takesErrors(project.checker, reference.expression)
}

/** Whether it runs before the controllers are added; what makes the application itself adds them at once. */
function isFirst(project: Project, use: ts.Node, scope: Scope, { call, application }: Server): boolean {
  if (!call || application?.kind !== 'call' || application.node === call) return false
  const [own = scope] = project.values.scopesOf(call)
  return compareOrders(orderOf(project, use, scope), orderOf(project, call, own)) < 0
}
