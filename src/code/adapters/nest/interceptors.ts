import ts from 'typescript'
import { wrappingOf } from '../../controllers/wrapping.js'
import { classOf, decorated, each, extended, lineageOf, madeBy, methodOf } from '../../decorators/read-decorators.js'
import { callsIn } from '../../program/calls-in.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Interceptor } from './interceptor.js'
import type { Route } from './route.js'

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
  if (name === 'ClassSerializerInterceptor') return { kind: 'serialise' }
  if (name !== null && neutral.test(name)) return { kind: 'nothing' }
  const unknown: Interceptor = {
    kind: 'unknown',
    reason: `the interceptor \`${node.getText().slice(0, 60)}\` may change the value`,
    at: project.locate(node),
  }
  const owner = classOf(value)
  const intercept = owner && methodOf(project, owner, 'intercept')
  if (!owner) return unknown
  if (!intercept) return inheritsSerializer(project, owner) ? { kind: 'serialise' } : unknown
  return readIntercept(intercept) ?? unknown
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

/** What `intercept` does where it hands on `next.handle()` through operators that are known; null where it does anything else. */
function readIntercept(method: ts.MethodDeclaration): Interceptor | null {
  const calls = callsIn(method)
  const named = (name: string) =>
    calls.filter((call) => ts.isPropertyAccessExpression(call.expression) && call.expression.name.text === name)
  if (named('handle').length === 0) return null
  const operators = named('pipe').flatMap((call) => call.arguments)
  const maps: ts.CallExpression[] = []
  for (const operator of operators) {
    if (!ts.isCallExpression(operator)) return null
    const name = operator.expression.getText()
    if (name === 'map') maps.push(operator)
    else if (!observing.has(name)) return null
  }
  const [map, ...more] = maps
  if (!map) return { kind: 'nothing' }
  return more.length > 0 ? null : wrapping(map)
}

function wrapping(map: ts.CallExpression): Interceptor | null {
  const [mapper] = map.arguments
  if (!mapper || !ts.isArrowFunction(mapper)) return null
  const read = wrappingOf(mapper, 0)
  return read.kind === 'unknown' ? null : read
}
