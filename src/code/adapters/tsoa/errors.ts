import type ts from 'typescript'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import { candidatesIn } from '../express/calls.js'

const memory = new WeakMap<Project, readonly Reference[]>()

/** The error handlers of the application that the generated routes are registered on, wherever they stand. */
export function errorHandlersOf(project: Project): readonly Reference[] {
  const known = memory.get(project)
  if (known) return known
  const found = candidatesIn(project)
    .filter(({ name }) => name === 'use')
    .flatMap(({ call }) => project.values.scopesOf(call).flatMap((scope) => handlersIn(project, call, scope)))
  memory.set(project, found)
  return found
}

function handlersIn(project: Project, call: ts.CallExpression, scope: Reference['scope']): readonly Reference[] {
  return call.arguments
    .map((expression) => ({ expression, scope }))
    .filter((argument) => {
      const value = project.values.evaluate(argument)
      return value.kind === 'function' && value.node.parameters.length === 4
    })
}
