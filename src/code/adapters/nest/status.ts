import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'

const names: Readonly<Record<string, number>> = {
  CONTINUE: 100,
  OK: 200,
  CREATED: 201,
  ACCEPTED: 202,
  NON_AUTHORITATIVE_INFORMATION: 203,
  NO_CONTENT: 204,
  RESET_CONTENT: 205,
  PARTIAL_CONTENT: 206,
  AMBIGUOUS: 300,
  MOVED_PERMANENTLY: 301,
  FOUND: 302,
  SEE_OTHER: 303,
  NOT_MODIFIED: 304,
  TEMPORARY_REDIRECT: 307,
  PERMANENT_REDIRECT: 308,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMEOUT: 408,
  CONFLICT: 409,
  GONE: 410,
  LENGTH_REQUIRED: 411,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  I_AM_A_TEAPOT: 418,
  UNPROCESSABLE_ENTITY: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
}

/** A status given as a number, `HttpStatus.X`, or a constant of either; null where it is not known. */
export function statusNumber(project: Project, reference: Reference): number | null {
  const value = project.values.evaluate(reference)
  if (value.kind === 'literal') return typeof value.value === 'number' ? value.value : null
  const type = project.checker.getTypeAtLocation(reference.expression)
  if (type.isNumberLiteral()) return type.value
  const name = value.kind === 'import' ? value.name.replace(/^.*\./, '') : value.kind === 'member' ? value.name : null
  return (name !== null && names[name]) || null
}

/** Every status from 400 that the code names, as a number or as `HttpStatus.X`. */
export function statusesNamed(node: ts.Node): readonly number[] {
  const found = new Set<number>()
  const pending: ts.Node[] = [node]
  for (let at = pending.pop(); at; at = pending.pop()) {
    if (ts.isNumericLiteral(at)) found.add(Number(at.text))
    if (ts.isPropertyAccessExpression(at)) found.add(names[at.name.text] ?? 0)
    ts.forEachChild(at, (child) => void pending.push(child))
  }
  return [...found].filter((status) => status >= 400 && status < 600)
}
