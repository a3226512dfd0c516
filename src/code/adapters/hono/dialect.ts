import ts from 'typescript'
import type { Dialect, Helped, RequestMember, Role } from '../../handlers/dialect.js'
import { webResponse } from '../../handlers/dialects/web-response.js'
import { parametersOf } from '../../handlers/path-parameters.js'
import { ownParameters } from '../../handlers/syntax.js'
import type { Project } from '../../project.js'
import type { Scope } from '../../values/value.js'
import { respond } from './answers.js'
import { readCombined } from './combined.js'
import { knownMiddleware } from './known.js'
import type { HonoRoute } from './route.js'
import { thrownAnswer } from './thrown.js'
import { readHook, readValidator } from './validators.js'
import { writtenDocument } from './written-document.js'

const form = 'multipart/form-data'

/** What `c.req.name` leads to; some are called with a name and without. */
function requestMember(name: string, args: readonly ts.Expression[] | undefined): RequestMember | null {
  const named = args !== undefined && args.length > 0
  switch (name) {
    case 'query':
    case 'queries':
      return { kind: named ? 'getter' : 'reader', place: 'query' }
    case 'param':
      return { kind: named ? 'getter' : 'reader', place: 'path' }
    case 'header':
      return { kind: named ? 'getter' : 'reader', place: 'header' }
    case 'json':
      return { kind: 'reader', place: 'body', mediaType: 'application/json' }
    case 'parseBody':
    case 'formData':
      return { kind: 'reader', place: 'body', mediaType: form }
    case 'text':
      return { kind: 'reader', place: 'body', mediaType: '*/*' }
    case 'arrayBuffer':
    case 'bytes':
    case 'blob':
      return { kind: 'reader', place: 'body', mediaType: 'application/octet-stream' }
    case 'raw':
    case 'clone':
      return { kind: 'role', role: 'request' }
    // What the platform's own request has, below `c.req.raw`.
    case 'headers':
      return args === undefined ? { kind: 'input', place: 'header' } : null
    case 'url':
      return args === undefined ? { kind: 'role', role: 'url' } : null
    default:
      return null
  }
}

/** What of a route decides how its functions are read. `notFound` is the function that answers `c.notFound()`. */
type Around = Pick<HonoRoute, 'notFound' | 'hook' | 'generated' | 'handlers' | 'path' | 'pathPatterns'>

/** How Hono hands requests to the functions of a route. */
export function honoDialect({ notFound, hook, generated, handlers, path, pathPatterns }: Around): Dialect {
  const parameters = parametersOf({ path, patterns: pathPatterns }, false)
  const notFoundStatus = { status: 404, returns: 'nothing' } as const
  const written = notFound === null ? 'text/plain' : '*/*'
  const dialect: Dialect = {
    roles: (handler) => ownParameters(handler).map((parameter, index) => roleOf(parameter, index)),
    respond: (method, args) =>
      method === 'notFound' ? { ...notFoundStatus, mediaType: written, send: { as: 'stream' } } : respond(method, args),
    assign: () => null,
    member: (role, member, args) => {
      if (role === 'context') return member === 'req' ? { kind: 'role', role: 'request' } : null
      if (role === 'url') return member === 'searchParams' ? { kind: 'input', place: 'query' } : null
      return role === 'request' ? requestMember(member, args) : null
    },
    given: givenBy,
    helped,
    inputMethod: (method) => (fields.has(method) ? 'field' : null),
    made: webResponse,
    link: (project, reference, value) => {
      if (reference === hook) return readHook(project, hook, dialect)
      if (generated && reference === handlers.at(-1)) return writtenDocument(project, reference)
      return readValidator(project, reference, value, dialect, parameters) ?? readCombined(project, value, dialect)
    },
    textMediaType: 'text/plain',
    returnsAnswer: false,
    sureNext: true,
    defaultStatus: 200,
    thrown: thrownAnswer,
    known: knownMiddleware,
  }
  return dialect
}

/** Of the platform's headers and query. */
const fields = new Set(['get', 'getAll', 'has'])

const byType: readonly (readonly [RegExp, Role])[] = [
  [/Error|Exception/, 'error'],
  [/Context|Ctx$/, 'context'],
  [/Next/, 'next'],
]
const byName: readonly (readonly [RegExp, Role])[] = [
  [/^_*(e|err|error|exception)$/i, 'error'],
  [/^_*(c|ctx|context)$/i, 'context'],
  [/^_*next$/i, 'next'],
]
const byPosition: readonly (Role | null)[] = ['context', 'next']

/** Handlers take `(c, next)`, error handlers `(error, c)`. */
function roleOf(parameter: ts.ParameterDeclaration, index: number): Role | null {
  const typed = parameter.type === undefined ? null : find(byType, parameter.type.getText())
  const named = ts.isIdentifier(parameter.name) ? find(byName, parameter.name.text) : null
  return typed ?? named ?? byPosition[index] ?? null
}

function find(table: readonly (readonly [RegExp, Role])[], text: string): Role | null {
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? null
}

/** The function of one of Hono's packages that a call names. */
function helperName(project: Project, node: ts.CallExpression | ts.NewExpression, scope: Scope): string | null {
  const value = project.values.evaluate({ expression: node.expression, scope })
  return value.kind === 'import' && /hono/.test(value.module) ? value.name : null
}

function givenBy(
  _project: Project,
  node: ts.CallExpression | ts.NewExpression,
  argument: Role | null,
): RequestMember | null {
  if (argument === 'url' && ts.isNewExpression(node) && node.expression.getText() === 'URL')
    return { kind: 'role', role: 'url' }
  if (argument !== 'context' || !/Cookie$/.test(node.expression.getText())) return null
  const [, second, third] = node.arguments ?? []
  const name = node.expression.getText()
  const field = name === 'getSignedCookie' ? third : second
  if (name !== 'getCookie' && name !== 'getSignedCookie') return null
  return field === undefined ? { kind: 'reader', place: 'cookie' } : { kind: 'getter', place: 'cookie', field }
}

const streams: Readonly<Record<string, string>> = {
  stream: '*/*',
  streamText: 'text/plain',
  streamSSE: 'text/event-stream',
}
const onlookers = new Set([
  'setCookie',
  'setSignedCookie',
  'deleteCookie',
  'env',
  'getRuntimeKey',
  'getConnInfo',
  'accepts',
  'setMetric',
  'startTime',
  'endTime',
  'routePath',
  'matchedRoutes',
  'tryGetContext',
])

/** Functions of Hono's own packages that are handed the context. */
function helped(project: Project, call: ts.CallExpression, scope: Scope, argument: Role): Helped | null {
  if (argument !== 'context') return null
  const name = helperName(project, call, scope)
  if (name === null) return null
  if (onlookers.has(name)) return {}
  const mediaType = Object.hasOwn(streams, name) ? streams[name] : undefined
  return mediaType === undefined ? null : { effect: { mediaType, send: { as: 'stream' }, returns: 'nothing' } }
}
