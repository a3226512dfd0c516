import type { Dialect, RequestMember } from '../../handlers/dialect.js'
import { thrownAnswer } from './errors.js'
import { given, helped } from './functions.js'

/** The web request of h3 2: `event.req.json()`. */
const requestMembers: Readonly<Record<string, RequestMember>> = {
  json: { kind: 'reader', place: 'body', mediaType: 'application/json' },
  formData: { kind: 'reader', place: 'body', mediaType: 'multipart/form-data' },
  text: { kind: 'reader', place: 'body', mediaType: '*/*' },
  headers: { kind: 'input', place: 'header' },
}

/** How h3 hands its event to what stands before a route: what returns nothing lets the request go on. */
export const middlewareDialect: Dialect = {
  roles: () => ['context'],
  respond: () => null,
  assign: (member, value) => (member === 'status' || member === 'statusCode' ? { status: value } : null),
  member: (role, member) => {
    if (role === 'route') return member === 'params' ? { kind: 'input', place: 'path' } : null
    if (role === 'request') return Object.hasOwn(requestMembers, member) ? (requestMembers[member] ?? null) : null
    if (role !== 'context') return null
    if (member === 'context') return { kind: 'role', role: 'route' }
    if (member === 'req') return { kind: 'role', role: 'request' }
    return member === 'res' ? { kind: 'role', role: 'response' } : null
  },
  given,
  helped,
  inputMethod: (method) => (method === 'get' ? 'field' : null),
  textMediaType: 'text/html',
  returnsAnswer: true,
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
