import type ts from 'typescript'
import type { Step } from '../../routing/graph.js'
import { readPath } from '../../routing/path-to-regexp.js'
import { pathsOfValue } from '../../routing/paths.js'
import { report } from '../../routing/report.js'
import { memberOf } from '../../values/literals.js'
import type { Reference, Value } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { openedHandlers } from './opened.js'
import type { Session } from './session.js'
import { verbOf } from './vocabulary.js'

/** `router.route({ method, path, validate, handler })` of koa-joi-router: one route, or a list of them. */
export function describedSteps(session: Session, call: ts.CallExpression, given: Reference): readonly Step[] {
  const { project } = session
  const value = project.values.evaluate(given)
  if (value.kind === 'array') {
    if (!value.complete) report(session, project.locate(call), 'a list of described routes is not known to its end')
    return value.elements.flatMap((each) => describedSteps(session, call, each))
  }
  // The name of a route, which is looked up.
  if (value.kind === 'literal') return []
  if (value.kind !== 'object') {
    report(session, project.locate(call), `a described route cannot be followed: ${reasonOf(value)}`)
    return []
  }
  const at = project.locate(value.node)
  const handler = memberOf(value, 'handler')
  const names = textsOf(session, project.values.property(value, 'method')).flatMap((text) => text.split(' '))
  const methods = names.flatMap((name) => {
    const method = verbOf(name.toLowerCase())
    return method === undefined ? [] : [method]
  })
  const paths = pathsOfValue(project, project.values.property(value, 'path'), readPath)
  for (const problem of paths.problems) report(session, at, `the path of a route cannot be read: ${problem}`)
  if (names.length === 0) report(session, at, 'the method of a described route cannot be read')
  if (handler === null) report(session, at, 'the handler of a described route cannot be read')
  if (handler === null || methods.length === 0 || paths.templates.length === 0) return []
  const handlers = openedHandlers(project, [given, handler])
  return [{ kind: 'route', methods, paths: paths.templates, handlers, at, node: value.node }]
}

function textsOf(session: Session, value: Value): readonly string[] {
  if (value.kind === 'array')
    return value.elements.flatMap((each) => textsOf(session, session.project.values.evaluate(each)))
  return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : []
}
