import ts from 'typescript'
import type { Gap } from '../../../model/endpoint.js'
import { wrappingOf } from '../../controllers/wrapping.js'
import type { WriteOptions } from '../../controllers/write-options.js'
import { classOf, decorated, each, extended, lineageOf, madeBy, methodOf } from '../../decorators/read-decorators.js'
import { callsIn } from '../../program/calls-in.js'
import { returnedIn } from '../../program/returns-in.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Interceptor } from './interceptor.js'
import type { Route } from './route.js'
import { writeOptions } from './serialising.js'
import { setOnResponse } from './set-on-response.js'
import { throwsOf } from './throws.js'

/** Interceptors of packages that leave the value as it is. */
const neutral =
  /^(File|Files|FileFields|AnyFiles|NoFiles)Interceptor$|^CacheInterceptor$|^SentryInterceptor$|^LoggerErrorInterceptor$/

/** The interceptors of a route in the order in which the value leaves: route, controller, application. */
export function interceptorsOf(project: Project, route: Route): readonly Interceptor[] {
  const local = [route.handler, ...lineageOf(project, route.controller)].flatMap((node) =>
    decorated(project, node, 'UseInterceptors').flatMap(({ args }) =>
      args.flatMap((argument) =>
        each(project, project.values.evaluate(argument)).map((value) => ({ value, node: argument.expression })),
      ),
    ),
  )
  const global = route.application.interceptors.map((value) => ({
    value,
    node: 'node' in value ? value.node : route.handler,
  }))
  return [...local, ...global].map(({ value, node }) => readInterceptor(project, value, node))
}

function readInterceptor(project: Project, value: Value, node: ts.Node): Interceptor {
  const name = packageName(value)
  if (name === 'ClassSerializerInterceptor') return { kind: 'serialise', options: given(project, value) }
  if (name !== null && neutral.test(name)) return { kind: 'nothing' }
  const unknown: Interceptor = {
    kind: 'unknown',
    reason: `the interceptor \`${node.getText().slice(0, 60)}\` may change the value`,
    at: project.locate(node),
  }
  const owner = classOf(value)
  const intercept = owner && methodOf(project, owner, 'intercept')
  if (!owner) return unknown
  if (!intercept) return inheritsSerializer(project, owner) ? { kind: 'serialise', options: {} } : unknown
  return readIntercept(project, intercept, unknown)
}

/** The options of `new ClassSerializerInterceptor(reflector, options)`. */
function given(project: Project, value: Value): Partial<WriteOptions> {
  const options = madeBy(value)?.args[1]
  return options ? writeOptions(project, options) : {}
}

function inheritsSerializer(project: Project, owner: ts.ClassLikeDeclaration): boolean {
  return [...lineageOf(project, owner)].some((node) => {
    const base = extended(node)
    return (
      base !== undefined &&
      packageName(project.values.evaluate({ expression: base, scope: moduleScope })) === 'ClassSerializerInterceptor'
    )
  })
}

function packageName(value: Value): string | null {
  if (value.kind === 'import') return value.name.replace(/^.*\./, '')
  return madeBy(value)?.name.replace(/^.*\./, '') ?? null
}

const observing = new Set(['tap', 'timeout', 'catchError', 'finalize', 'retry', 'delay', 'share'])

/** What `intercept` does where it hands on `next.handle()` through operators that are known, and beside that. */
function readIntercept(project: Project, method: ts.MethodDeclaration, unknown: Interceptor): Interceptor {
  const { exceptions, unseen } = throwsOf(project, method)
  const catchers = operatorsIn(method).filter((one) => named(one) === 'catchError')
  const beside = {
    exceptions,
    catches: catchers.length > 0 && (exceptions.length > 0 || catchers.some(givesValue)),
    method,
    sets: setOnResponse(project, method),
    gaps: unseen.map(({ reason, at }): Gap => ({ about: 'status', reason, at })),
  }
  if (returnedIn(method).some((one) => !comesFromHandle(project, one))) return { ...unknown, ...beside }
  if (catchers.some(givesValue)) return { ...unknown, ...beside }
  return { ...(changeOf(method) ?? unknown), ...beside }
}

function changeOf(method: ts.MethodDeclaration): Interceptor | null {
  const operators = operatorsIn(method)
  const maps: ts.CallExpression[] = []
  for (const operator of operators) {
    if (!ts.isCallExpression(operator)) return null
    const name = named(operator)
    if (name === 'map') maps.push(operator)
    else if (name === null || !observing.has(name)) return null
  }
  const [map, ...more] = maps
  if (!map) return { kind: 'nothing' }
  return more.length > 0 ? null : wrapping(map)
}

function operatorsIn(method: ts.MethodDeclaration): readonly ts.Expression[] {
  return callsIn(method)
    .filter((call) => ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === 'pipe')
    .flatMap((call) => call.arguments)
}

function named(operator: ts.Expression): string | null {
  return ts.isCallExpression(operator) ? operator.expression.getText() : null
}

/** Whether what leaves is what the handler gave: another value may be sent in its place. */
function comesFromHandle(project: Project, returned: ts.Expression): boolean {
  if (
    callsIn(returned).some(
      ({ expression }) => ts.isPropertyAccessExpression(expression) && expression.name.text === 'handle',
    )
  )
    return true
  let root: ts.Expression = returned
  while (ts.isCallExpression(root) || ts.isPropertyAccessExpression(root)) root = root.expression
  const declared = ts.isIdentifier(root) && project.checker.getSymbolAtLocation(root)?.valueDeclaration
  if (!declared || !ts.isVariableDeclaration(declared) || !declared.initializer) return false
  return comesFromHandle(project, declared.initializer)
}

/** A `catchError` that goes on with a value in place of the error. */
function givesValue(operator: ts.Expression): boolean {
  const [handler] = ts.isCallExpression(operator) ? operator.arguments : []
  if (!handler || !(ts.isArrowFunction(handler) || ts.isFunctionExpression(handler))) return true
  return returnedIn(handler.body).some((one) => !/^throwError\b/.test(one.getText()))
}

function wrapping(map: ts.CallExpression): Interceptor | null {
  const [mapper] = map.arguments
  if (!mapper || !ts.isArrowFunction(mapper)) return null
  const read = wrappingOf(mapper, 0)
  return read.kind === 'unknown' ? null : read
}
