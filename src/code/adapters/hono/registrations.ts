import type ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Candidate } from '../../routing/candidate.js'
import type { Template } from '../../routing/graph.js'
import { optionsOf } from '../../routing/handlers.js'
import { methodNameOf } from '../../routing/method-name.js'
import { orderOf } from '../../routing/order.js'
import { isPath, pathsOf } from '../../routing/paths.js'
import { report } from '../../routing/report.js'
import type { Reference, Scope } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { appOf } from './apps.js'
import { isApp } from './calls.js'
import { openedHandlers } from './handlers.js'
import { mountStep } from './mounts.js'
import { describedRoute, describedRoutes } from './openapi.js'
import { readPath } from './path.js'
import { placeOf } from './place.js'
import type { Session, Step } from './session.js'
import { methodNamed, servesDocument, verbOf } from './vocabulary.js'

const everywhere: readonly Template[] = [{ path: '/{*splat}', patterns: {} }]

/** Reads one call in every scope that it runs in, and notes what it registers. */
export function readCandidate(session: Session, candidate: Candidate): void {
  const { project } = session
  for (const scope of project.values.scopesOf(candidate.call)) {
    const receiver = project.values.evaluate({ expression: candidate.receiver, scope })
    for (const option of optionsOf(receiver)) {
      const handle = appOf(session, option)
      if (handle === null) {
        if (option.kind === 'literal' || !isApp(project.checker, candidate.receiver)) continue
        const name = candidate.receiver.getText()
        const at = project.locate(candidate.receiver)
        report(session, at, `the application \`${name}\` cannot be followed: ${reasonOf(option)}`)
        continue
      }
      const order = orderOf(project, candidate.call, scope)
      const steps = stepsOf(session, candidate, scope)
      handle.app.events.push(...steps.map((step) => ({ order, base: handle.base, step })))
    }
  }
}

function stepsOf(session: Session, candidate: Candidate, scope: Scope): readonly Step[] {
  const name = methodNameOf(session, candidate, scope)
  const args = candidate.call.arguments.map((expression) => ({ expression, scope }))
  const [first, ...rest] = args
  if (name === null || first === undefined) return []
  switch (name) {
    case 'onError':
      return [{ kind: 'error-handler', function: first }]
    case 'notFound':
      return [{ kind: 'not-found', function: first }]
    case 'route':
    case 'mount':
      return mountStep(session, candidate.call, name, args)
    case 'openapi':
      return describedRoute(session, candidate.call, args)
    case 'openapiRoutes':
      return describedRoutes(session, candidate.call, first)
    case 'on':
      return onSteps(session, candidate.call, args)
    case 'use': {
      const limited = isPath(session.project, first)
      const paths = limited ? read(session, candidate.call, first) : everywhere
      const handlers = openedHandlers(session.project, limited ? rest : args)
      return [{ kind: 'middleware', methods: ['ALL'], paths, handlers, ...placeOf(session, candidate.call) }]
    }
    default: {
      if (servesDocument(name)) return documentSteps(session, candidate.call, first, scope)
      const method = verbOf(name)
      return method === undefined ? [] : verbSteps(session, candidate.call, method, args)
    }
  }
}

function verbSteps(
  session: Session,
  call: ts.CallExpression,
  method: Method,
  args: readonly Reference[],
): readonly Step[] {
  const { project } = session
  const [first, ...rest] = args
  if (first === undefined) return []
  const named = isPath(project, first)
  const handlers = openedHandlers(project, named ? rest : args)
  if (handlers.length === 0) return []
  const paths = named ? read(session, call, first) : null
  return [{ kind: 'route', methods: [method], paths, handlers, ...placeOf(session, call) }]
}

/** `app.on(['PUT', 'POST'], ['/a', '/b'], handler)`. */
function onSteps(session: Session, call: ts.CallExpression, args: readonly Reference[]): readonly Step[] {
  const { project } = session
  const [names, path, ...rest] = args
  if (names === undefined || path === undefined) return []
  const known = project.values.literal(project.values.evaluate(names))
  const given = known.known ? [known.value].flat() : []
  const methods = given.flatMap((each) => (typeof each === 'string' ? (methodNamed(each) ?? []) : []))
  if (!known.known) {
    const { at } = placeOf(session, call)
    report(session, at, `the methods of a registration cannot be read: ${known.reason}`)
  }
  if (methods.length === 0) return []
  const handlers = openedHandlers(project, rest)
  return [{ kind: 'route', methods, paths: read(session, call, path), handlers, ...placeOf(session, call) }]
}

/** The call stands for the function that the package registers. */
function documentSteps(session: Session, call: ts.CallExpression, path: Reference, scope: Scope): readonly Step[] {
  const paths = read(session, call, path)
  const handlers = [{ expression: call, scope }]
  return [{ kind: 'route', methods: ['GET'], paths, handlers, generated: true, ...placeOf(session, call) }]
}

function read(session: Session, call: ts.CallExpression, path: Reference): readonly Template[] {
  const { templates, problems } = pathsOf(session.project, path, readPath)
  const { at } = placeOf(session, call)
  for (const problem of problems) report(session, at, `the path of a registration cannot be read: ${problem}`)
  return templates
}
