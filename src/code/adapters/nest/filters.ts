import ts from 'typescript'
import type { Response } from '../../../model/endpoint.js'
import { classOf, decorated, each, lineageOf, methodOf } from '../../decorators/read-decorators.js'
import { callsIn } from '../../program/calls-in.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { exceptionOf } from './exception-status.js'
import type { Filters } from './filter.js'
import type { Route } from './route.js'
import { scopeAt } from './scope-at.js'
import { statusesNamed } from './status.js'

export function readFilters(project: Project, route: Route): Filters {
  const local = [route.handler, ...lineageOf(project, route.controller)].flatMap((node) =>
    decorated(project, node, 'UseFilters').flatMap(({ args }) =>
      args.flatMap((argument) => each(project, project.values.evaluate(argument))),
    ),
  )
  const read = [...local, ...route.application.filters].map((value) => readFilter(project, value, route.handler))
  return {
    rewrites: read.find(({ rewrites }) => rewrites !== null)?.rewrites ?? null,
    responses: read.flatMap(({ responses }) => responses),
    gaps: read.flatMap(({ gaps }) => gaps),
  }
}

function readFilter(project: Project, value: Value, handler: ts.Node): Filters {
  const owner = classOf(value)
  const method = owner && methodOf(project, owner, 'catch')
  const at = project.locate('node' in value ? value.node : handler)
  if (!owner || !method?.body) {
    const reason = 'an exception filter is not read'
    return { rewrites: reason, responses: [], gaps: [{ about: 'status', reason, at }] }
  }
  if (handsOn(method.body)) return { rewrites: null, responses: handedOn(project, method.body), gaps: [] }
  const rewrites = `the exception filter ${owner.name?.text ?? ''} writes the body`
  const contents = [{ mediaType: 'application/json', schema: { inexact: rewrites }, at }]
  const responses = statusesNamed(owner).map(
    (status): Response => ({ status: String(status), contents, headers: [], at, implied: true }),
  )
  return { rewrites, responses, gaps: [] }
}

/** The answers to errors that a filter makes and hands to `super.catch` in place of those that it caught. */
function handedOn(project: Project, body: ts.Block): readonly Response[] {
  return callsIn(body).flatMap(({ expression, arguments: [error] }): Response[] => {
    if (expression.getText() !== 'super.catch' || !error) return []
    const made = exceptionOf(project, error, scopeAt(project, error))
    if (!made || made.status === null) return []
    const contents = [{ mediaType: 'application/json', schema: made.body, at: made.at, implied: true as const }]
    return [{ status: String(made.status), contents, headers: [], at: made.at, implied: true }]
  })
}

/** A filter that only logs and then calls `super.catch`. */
function handsOn(body: ts.Block): boolean {
  return (
    body.statements.some(
      (statement) => ts.isExpressionStatement(statement) && statement.expression.getText().startsWith('super.catch('),
    ) && !/\.(json|send|reply)\(/.test(body.getText())
  )
}
