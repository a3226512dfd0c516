import ts from 'typescript'
import type { Dialect, RequestMember, ResponseEffect } from '../dialect.js'
import { ownParameters } from '../syntax.js'
import { knownExpressMiddleware } from './express-middleware.js'

type Respond = (args: readonly ts.Expression[]) => ResponseEffect | null

const setHeader: Respond = ([name, value]) => {
  if (name === undefined) return null
  if (value === undefined) return { headers: name }
  return { header: { name, value } }
}
const json: Respond = (args) => {
  const [first, second] = args
  if (first !== undefined && second !== undefined) return { status: first, send: { as: 'json', payload: second } }
  return { send: { as: 'json', payload: first ?? null } }
}
const file: Respond = () => ({ send: { as: 'file' }, returns: 'nothing' })

const methods: Readonly<Record<string, Respond>> = {
  status: ([status]) => (status === undefined ? null : { status }),
  json,
  jsonp: json,
  send: ([payload]) => ({ send: { as: 'by-type', payload: payload ?? null } }),
  sendStatus: ([status]) => (status === undefined ? null : { status, send: { as: 'reason' } }),
  end: ([payload]) => ({
    send: payload === undefined || ts.isArrowFunction(payload) ? { as: 'empty' } : { as: 'raw', payload },
  }),
  write: ([payload]) => ({
    send: payload === undefined ? { as: 'stream' } : { as: 'raw', payload },
    returns: 'nothing',
  }),
  flushHeaders: () => ({ send: { as: 'stream' } }),
  redirect: ([first, second]) => ({
    status: second === undefined || first === undefined ? 302 : first,
    ...(first === undefined ? {} : { header: { name: 'Location', value: second ?? first } }),
    send: { as: 'empty' },
    returns: 'nothing',
  }),
  sendFile: file,
  sendfile: file,
  download: file,
  render: () => ({ send: { as: 'html' }, returns: 'nothing' }),
  writeHead: ([status, second, third]) => {
    const headers = third ?? second
    return { ...(status === undefined ? {} : { status }), ...(headers === undefined ? {} : { headers }) }
  },
  type: ([mediaType]) => (mediaType === undefined ? null : { mediaType }),
  contentType: ([mediaType]) => (mediaType === undefined ? null : { mediaType }),
  set: setHeader,
  header: setHeader,
  setHeader: setHeader,
  append: setHeader,
  location: ([value]) => (value === undefined ? null : { header: { name: 'Location', value } }),
  cookie: () => ({}),
  clearCookie: () => ({}),
  vary: () => ({}),
  links: () => ({}),
  attachment: () => ({}),
  format: ([formats]) => (formats === undefined ? null : { formats, returns: 'nothing' }),
}

const requestMembers: Readonly<Record<string, RequestMember>> = {
  query: { kind: 'input', place: 'query' },
  params: { kind: 'input', place: 'path' },
  body: { kind: 'input', place: 'body' },
  headers: { kind: 'input', place: 'header' },
  cookies: { kind: 'input', place: 'cookie' },
  signedCookies: { kind: 'input', place: 'cookie' },
  file: { kind: 'input', place: 'upload' },
  files: { kind: 'input', place: 'upload' },
  get: { kind: 'getter', place: 'header' },
  header: { kind: 'getter', place: 'header' },
  res: { kind: 'role', role: 'response' },
}

/** A function of `app.param` has four parameters as an error handler has, but the request comes first. */
function isRequest({ name, type }: ts.ParameterDeclaration): boolean {
  const typed = type !== undefined && ts.isTypeReferenceNode(type) && /(^|\.)Request$/.test(type.typeName.getText())
  return typed || (ts.isIdentifier(name) && /^_*req(uest)?$/.test(name.text))
}

/** How Express 4 and 5 hand requests to functions. */
export const express: Dialect = {
  roles: (handler) => {
    const parameters = ownParameters(handler)
    const forErrors = parameters.length === 4 && !parameters.slice(0, 1).some(isRequest)
    return forErrors ? ['error', 'request', 'response', 'next'] : ['request', 'response', 'next']
  },
  respond: (method, args) => (Object.hasOwn(methods, method) ? (methods[method]?.(args) ?? null) : null),
  assign: (member, value) => (member === 'statusCode' ? { status: value } : null),
  member: (role, member) => {
    if (role === 'response') return member === 'req' ? { kind: 'role', role: 'request' } : null
    return role === 'request' && Object.hasOwn(requestMembers, member) ? (requestMembers[member] ?? null) : null
  },
  textMediaType: 'text/html',
  returnsAnswer: false,
  defaultStatus: 200,
  keeps: 'statusCode',
  thrown: () => null,
  known: knownExpressMiddleware,
  // celebrate's `errors()` answers its own errors alone.
  handles: (handler, error) => {
    if (handler.kind !== 'call' || handler.callee.kind !== 'import') return null
    if (handler.callee.module !== 'celebrate' || (handler.method ?? handler.callee.name) !== 'errors') return null
    if (error.library?.module !== 'celebrate') return 'passes'
    return (handler.node.arguments ?? []).length > 0 ? ['4XX'] : ['400']
  },
}
