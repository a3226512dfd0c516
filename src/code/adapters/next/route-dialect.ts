import type ts from 'typescript'
import type { Dialect, RequestMember, Role } from '../../handlers/dialect.js'
import { knownMiddleware } from './known.js'
import { madeResponse } from './made.js'
import { leavesBy, thrownAnswer } from './navigation.js'
import { given } from './request-functions.js'

const requestMembers: Readonly<Record<string, RequestMember>> = {
  json: { kind: 'reader', place: 'body' },
  text: { kind: 'reader', place: 'body' },
  formData: { kind: 'reader', place: 'body', mediaType: 'multipart/form-data' },
  headers: { kind: 'input', place: 'header' },
  cookies: { kind: 'input', place: 'cookie' },
  clone: { kind: 'role', role: 'request' },
  nextUrl: { kind: 'role', role: 'url' },
  url: { kind: 'role', role: 'url' },
}

const urlMembers: Readonly<Record<string, RequestMember>> = {
  searchParams: { kind: 'input', place: 'query' },
  search: { kind: 'input', place: 'query' },
}

const fields = new Set(['get', 'getAll', 'has'])
const wholes = new Set(['entries', 'keys', 'values', 'forEach', 'toString', 'toJSON', 'catch'])

const changes = new Set(['set', 'delete', 'append'])

/** How route handlers of the app router, and middleware, take the platform's `Request` and give a `Response` back. */
export const routeDialect: Dialect = {
  roles: rolesOf,
  respond: () => null,
  assign: () => null,
  member: (role, member) => {
    if (role === 'request') return own(requestMembers, member)
    if (role === 'url') return own(urlMembers, member)
    return role === 'route' && member === 'params' ? { kind: 'input', place: 'path' } : null
  },
  given,
  inputMethod: (method) =>
    fields.has(method) ? 'field' : wholes.has(method) ? 'whole' : changes.has(method) ? 'none' : null,
  made: madeResponse,
  leaves: leavesBy,
  textMediaType: 'text/plain',
  returnsAnswer: false,
  defaultStatus: 200,
  thrown: thrownAnswer,
  known: knownMiddleware,
}

/** A wrapper of another package may hand its own value first: `clerkMiddleware((auth, request) => …)`. */
function rolesOf({ parameters }: ts.SignatureDeclaration): readonly (Role | null)[] {
  const [first, ...others] = parameters.map(isRequest)
  const before = first === true ? -1 : others.indexOf(true)
  return [...parameters.slice(0, before + 1).map(() => null), 'request', 'route']
}

function isRequest({ name, type }: ts.ParameterDeclaration): boolean {
  return type === undefined ? /^_?req(uest)?$/.test(name.getText()) : /\bRequest\b|NextRequest/.test(type.getText())
}

function own(members: Readonly<Record<string, RequestMember>>, name: string): RequestMember | null {
  return Object.hasOwn(members, name) ? (members[name] ?? null) : null
}
