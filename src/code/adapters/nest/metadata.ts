import type ts from 'typescript'
import { decorated, decorationsOf, lineageOf, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'

/** What metadata is stored under: the text of a key, or the decorator that the Reflector created. */
export function keyOf(project: Project, value: Value): unknown {
  if (value.kind === 'call') return value.node
  const data = project.values.literal(value)
  return data.known ? data.value : null
}

/** Whether a route, or its controller, carries metadata under a key that is not known before run time. */
export function carriesUnread(
  project: Project,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
): boolean {
  return [handler, ...lineageOf(project, controller)].some((node) =>
    decorated(project, node, 'SetMetadata').some(
      ({ args: [key] }) => key !== undefined && keyOf(project, project.values.evaluate(key)) === null,
    ),
  )
}

/** Whether a route, or its controller, carries metadata under one of the keys; `false` stored there does not count. */
export function carries(
  project: Project,
  controller: ts.ClassLikeDeclaration,
  handler: ts.MethodDeclaration,
  keys: readonly unknown[],
): boolean {
  if (keys.length === 0) return false
  return [handler, ...lineageOf(project, controller)].some((node) =>
    decorationsOf(project, node).some((one) => {
      if (one.module === null)
        return one.value.kind === 'call' && one.value.callee.kind === 'call' && keys.includes(one.value.callee.node)
      if (one.name !== 'SetMetadata' || !one.args[0]) return false
      return (
        keys.includes(keyOf(project, project.values.evaluate(one.args[0]))) && plain(project, one.args[1]) !== false
      )
    }),
  )
}
