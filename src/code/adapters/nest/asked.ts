import type ts from 'typescript'
import type { Gap, Parameter } from '../../../model/endpoint.js'
import type { Schema } from '../../../model/schema.js'
import { argumentsOf, decorationsOf } from '../../decorators/read-decorators.js'
import type { Dialect } from '../../handlers/dialect.js'
import { express } from '../../handlers/dialects/express.js'
import { readExchange } from '../../handlers/read-exchange.js'
import type { Project } from '../../project.js'
import { expressionAt, moduleScope, referenceTo } from '../../values/scope.js'
import type { Value } from '../../values/value.js'
import type { Exception } from './exception.js'
import { interceptorsOf } from './interceptors.js'
import { takersOn } from './middleware.js'
import type { Route } from './route.js'
import { guardsOf } from './security.js'
import { throwsOf } from './throws.js'

/** What a function beside the handler takes from the request, and what it throws. */
interface Asked {
  readonly parameters: readonly Parameter[]
  /** Fields of the body. */
  readonly fields: Readonly<Record<string, Schema>>
  readonly exceptions: readonly Exception[]
  readonly gaps: readonly Gap[]
}

/** What a parameter decorator of the project takes from the request: the function that `createParamDecorator` was handed. */
export function askedBy(project: Project, route: Route, node: ts.ParameterDeclaration): Asked {
  const factories = decorationsOf(project, node).flatMap((one): readonly Value[] => {
    if (one.module !== null || one.value.kind !== 'call') return []
    const made = one.value.callee.kind === 'call' ? one.value.callee : one.value
    if (made.callee.kind !== 'import' || !made.callee.name.endsWith('createParamDecorator')) return []
    const [factory] = argumentsOf(made.node, made.scope)
    return factory ? [project.values.evaluate(factory)] : []
  })
  const read = factories.map((factory) => {
    if (factory.kind === 'function') return takenBy(project, route, factory, [null, 'context'])
    const reason = 'a decorated parameter is not followed'
    return { parameters: [], fields: {}, exceptions: [], gaps: gapsAbout(project, node, reason) }
  })
  return {
    parameters: read.flatMap(({ parameters }) => parameters),
    fields: Object.assign({}, ...read.map(({ fields }) => fields)),
    exceptions: read.flatMap(({ exceptions }) => exceptions),
    gaps: read.flatMap(({ gaps }) => gaps),
  }
}

/**
 * What the guards, the interceptors and the middleware around a handler are seen to take by name. It stands for what is
 * documented, and a document that leaves it out is not in error.
 */
export function takenAround(project: Project, route: Route): readonly Parameter[] {
  const inContext = [...guardsOf(project, route), ...interceptorsOf(project, route)].flatMap(({ method }) =>
    method ? [takenBy(project, route, { kind: 'function', node: method, scope: moduleScope }, ['context'])] : [],
  )
  const mounted = takersOn(project, route).map((fn) => takenBy(project, route, fn, ['request', 'response', 'next']))
  return [...inContext, ...mounted].flatMap(({ parameters }) => parameters.map((one) => ({ ...one, implied: true })))
}

/** What one function takes that is handed the execution context, or request and response themselves. */
function takenBy(
  project: Project,
  { method, path, handler }: Route,
  fn: Extract<Value, { kind: 'function' }>,
  roles: ReturnType<Dialect['roles']>,
): Asked {
  const at = project.locate(handler.name)
  const reference = referenceTo(fn, expressionAt(fn.node))
  const chain = { method, path, at, middlewares: [], handlers: [reference], errorHandlers: [] }
  const read = readExchange(project, chain, contextInHand(fn.node, roles))
  const taken = read.body?.contents[0]?.schema.properties ?? {}
  const gaps = read.gaps.filter(({ about }) => about === 'query' || about === 'header' || about === 'cookie')
  return {
    parameters: read.parameters.filter((one) => one.in !== 'path'),
    fields: taken,
    exceptions: throwsOf(project, fn.node).exceptions,
    gaps: read.body ? [...gaps, { about: 'request', reason: 'a decorated parameter reads the body', at }] : gaps,
  }
}

function gapsAbout(project: Project, node: ts.Node, reason: string): readonly Gap[] {
  return (['query', 'header', 'request'] as const).map((about) => ({ about, reason, at: project.locate(node) }))
}

/** `context.switchToHttp().getRequest()`. */
function contextInHand(fn: ts.SignatureDeclaration, roles: ReturnType<Dialect['roles']>): Dialect {
  return {
    ...express,
    roles: (handler) => (handler === fn ? roles : []),
    member: (role, name, args) => {
      if (role !== 'context') return express.member(role, name, args)
      if (name === 'switchToHttp') return { kind: 'role', role: 'context' }
      if (name === 'getRequest') return { kind: 'role', role: 'request' }
      return name === 'getResponse' ? { kind: 'role', role: 'response' } : null
    },
    respond: (method, args, role) => (role === 'context' ? null : express.respond(method, args, role)),
  }
}
