import type ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Wrapping } from '../../controllers/wrap.js'
import { wrapped, wrappingOf } from '../../controllers/wrapping.js'
import { classesWith } from '../../decorators/classes.js'
import { each, methodOf } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { chosenOf } from './chosen.js'
import type { Route } from './route.js'
import { applied, packageName } from './vocabulary.js'

/** What the interceptors of a route do to the returned value, in the order in which they run. */
export function interceptorsOf(project: Project, route: Route): readonly Wrapping[] {
  const global = chosenOf(project, route.server.interceptors, classesWith(project, packageName, 'Interceptor'))
  const local = [route.controller, route.handler].flatMap((node) =>
    applied(project, node, 'UseInterceptor').flatMap(({ args }) =>
      args.flatMap((argument) => each(project, project.values.evaluate(argument))),
    ),
  )
  const functions = [
    ...global.map((node) => methodOf(project, node, 'intercept')),
    ...local.map((one) => functionOf(project, one)),
  ]
  return functions.map((one) => (one ? wrappingOf(one, 1) : unread))
}

const unread: Wrapping = { kind: 'unknown', reason: 'an interceptor that is not read may change the value' }

function functionOf(project: Project, value: Value): ts.FunctionLikeDeclaration | undefined {
  if (value.kind === 'function') return value.node
  return value.kind === 'class' ? methodOf(project, value.node, 'intercept') : undefined
}

export function intercepted(project: Project, interceptors: readonly Wrapping[], value: Schema): Schema {
  return interceptors.reduce((schema: Schema, one): Schema => {
    if (one.kind === 'unknown') return { inexact: one.reason }
    return one.kind === 'wrap' ? wrapped(project, one, schema) : schema
  }, value)
}
