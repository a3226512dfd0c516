import ts from 'typescript'
import type { Dialect, RequestMember } from '../../handlers/dialect.js'
import { express } from '../../handlers/dialects/express.js'
import { webResponse } from '../../handlers/dialects/web-response.js'
import { holds } from './conditions.js'
import { thrownAnswer } from './errors.js'
import { given, helped } from './functions.js'

/** The web request of h3 2: `event.req.json()`. */
const requestMembers: Readonly<Record<string, RequestMember>> = {
  json: { kind: 'reader', place: 'body', mediaType: 'application/json' },
  formData: { kind: 'reader', place: 'body', mediaType: 'multipart/form-data' },
  text: { kind: 'reader', place: 'body', mediaType: '*/*' },
  headers: { kind: 'input', place: 'header' },
  url: { kind: 'role', role: 'url' },
}

/** `fromNodeMiddleware((req, res) => …)`: the function is called as Node calls one. */
function isListener({ parent }: ts.SignatureDeclaration): boolean {
  return (
    ts.isCallExpression(parent) &&
    /^(fromNodeMiddleware|defineNodeListener|defineNodeMiddleware)$/.test(parent.expression.getText())
  )
}

const passedOn = new Set(['proxyRequest', 'sendProxy', 'fetchWithEvent', 'sendWebResponse'])

const ofNode = new Set(['setHeader', 'appendHeader', 'writeHead', 'write', 'end'])

/** How h3 hands its event to what stands before a route: what returns nothing lets the request go on. */
export const middlewareDialect: Dialect = {
  roles: (handler) => (isListener(handler) ? ['request', 'response', 'next'] : ['context']),
  respond: (method, args, role) =>
    role === 'response' && ofNode.has(method) ? express.respond(method, args, role) : null,
  assign: (member, value) => (member === 'status' || member === 'statusCode' ? { status: value } : null),
  member: (role, member) => {
    if (role === 'route') return member === 'params' ? { kind: 'input', place: 'path' } : null
    if (role === 'url') return /^search(Params)?$/.test(member) ? { kind: 'input', place: 'query' } : null
    if (role === 'request') return Object.hasOwn(requestMembers, member) ? (requestMembers[member] ?? null) : null
    if (role !== 'context') return null
    if (member === 'context') return { kind: 'role', role: 'route' }
    // `event.node.req` and `event.node.res` are those of Node.
    if (member === 'node') return { kind: 'role', role: 'context' }
    if (member === 'req') return { kind: 'role', role: 'request' }
    return member === 'res' ? { kind: 'role', role: 'response' } : null
  },
  given,
  helped,
  inputMethod: (method) => (/^(get|getAll|has)$/.test(method) ? 'field' : null),
  textMediaType: 'text/html',
  made: (project, node, scope) => {
    const name = ts.isCallExpression(node) ? node.expression.getText() : ''
    // An error that is given back is thrown.
    if (name === 'createError') return { throws: { status: null, error: node } }
    if (passedOn.has(name)) return { unread: 'another server answers' }
    return webResponse(project, node, scope)
  },
  holds,
  returnsAnswer: true,
  raisesReturned: true,
  defaultStatus: 200,
  thrown: thrownAnswer,
  known: () => null,
}

/** How it hands it to the handler of a route: `null` or nothing is answered with 204, unless another status is set. */
export const handlerDialect: Dialect = {
  ...middlewareDialect,
  returned: {
    as: 'by-type',
    absent: (_value, said) => ({
      statuses: said.known ? { known: true, values: said.values.map((each) => (each === 200 ? 204 : each)) } : said,
      content: null,
    }),
  },
}
