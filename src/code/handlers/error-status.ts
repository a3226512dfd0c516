import ts from 'typescript'
import type { Project } from '../project.js'
import { constructedStatus } from './constructed-status.js'
import { errorType, lineage } from './error-classes.js'
import type { Thrown } from './exchange.js'
import { handedUp } from './handed-up.js'
import { putOn } from './put-on.js'
import { statusConstant } from './status-names.js'
import { settled } from './syntax.js'

/** The fields in which errors carry the status they are answered with. */
const statusFields = ['status', 'statusCode', 'httpCode', 'httpStatus', 'httpStatusCode', 'code'] as const

/** The status that an error carries; null where it carries none or it is not known. */
export function statusOfError(project: Project, thrown: Thrown): number | null {
  for (const field of statusFields) {
    const value = errorProperty(project, thrown, field)
    if (typeof value === 'number' && value >= 400 && value <= 599) return value
  }
  return null
}

/** Whether errors of this type have a field for a status. */
export function carriesStatus({ checker }: Project, type: ts.Type): boolean {
  return statusFields.some((field) => field !== 'code' && checker.getPropertyOfType(type, field) !== undefined)
}

/** The number in a field of a thrown error; `undefined` where it has no such field, null where it is not known. */
export function errorProperty(project: Project, thrown: Thrown, name: string): number | undefined | null {
  if (thrown.status !== undefined) return name === 'status' || name === 'statusCode' ? thrown.status : undefined
  const put = thrown.error === null ? undefined : putOn(project, thrown.error, name)
  if (put !== undefined) return put
  const type = errorType(project, thrown)
  if (type === null || thrown.error === null) return createdByHttpErrors(project, thrown, name)
  const property = project.checker.getPropertyOfType(type, name)
  if (property === undefined) return undefined
  const declared = project.checker.getTypeOfSymbol(property)
  if (declared?.isNumberLiteral()) return declared.value
  const error = project.values.evaluate(thrown.error)
  const constructed = name === 'status' ? constructedStatus(project, error) : null
  if (constructed !== null) return constructed
  const value = project.values.property(error, name)
  if (value.kind === 'literal' && typeof value.value === 'number') return value.value
  if (value.kind === 'literal' && value.value === undefined) return undefined
  const constant = value.kind === 'import' ? statusConstant(value.module, value.name) : null
  if (constant !== null) return constant
  const isNumber = declared !== undefined && (declared.flags & ts.TypeFlags.NumberLike) !== 0
  return isNumber && name !== 'code' ? (foreignStatus(project, type) ?? handedStatus(project, thrown)) : null
}

/** What a package's error class is named after, where the project's own class extends it or is thrown as it is. */
function foreignStatus({ checker }: Project, type: ts.Type): number | null {
  for (const symbol of lineage(checker, type)) {
    const status = symbol.valueDeclaration?.getSourceFile().isDeclarationFile ? statusNamed(symbol.name) : undefined
    if (status !== undefined) return status
  }
  return null
}

/** The status that a package's error class is made with, directly or by `super(404, …)` of a class that extends it. */
function handedStatus(project: Project, { error }: Thrown): number | null {
  if (error === null) return null
  for (const argument of handedUp(project, error)) {
    const value = project.values.evaluate(argument)
    if (value.kind === 'literal' && typeof value.value === 'number' && value.value >= 400 && value.value <= 599)
      return value.value
  }
  return null
}

/** `createError(404, …)` and `createError.NotFound(…)` of http-errors. */
export function createdByHttpErrors(project: Project, thrown: Thrown, name: string): number | null {
  if (thrown.error === null || (name !== 'status' && name !== 'statusCode')) return null
  const call = settled(thrown.error.expression)
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return null
  const callee = project.values.evaluate({ expression: call.expression, scope: thrown.error.scope })
  if (callee.kind !== 'import' || !['http-errors', '@fastify/sensible'].includes(callee.module)) return null
  const named = statusNamed(callee.name.split('.').at(-1) ?? '')
  const first = call.arguments?.[0]
  if (named !== undefined || first === undefined) return named ?? null
  const value = project.values.evaluate({ expression: first, scope: thrown.error.scope })
  return value.kind === 'literal' && typeof value.value === 'number' ? value.value : null
}

/** Error classes of packages that carry a status are named after it. */
const names: Readonly<Record<string, number>> = {
  BadRequest: 400,
  Unauthorized: 401,
  PaymentRequired: 402,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  PreconditionFailed: 412,
  PayloadTooLarge: 413,
  UnsupportedMediaType: 415,
  ImATeapot: 418,
  UnprocessableEntity: 422,
  TooManyRequests: 429,
  InternalServerError: 500,
  InternalServer: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
}

/** The status that an error class is named after: `NotFoundError`, `NotFoundException`, `NotFound`. */
export function statusNamed(className: string): number | undefined {
  return names[className] ?? names[className.replace(/(Http)?(Error|Exception)$/, '')]
}
