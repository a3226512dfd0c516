import ts from 'typescript'
import type { Project } from '../../project.js'
import type { Dialect, RequestMember, ResponseEffect, Role, ThrownAnswer } from '../dialect.js'
import { fresh } from '../drafts.js'
import { statusOfError } from '../error-status.js'
import { ownParameters } from '../syntax.js'
import { linkOf } from './koa-links.js'
import { knownKoaMiddleware } from './koa-middleware.js'

type Respond = (args: readonly ts.Expression[]) => ResponseEffect | null

const setHeader: Respond = ([name, value]) => {
  if (name === undefined) return null
  return value === undefined ? { headers: name, returns: 'nothing' } : { header: { name, value }, returns: 'nothing' }
}
const nothing: Respond = () => ({ returns: 'nothing' })

/** Refuses with the status where what it is handed does not hold. */
const asserting: Respond = ([asserted, status = 500]) =>
  asserted === undefined ? { throws: { status } } : { throws: { status, unless: asserted }, returns: 'nothing' }

const methods: Readonly<Record<string, Respond>> = {
  set: setHeader,
  append: setHeader,
  redirect: ([location]) => redirecting(location),
  back: () => redirecting('back'),
  throw: ([first, second]) => {
    const status = first === undefined ? 500 : first
    if (typeof status !== 'number' && isError(status)) return { throws: { status: null, error: status } }
    if (typeof status !== 'number' && ts.isStringLiteralLike(status)) return { throws: { status: second ?? 500 } }
    return { throws: { status } }
  },
  assert: asserting,
  render: () => ({ send: { as: 'html' }, returns: 'nothing' }),
  // The name of the file says what it is.
  attachment: ([name]) => {
    const ending = name !== undefined && ts.isStringLiteralLike(name) ? /\.\w+$/.exec(name.text)?.[0] : undefined
    return name === undefined ? { returns: 'nothing' } : { mediaType: ending ?? '*/*', returns: 'nothing' }
  },
  ...Object.fromEntries(
    [
      ...['vary', 'remove', 'flushHeaders', 'has', 'is', 'accepts', 'acceptsEncodings'],
      ...[
        'acceptsCharsets',
        'acceptsLanguages',
        'inspect',
        'toJSON',
        'onerror',
        'writable',
        'logout',
        'logIn',
        'login',
      ],
      ...['isAuthenticated', 'isUnauthenticated', 'saveSession'],
    ].map((name) => [name, nothing]),
  ),
}

/** `ctx.assert.equal(found, wanted, 409)`. */
const comparing: Respond = ([, , status = 500]) => ({ throws: { status, unless: null }, returns: 'nothing' })

/** The further methods of http-assert. */
const assertions: Readonly<Record<string, Respond>> = {
  ok: asserting,
  ...Object.fromEntries(
    ['equal', 'notEqual', 'strictEqual', 'notStrictEqual', 'deepEqual', 'notDeepEqual'].map((name) => [
      name,
      comparing,
    ]),
  ),
  fail: ([status = 500]) => ({ throws: { status } }),
}

function redirecting(location: ts.Expression | string | undefined): ResponseEffect {
  const header = location === undefined ? {} : { header: { name: 'Location', value: location } }
  return { redirects: true, ...header, returns: 'nothing' }
}

/** `ctx.throw(new Refused())`: what is constructed there, or a variable that is no number. */
function isError(expression: ts.Expression): boolean {
  return ts.isNewExpression(expression) || (ts.isIdentifier(expression) && /err/i.test(expression.text))
}

const assignments: Readonly<Record<string, (value: ts.Expression) => ResponseEffect>> = {
  status: (status) => ({ status }),
  body: (payload) => ({ send: { as: 'by-type', payload } }),
  type: (mediaType) => ({ mediaType }),
  respond: () => ({ unread: '`ctx.respond` is switched off: what is sent is not read' }),
}

const reading: readonly (readonly [string, RequestMember])[] = [
  ['query', { kind: 'input', place: 'query' }],
  ['params', { kind: 'input', place: 'path' }],
  ['headers', { kind: 'input', place: 'header' }],
  ['header', { kind: 'input', place: 'header' }],
  ['file', { kind: 'input', place: 'upload' }],
  ['files', { kind: 'input', place: 'upload' }],
  ['URL', { kind: 'role', role: 'url' }],
  ['querystring', { kind: 'input', place: 'query' }],
  ['search', { kind: 'input', place: 'query' }],
  ['get', { kind: 'getter', place: 'header' }],
]
const requestMembers: ReadonlyMap<string, RequestMember> = new Map([
  ...reading,
  ['body', { kind: 'input', place: 'body' }],
  ['rawBody', { kind: 'input', place: 'body' }],
  ['ctx', { kind: 'role', role: 'context' }],
])
const contextMembers: ReadonlyMap<string, RequestMember> = new Map([
  ...reading,
  ['cookies', { kind: 'input', place: 'cookie' }],
  ['request', { kind: 'role', role: 'request' }],
  ['response', { kind: 'role', role: 'context' }],
  ['res', { kind: 'role', role: 'response' }],
  ['req', { kind: 'role', role: 'request' }],
  ['assert', { kind: 'role', role: 'assert' }],
])
/** Of the platform's URL, which Koa makes of the request's. */
const urlMembers: ReadonlyMap<string, RequestMember> = new Map([['searchParams', { kind: 'input', place: 'query' }]])

const raw = 'the answer is written to Node’s own response'

function roles(handler: ts.SignatureDeclaration): readonly (Role | null)[] {
  const { length } = ownParameters(handler)
  return length === 3 ? [null, 'context', 'next'] : ['context', 'next']
}

const text = {
  mediaType: 'text/plain',
  schema: { type: ['string'], inexact: 'the words of an error are not compared' },
} satisfies ThrownAnswer['body']

const replaced = new WeakMap<Project, boolean>()

/** Whether the project, or a package that it imports, may write errors in place of Koa's own `ctx.onerror`. */
function isReplaced(project: Project): boolean {
  const known = replaced.get(project)
  if (known !== undefined) return known
  const found = project.files.some(({ text: written }) => /\bonerror\b|['"]koa-[\w-]*error[\w-]*['"]/.test(written))
  replaced.set(project, found)
  return found
}

/** How Koa 2 and 3 hand a context to functions; what is set last is sent when all of them are done. */
export const koa: Dialect = {
  roles,
  respond: (method, args, role) => {
    if (role === 'response') return /^(end|write|writeHead|pipe|setHeader)$/.test(method) ? { unread: raw } : null
    const known = role === 'assert' ? assertions : methods
    return Object.hasOwn(known, method) ? (known[method]?.(args) ?? null) : null
  },
  answer: (args, role) => (role === 'assert' ? asserting(args) : null),
  assign: (member, value, role) => {
    if (role === 'response') return member === 'statusCode' ? { unread: raw } : null
    return Object.hasOwn(assignments, member) ? (assignments[member]?.(value) ?? null) : null
  },
  member: (role, member) => {
    if (role === 'request') return requestMembers.get(member) ?? null
    if (role === 'url') return urlMembers.get(member) ?? null
    return role === 'context' ? (contextMembers.get(member) ?? null) : null
  },
  // Of all inputs, only the jar of cookies and what a URL asks for have methods.
  inputMethod: (method) => (/^(get|getAll|has)$/.test(method) ? 'field' : method === 'set' ? 'none' : null),
  link: linkOf,
  textMediaType: 'text/plain',
  returnsAnswer: false,
  defaultStatus: 404,
  stage: { last: true, drafts: [fresh] },
  thrown: (error, project) => {
    const status = statusOfError(project, error)
    return status === null
      ? null
      : { statuses: { known: true, values: [status] }, ...(isReplaced(project) ? {} : { body: text }) }
  },
  known: knownKoaMiddleware,
}
