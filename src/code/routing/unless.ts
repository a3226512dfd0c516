import ts from 'typescript'
import type { Method } from '../../model/endpoint.js'
import type { Project } from '../project.js'
import type { Reference, Value } from '../values/value.js'
import { type Covered, coveredByPattern, coveredByText } from './covered.js'
import type { RegisteredRoute } from './registered-route.js'

type Call = Extract<Value, { kind: 'call' }>
type Given = Extract<Value, { kind: 'object' }>

/** What a framework's `unless` takes for a path. */
interface Taken {
  /** `{ url: '/pets', methods: ['GET'] }` names a path; where it does not, such an object names none. */
  readonly objects: boolean
}

/**
 * The route with the functions that run for one of its methods: `jwt({ secret }).unless({ path: ['/login'] })` is left out where
 * the path is named there, and stands as if without `unless` where it surely is not. Where that is not known it stays as it is.
 */
export function reachedBy(project: Project, route: RegisteredRoute, method: Method, taken: Taken): RegisteredRoute {
  const mounts = new Map(route.mounts)
  const middlewares = route.middlewares.flatMap((each) => {
    const value = project.values.evaluate(each)
    if (value.kind !== 'call' || value.method !== 'unless') return [each]
    const skipped = skips(project, value, route.path, method, taken)
    const guard = skipped === null ? each : guardOf(value)
    if (skipped || guard === null) return skipped ? [] : [each]
    mounts.set(guard, route.mounts.get(each) ?? '/')
    return [guard]
  })
  return { ...route, methods: [method], middlewares, mounts }
}

/** What `unless` was called on. */
function guardOf({ node, scope }: Call): Reference | null {
  const { expression } = node
  return ts.isPropertyAccessExpression(expression) ? { expression: expression.expression, scope } : null
}

/** Whether a request to the path skips the function; null where that is not known. */
function skips(project: Project, call: Call, path: string, method: Method, taken: Taken): boolean | null {
  const [options] = call.node.arguments ?? []
  const given = options === undefined ? null : project.values.evaluate({ expression: options, scope: call.scope })
  if (given?.kind !== 'object') return null
  const answers = given.node.properties.map((property): Covered => {
    const name = property.name?.getText()
    if (name === 'path') return named(project, listIn(project, given, 'path'), path, method, taken)
    return name === 'method' ? namesMethod(listIn(project, given, 'method'), method) : 'some'
  })
  return answers.includes('all') ? true : answers.includes('some') ? null : false
}

/** The values of a field that holds one or a list of them; one that is not known stands for those that may be there unseen. */
function listIn(project: Project, given: Given, name: string): readonly Value[] {
  const value = project.values.property(given, name)
  if (value.kind !== 'array') return [value]
  const elements = value.elements.map((each) => project.values.evaluate(each))
  return value.complete ? elements : [...elements, { kind: 'unknown', reason: 'a part is not known', node: value.node }]
}

function named(project: Project, all: readonly Value[], path: string, method: Method, taken: Taken): Covered {
  const answers = all.map((each) => namesPath(project, each, path, method, taken))
  return answers.includes('all') ? 'all' : answers.includes('some') ? 'some' : 'none'
}

function namesPath(project: Project, value: Value, path: string, method: Method, taken: Taken): Covered {
  if (value.kind === 'regexp') {
    const [, source = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(value.source) ?? [null, value.source]
    return flags === '' || flags === 'g' ? coveredByPattern(source, path) : 'some'
  }
  if (value.kind === 'literal') return typeof value.value === 'string' ? coveredByText(value.value, path) : 'none'
  if (value.kind !== 'object') return 'some'
  if (!taken.objects) return 'none'
  const url = namesPath(project, project.values.property(value, 'url'), path, method, taken)
  const names = value.node.properties.map((property) => property.name?.getText())
  const [limit] = ['method', 'methods'].filter((each) => names.includes(each))
  const methods = limit === undefined ? 'all' : namesMethod(listIn(project, value, limit), method)
  if (url === 'none' || methods === 'none') return 'none'
  return url === 'all' && methods === 'all' ? 'all' : 'some'
}

function namesMethod(all: readonly Value[], method: Method): Covered {
  const isNamed = all.some((each) => each.kind === 'literal' && each.value === method)
  if (isNamed) return 'all'
  const isKnown = method !== 'ALL' && all.every((each) => each.kind === 'literal')
  return isKnown ? 'none' : 'some'
}
