import ts from 'typescript'
import { classesWith } from '../../decorators/classes.js'
import { each, member, methodOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { isUnder } from '../../routing/join.js'
import { expressionAt, moduleScope, referenceTo } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import { usedOn } from './application.js'
import { chosenOf } from './chosen.js'
import type { Route } from './route.js'
import type { Server } from './server.js'
import { applied, marked, packageName } from './vocabulary.js'

/** The functions that run around an action, in order. */
interface Around {
  readonly before: readonly Reference[]
  readonly errors: readonly Reference[]
}

/** The middleware of the server, of the controller and of the action. */
export function middlewaresOf(project: Project, route: Route): Around {
  const global = globalMiddleware(project, route.server)
  const local = [route.controller, route.handler].flatMap((node) =>
    applied(project, node, 'UseBefore', 'UseAfter').flatMap(({ name, args }) =>
      args.flatMap((argument) =>
        each(project, project.values.evaluate(argument)).map((value) => ({ name, value, argument })),
      ),
    ),
  )
  const before = local
    .filter(({ name }) => name === 'UseBefore')
    .flatMap(({ value, argument }) => {
      if (value.kind !== 'class') return [argument]
      return functionsOf(project, value.node, 'use')
    })
  const errors = local.flatMap(({ value }) => (value.kind === 'class' ? functionsOf(project, value.node, 'error') : []))
  const used = usedOn(project, route.server)
  const around = used.before.filter(({ path }) => path === null || isUnder(route.path, path))
  return {
    before: [...around.map((one) => one.function), ...global.before, ...before],
    errors: [...errors, ...global.errors, ...used.errors],
  }
}

/** A method `error` of a class: the framework hands it the error first, however many parameters it takes. */
export function isErrorMethod(node: ts.SignatureDeclaration): boolean {
  return ts.isMethodDeclaration(node) && node.name.getText() === 'error'
}

const memory = new WeakMap<Server, Around>()

function globalMiddleware(project: Project, server: Server): Around {
  const known = memory.get(server)
  if (known) return known
  const classes = chosenOf(project, server.middlewares, classesWith(project, packageName, 'Middleware'))
  const sorted = [...classes].sort((left, right) => priority(project, right) - priority(project, left))
  const around = {
    before: sorted
      .filter((node) => typeOf(project, node) === 'before')
      .flatMap((node) => functionsOf(project, node, 'use')),
    errors: sorted.flatMap((node) => functionsOf(project, node, 'error')),
  }
  memory.set(server, around)
  return around
}

function optionOf(project: Project, node: ts.ClassDeclaration, name: string): unknown {
  const options = marked(project, node, 'Middleware')[0]?.args[0]
  const value = options && member(project, project.values.evaluate(options), name)
  return value?.kind === 'literal' ? value.value : undefined
}

const typeOf = (project: Project, node: ts.ClassDeclaration) => optionOf(project, node, 'type')

function priority(project: Project, node: ts.ClassDeclaration): number {
  const value = optionOf(project, node, 'priority')
  return typeof value === 'number' ? value : 0
}

/** A method of the instance that the container makes of a class. */
export function functionsOf(project: Project, node: ts.ClassLikeDeclaration, name: string): readonly Reference[] {
  const method = methodOf(project, node, name)
  if (!method) return []
  const receiver: Value = { kind: 'instance', class: node, node, scope: moduleScope }
  return [referenceTo({ kind: 'function', node: method, scope: moduleScope, receiver }, expressionAt(method.name))]
}
