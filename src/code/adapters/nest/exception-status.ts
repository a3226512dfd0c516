import ts from 'typescript'
import { argumentsOf, extended } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { parametersOf } from '../../values/parameters.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import type { Exception } from './exception.js'
import { exceptionBody } from './exception-body.js'
import { statusNumber } from './status.js'

/** Nest's own exceptions by name. */
const statuses: Readonly<Record<string, number>> = {
  BadRequestException: 400,
  UnauthorizedException: 401,
  ForbiddenException: 403,
  NotFoundException: 404,
  MethodNotAllowedException: 405,
  NotAcceptableException: 406,
  RequestTimeoutException: 408,
  ConflictException: 409,
  GoneException: 410,
  PreconditionFailedException: 412,
  PayloadTooLargeException: 413,
  UnsupportedMediaTypeException: 415,
  ImATeapotException: 418,
  MisdirectedException: 421,
  UnprocessableEntityException: 422,
  InternalServerErrorException: 500,
  NotImplementedException: 501,
  BadGatewayException: 502,
  ServiceUnavailableException: 503,
  GatewayTimeoutException: 504,
  HttpVersionNotSupportedException: 505,
}

/** The answer to `throw new X(…)`; null where X is no exception of Nest: an unknown error is Nest's own 500. */
export function exceptionOf(project: Project, thrown: ts.Expression, scope: Scope): Exception | null {
  const value = project.values.evaluate({ expression: thrown, scope })
  if (value.kind === 'choice') {
    return value.options.map((option) => ofValue(project, option, thrown)).find((one) => one !== null) ?? null
  }
  return ofValue(project, value, thrown)
}

function ofValue(project: Project, value: Value, thrown: ts.Expression): Exception | null {
  const at = project.locate(thrown)
  if (value.kind === 'instance') {
    const made = ts.isNewExpression(value.node) ? value.node : null
    const found = ofClass(project, value.class, made ? argumentsOf(made, moduleScope) : [])
    return found && { ...found, at }
  }
  if (value.kind !== 'call') return null
  const name = nameOf(value.callee)
  const args = argumentsOf(value.node, value.scope)
  const found = name === null ? null : ofNest(project, name, args)
  return found && { ...found, at }
}

function nameOf(value: Value): string | null {
  if (value.kind === 'import') return value.name.replace(/^.*\./, '')
  return value.kind === 'member' ? value.name : null
}

function ofNest(project: Project, name: string, args: readonly Reference[]): Omit<Exception, 'at'> | null {
  const status = statuses[name]
  if (status !== undefined) return { status, ...exceptionBody(project, args, false) }
  if (name !== 'HttpException') return null
  return { status: args[1] ? statusNumber(project, args[1]) : null, ...exceptionBody(project, args, true) }
}

/** A class of the project that extends an exception: what it hands to `super` decides. */
function ofClass(
  project: Project,
  node: ts.ClassLikeDeclaration,
  args: readonly Reference[],
): Omit<Exception, 'at'> | null {
  const base = extended(node)
  if (!base) return null
  const made = node.members.find((member) => ts.isConstructorDeclaration(member))
  const handed = made?.body?.statements.map(superArguments).find((found) => found !== undefined)
  const scope = made ? constructed(made, args) : moduleScope
  const passed = handed ? handed.map((expression) => ({ expression, scope })) : made ? [] : args
  const value = project.values.evaluate({ expression: base, scope: moduleScope })
  if (value.kind === 'class') return ofClass(project, value.node, passed)
  const name = nameOf(value)
  return name === null ? null : ofNest(project, name, passed)
}

/** The scope of a constructor that is handed these arguments; a parameter that gets none is what it starts with. */
function constructed(made: ts.ConstructorDeclaration, args: readonly Reference[]): Scope {
  const given = new Map<ts.Node, Reference | Value>(parametersOf(made, args))
  for (const parameter of made.parameters) {
    const { initializer } = parameter
    if (initializer && !given.has(parameter)) given.set(parameter, { expression: initializer, scope: moduleScope })
  }
  return { bindings: given, outer: moduleScope, owner: made }
}

function superArguments(statement: ts.Statement): readonly ts.Expression[] | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) return undefined
  const call = statement.expression
  return call.expression.kind === ts.SyntaxKind.SuperKeyword ? call.arguments : undefined
}
