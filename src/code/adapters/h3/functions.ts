import ts from 'typescript'
import type { Dialect, Helped, RequestMember, ResponseEffect } from '../../handlers/dialect.js'
import { settled } from '../../handlers/syntax.js'
import { writtenIn } from '../../values/literals.js'

const json = 'application/json'
const form = 'multipart/form-data'

const readers: Readonly<Record<string, RequestMember>> = {
  getQuery: { kind: 'reader', place: 'query' },
  getRouterParams: { kind: 'reader', place: 'path' },
  getHeaders: { kind: 'reader', place: 'header' },
  getRequestHeaders: { kind: 'reader', place: 'header' },
  parseCookies: { kind: 'reader', place: 'cookie' },
  readBody: { kind: 'reader', place: 'body', mediaType: json },
  readRawBody: { kind: 'reader', place: 'body', mediaType: '*/*' },
  readFormData: { kind: 'reader', place: 'body', mediaType: form },
  readMultipartFormData: { kind: 'reader', place: 'upload' },
}
/** Objects that lead to parts of the request. */
const holders: Readonly<Record<string, RequestMember>> = {
  getRequestURL: { kind: 'role', role: 'url' },
  toWebRequest: { kind: 'role', role: 'request' },
}
const getters: Readonly<Record<string, RequestMember>> = {
  getRouterParam: { kind: 'getter', place: 'path' },
  getHeader: { kind: 'getter', place: 'header' },
  getRequestHeader: { kind: 'getter', place: 'header' },
  getCookie: { kind: 'getter', place: 'cookie' },
}

/** The function that a call names; it may be imported, or known everywhere as Nitro has it. */
function calledName(node: ts.CallExpression | ts.NewExpression): string {
  const callee = settled(node.expression)
  return ts.isIdentifier(callee) ? callee.text : ''
}

/** What a function of h3 gives of the request that it is handed: `getQuery(event)`, `getRouterParam(event, 'id')`. */
export const given: NonNullable<Dialect['given']> = (_project, node, argument) => {
  if (argument !== 'context') return null
  const name = calledName(node)
  if (Object.hasOwn(readers, name)) return readers[name] ?? null
  if (Object.hasOwn(holders, name)) return holders[name] ?? null
  const getter = Object.hasOwn(getters, name) ? getters[name] : undefined
  const field = node.arguments?.[1]
  return getter?.kind === 'getter' && field !== undefined ? { ...getter, field } : null
}

const checks = {
  readValidatedBody: 'body',
  getValidatedQuery: 'query',
  getValidatedRouterParams: 'path',
} as const

/** Functions that are handed the event and neither answer nor take a parameter. */
const onlookers = new Set([
  'setCookie',
  'deleteCookie',
  'handleCors',
  'appendCorsHeaders',
  'removeResponseHeader',
  'clearResponseHeaders',
  'defaultContentType',
  'getRequestIP',
  'getRequestHost',
  'getRequestProtocol',
  'getRequestPath',
  'getMethod',
  'isMethod',
  'useRuntimeConfig',
  'getResponseStatus',
  'getResponseHeader',
  'getResponseHeaders',
  'getResponseStatusText',
  'getRequestFingerprint',
  'isPreflightRequest',
  'appendCorsPreflightHeaders',
  'writeEarlyHints',
  'useSession',
  'getSession',
  'updateSession',
  'clearSession',
])

/** What a function of h3 does to the answer, or checks of the request: `setResponseStatus(event, 201)`. */
export const helped: NonNullable<Dialect['helped']> = (_project, call, _scope, argument) => {
  if (argument !== 'context') return null
  const name = calledName(call)
  const [, second, third] = call.arguments
  if (onlookers.has(name)) return {}
  if (name in checks && second !== undefined) {
    const place = checks[name as keyof typeof checks] // `in` has told so
    return { check: { place, by: second } }
  }
  if (name === 'assertMethod') return { effect: { throws: { status: 405, unless: call } } }
  return answering(name, second, third)
}

/** `sendError(event, createError({ statusCode: 410 }))`: h3 writes the error itself. */
function failing(error: ts.Expression | undefined): ResponseEffect {
  const made = error === undefined ? null : settled(error)
  const first = made !== null && ts.isCallExpression(made) ? made.arguments[0] : undefined
  const options = first === undefined ? null : settled(first)
  const stated =
    options !== null && ts.isObjectLiteralExpression(options)
      ? options.properties.find((each) => /^(statusCode|status)$/.test(each.name?.getText() ?? ''))
      : undefined
  const status = stated === undefined ? null : writtenIn(stated)
  if (status === null) return { unread: 'the error that is sent is not read', send: { as: 'empty' } }
  return { status, mediaType: 'application/json', send: { as: 'stream' } }
}

function answering(name: string, second: ts.Expression | undefined, third: ts.Expression | undefined): Helped | null {
  switch (name) {
    case 'setResponseStatus':
    case 'setStatus':
      return second === undefined ? {} : { effect: { status: second, returns: 'nothing' } }
    case 'setHeader':
    case 'setResponseHeader':
    case 'appendHeader':
    case 'appendResponseHeader':
      return second === undefined || third === undefined ? {} : { effect: { header: { name: second, value: third } } }
    case 'appendHeaders':
    case 'appendResponseHeaders':
    case 'setHeaders':
    case 'setResponseHeaders':
      return second === undefined ? {} : { effect: { headers: second } }
    case 'sendRedirect':
      return {
        effect: {
          status: third ?? 302,
          ...(second === undefined ? {} : { header: { name: 'Location', value: second } }),
          send: { as: 'empty' },
        },
      }
    case 'sendNoContent':
      return { effect: { status: second ?? 204, send: { as: 'empty' } } }
    case 'send':
      return {
        effect: {
          ...(third === undefined ? {} : { mediaType: third }),
          send: second === undefined ? { as: 'empty' } : { as: 'raw', payload: second, label: 'text/html' },
        },
      }
    case 'sendStream':
      return { effect: { send: { as: 'stream' } } }
    case 'createEventStream':
      return { effect: { mediaType: 'text/event-stream', send: { as: 'stream' } } }
    case 'sendError':
      return { effect: failing(second) }
    default:
      return null
  }
}
