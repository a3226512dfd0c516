import ts from 'typescript'
import type { Dialect, RequestMember, ResponseEffect, Role } from '../../handlers/dialect.js'
import { ownParameters } from '../../handlers/syntax.js'
import type { Project } from '../../project.js'
import { knownHook } from './known.js'
import { sensibleStatus } from './sensible.js'
import { thrownAnswer } from './thrown.js'

const inputs: Readonly<Record<string, RequestMember>> = {
  params: { kind: 'input', place: 'path' },
  query: { kind: 'input', place: 'query' },
  headers: { kind: 'input', place: 'header' },
  cookies: { kind: 'input', place: 'cookie' },
  body: { kind: 'input', place: 'body' },
  file: { kind: 'reader', place: 'upload', mediaType: 'multipart/form-data' },
  files: { kind: 'reader', place: 'upload', mediaType: 'multipart/form-data' },
  parts: { kind: 'reader', place: 'upload', mediaType: 'multipart/form-data' },
  saveRequestFiles: { kind: 'reader', place: 'upload', mediaType: 'multipart/form-data' },
}

/** How Fastify's handlers and hooks take their request and answer it. */
export function fastifyDialect(project: Project, replyDecorators: ReadonlySet<string>): Dialect {
  return {
    roles: (handler) => ownParameters(handler).map((parameter, index) => roleOf(project, parameter, index)),
    respond: (method, args) =>
      (method === 'send' ? sendError(project, args[0]) : null) ??
      respond(method, args) ??
      (replyDecorators.has(method) ? decorated(args) : null),
    assign: (member, value) => (member === 'statusCode' ? { status: value } : null),
    member: (role, member) => {
      if (role === 'request') return inputs[member] ?? null
      if (role !== 'response') return null
      if (member === 'raw') return { kind: 'role', role: 'response' }
      return member === 'request' ? { kind: 'role', role: 'request' } : null
    },
    returnsAnswer: true,
    raisesReturned: true,
    defaultStatus: 200,
    textMediaType: 'text/plain',
    thrown: thrownAnswer,
    known: knownHook,
  }
}

const byType: readonly (readonly [RegExp, Role])[] = [
  [/Error$/, 'error'],
  [/Request$/, 'request'],
  [/Reply$/, 'response'],
]
const byName: readonly (readonly [RegExp, Role])[] = [
  [/^_*(e|err|error)$/i, 'error'],
  [/^_*(req|request)$/i, 'request'],
  [/^_*(res|rep|reply|response)$/i, 'response'],
  [/^_*(done|next)$/i, 'next'],
]
const byPosition: readonly (Role | null)[] = ['request', 'response', 'next']

function roleOf(project: Project, parameter: ts.ParameterDeclaration, index: number): Role | null {
  const type = project.checker.getTypeAtLocation(parameter)
  const typeName = type.aliasSymbol?.name ?? type.getSymbol()?.name ?? ''
  const typed = byType.find(([pattern]) => pattern.test(typeName))
  if (typed !== undefined) return typed[1]
  if (type.getCallSignatures().length > 0) return 'next'
  const name = ts.isIdentifier(parameter.name) ? parameter.name.text : ''
  return byName.find(([pattern]) => pattern.test(name))?.[1] ?? byPosition[index] ?? null
}

/** A method that the project put on its replies: what it answers, and with which status, is its own affair. */
function decorated([first]: readonly ts.Expression[]): ResponseEffect {
  const call = first?.parent
  return { send: { as: 'stream' }, ...(call !== undefined && ts.isCallExpression(call) ? { status: call } : {}) }
}

/** A body that the framework writes itself: it is there, and is not compared. */
const written: Pick<ResponseEffect, 'mediaType' | 'send'> = { mediaType: 'application/json', send: { as: 'stream' } }

function respond(method: string, args: readonly ts.Expression[]): ResponseEffect | null {
  const [first, second] = args
  switch (method) {
    case 'code':
    case 'status':
      return first === undefined ? {} : { status: first }
    case 'type':
      return first === undefined ? {} : { mediaType: first }
    case 'header':
    case 'setHeader':
      return first === undefined || second === undefined ? {} : { header: { name: first, value: second } }
    case 'headers':
      return first === undefined ? {} : { headers: first }
    case 'writeHead':
      return { ...(first === undefined ? {} : { status: first }), ...(second === undefined ? {} : { headers: second }) }
    case 'send':
      return { send: first === undefined ? { as: 'empty' } : { as: 'by-type', payload: first } }
    case 'redirect':
      return { status: redirectStatus(args), send: { as: 'empty' } }
    case 'callNotFound':
      return { status: 404, ...written }
    case 'sendFile':
    case 'download':
      return { send: { as: 'file' } }
    case 'view':
      return { send: { as: 'html' } }
    case 'hijack':
      return {}
    case 'end':
      return { send: { as: 'stream' } }
    case 'serializer':
    case 'removeHeader':
    case 'setCookie':
    case 'cookie':
    case 'clearCookie':
      return {}
    default: {
      const status = sensibleStatus(method)
      return status === null ? null : { status, ...written }
    }
  }
}

/** `reply.send(error)`: the status is the error's own, unless the chain before has set one; the body is the error handler's. */
function sendError(project: Project, payload: ts.Expression | undefined): ResponseEffect | null {
  if (payload === undefined || !isError(project, payload)) return null
  const call = payload.parent
  const before = ts.isCallExpression(call) ? call.expression.getText() : ''
  return /\.(code|status)\(/.test(before) ? written : { status: payload, ...written }
}

function isError(project: Project, payload: ts.Expression): boolean {
  const { checker } = project
  const declaration = checker.getSymbolAtLocation(payload)?.valueDeclaration
  if (declaration !== undefined && ts.isCatchClause(declaration.parent)) return true
  const type = checker.getTypeAtLocation(payload)
  return ['name', 'message', 'stack'].every((name) => checker.getPropertyOfType(type, name) !== undefined)
}

/** `redirect(url)`, `redirect(url, code)` of Fastify 5, `redirect(code, url)` of Fastify 4. */
function redirectStatus(args: readonly ts.Expression[]): ts.Expression | number {
  const [first, second] = args
  if (second === undefined || first === undefined) return 302
  return ts.isNumericLiteral(first) ? first : second
}
