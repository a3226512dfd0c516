import ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import { argumentsOf, each, member } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { allChecks, readChecks } from '../../validators/class-validator/checks.js'
import type { Value } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import { statusNumber } from '../nest/status.js'
import type { Chosen, Server } from './server.js'

const makers: Readonly<Record<string, { readonly options: number; readonly koa: boolean }>> = {
  createExpressServer: { options: 0, koa: false },
  useExpressServer: { options: 1, koa: false },
  createKoaServer: { options: 0, koa: true },
  useKoaServer: { options: 1, koa: true },
}

const everything: Chosen = { kind: 'all' }

/** Every server that the project makes; where none is in sight, one with the framework's own settings and all controllers. */
export function readServers(project: Project): {
  readonly servers: readonly Server[]
  readonly unresolved: readonly Unresolved[]
} {
  const unresolved: Unresolved[] = []
  const servers = [...callsOf(project)].flatMap(({ call, options, koa }) =>
    project.values.scopesOf(call).map((scope) => {
      const args = argumentsOf(call, scope)
      const [value, given] = [args[options], args[0]].map((one) => one && project.values.evaluate(one))
      const made: Value = {
        kind: 'call',
        callee: project.values.evaluate({ expression: call.expression, scope }),
        node: call,
        scope,
      }
      const server = serverOf(project, value ?? null, koa, call, unresolved)
      return { ...server, call, application: options === 0 ? made : (given ?? null) }
    }),
  )
  if (servers.length > 0) return { servers, unresolved }
  return { servers: [blank(false)], unresolved }
}

function* callsOf(project: Project) {
  for (const file of project.files) {
    if (!file.text.includes('routing-controllers')) continue
    const pending: ts.Node[] = [file]
    for (let node = pending.pop(); node; node = pending.pop()) {
      ts.forEachChild(node, (child) => void pending.push(child))
      if (!ts.isCallExpression(node)) continue
      const name = ts.isPropertyAccessExpression(node.expression)
        ? node.expression.name.text
        : node.expression.getText()
      const maker = Object.hasOwn(makers, name) ? makers[name] : undefined
      if (maker) yield { call: node, ...maker }
    }
  }
}

function blank(koa: boolean): Server {
  return {
    call: null,
    application: null,
    prefix: '',
    controllers: everything,
    middlewares: everything,
    interceptors: everything,
    koa,
    transforms: true,
    writes: null,
    validates: true,
    checks: allChecks,
    answersErrors: true,
    nullStatus: null,
    undefinedStatus: null,
    paramsRequired: false,
    authorization: null,
    currentUser: null,
  }
}

function serverOf(
  project: Project,
  options: Value | null,
  koa: boolean,
  call: ts.CallExpression,
  unresolved: Unresolved[],
): Server {
  if (options === null) return blank(koa)
  if (options.kind !== 'object') {
    unresolved.push({
      at: project.locate(call),
      reason: `the options of the server are not known: ${reasonOf(options)}`,
    })
    return blank(koa)
  }
  const option = (name: string) => member(project, options, name)
  const defaults = option('defaults')
  const validation = option('validation')
  const transformation = option('plainToClassTransformOptions')
  const within = (value: Value | undefined, name: string) => value && member(project, value, name)
  return {
    ...blank(koa),
    prefix: prefixOf(project, option('routePrefix'), call, unresolved),
    controllers: chosen(project, option('controllers')),
    middlewares: chosen(project, option('middlewares')),
    interceptors: chosen(project, option('interceptors')),
    transforms: literalOf(option('classTransformer')) !== false,
    writes: option('classToPlainTransformOptions') ?? null,
    validates: literalOf(validation) !== false,
    checks: readChecks((name) => within(validation, name), within(transformation, 'enableImplicitConversion')),
    answersErrors: literalOf(option('defaultErrorHandler')) !== false,
    nullStatus: statusOf(project, within(defaults, 'nullResultCode')),
    undefinedStatus: statusOf(project, within(defaults, 'undefinedResultCode')),
    paramsRequired: literalOf(within(within(defaults, 'paramOptions'), 'required')) === true,
    authorization: option('authorizationChecker') ?? null,
    currentUser: option('currentUserChecker') ?? null,
  }
}

/** A prefix that only running the code would give is left out: the document's own is matched without it. */
function prefixOf(
  project: Project,
  value: Value | undefined,
  call: ts.CallExpression,
  unresolved: Unresolved[],
): string {
  if (!value) return ''
  const [known] = value.kind === 'choice' ? value.options.filter((one) => one.kind === 'literal') : [value]
  if (known?.kind === 'literal') return typeof known.value === 'string' ? known.value : ''
  unresolved.push({ at: project.locate(call), reason: `the prefix of all routes is not known: ${reasonOf(value)}` })
  return ''
}

function literalOf(value: Value | undefined): unknown {
  return value?.kind === 'literal' ? value.value : undefined
}

function statusOf(project: Project, value: Value | undefined): number | null {
  if (!value || !('node' in value) || !ts.isExpression(value.node)) return null
  return value.kind === 'literal' && typeof value.value === 'number'
    ? value.value
    : statusNumber(project, { expression: value.node, scope: { bindings: new Map(), outer: null } })
}

/** Where an option is missing or lists nothing, the framework takes every class that is decorated. */
function chosen(project: Project, value: Value | undefined): Chosen {
  if (!value) return everything
  const listed = each(project, value)
  if (value.kind === 'array' && (!value.complete || listed.length === 0)) return everything
  const classes = new Set<ts.ClassLikeDeclaration>()
  const globs: string[] = []
  for (const one of listed) {
    if (one.kind === 'class') classes.add(one.node)
    else if (one.kind === 'literal' && typeof one.value === 'string') globs.push(one.value)
    else return everything
  }
  return { kind: 'listed', classes, globs }
}
