import ts from 'typescript'
import type { Header } from '../../model/endpoint.js'
import type { Reference, Scope } from '../values/value.js'
import type { ResponseEffect } from './dialect.js'
import type { Statuses } from './exchange.js'
import { headerText } from './header-text.js'
import { entriesOf } from './init.js'
import { decideByLiteral } from './literal-conditions.js'
import type { Prepared } from './prepared.js'
import type { Frame, Said, Session, Way } from './session.js'
import { statusesOf, textOf } from './status.js'
import { statusCases } from './status-cases.js'
import { settled } from './syntax.js'

/** What the effect says of the status, the media type and the headers of the answer to come. */
export function prepare(session: Session, frame: Frame, effect: ResponseEffect, at: ts.Node): Prepared {
  const init = effect.init === undefined ? null : initOf(session, frame, effect.init, at)
  const headers = namedHeaders(session, frame, effect, init?.headers ?? null, at)
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type')
  return {
    status: init?.status ?? statusOf(effect, frame),
    mediaType: mediaTypeOf(session, frame, effect, headers),
    headers: others.map(([name]) => headerNamed(session, name, at)),
  }
}

function statusOf({ status }: ResponseEffect, { scope }: Frame): Prepared['status'] {
  if (status === undefined) return null
  return typeof status === 'number' ? status : { expression: status, scope }
}

/** The ways on which the answer goes on that is prepared like this: one for each status that a condition chooses. */
export function preparedWays(session: Session, frame: Frame, prepared: Prepared, way: Way): readonly Way[] {
  const { status, mediaType, headers } = prepared
  if (status === null && mediaType === null && headers.length === 0) return [way]
  const { oneOf: before, ...rest } = way.said
  const said: Said = {
    ...rest,
    mediaType: mediaType ?? rest.mediaType,
    headers: headers.length === 0 ? rest.headers : [...rest.headers, ...headers],
  }
  if (status === null) return [{ ...way, said: before === undefined ? said : { ...said, oneOf: before } }]
  if (typeof status === 'number') return [{ ...way, said: { ...said, statuses: { known: true, values: [status] } } }]
  if ('known' in status) return [{ ...way, said: { ...said, statuses: status } }]
  const cases = statusCases(session, { ...frame, scope: status.scope }, way, status.expression)
  const isOneOfSeveral = cases.length > 1 || cases.some(({ statuses }) => statuses.known && statuses.values.length > 1)
  const oneOf = isOneOfSeveral ? { oneOf: status.expression } : {}
  return cases.map(({ facts, statuses }) => ({ ...way, facts, said: { ...said, statuses, ...oneOf } }))
}

/** `{ status, headers }`; a bare number is the status alone. */
function initOf(
  session: Session,
  frame: Frame,
  init: ts.Expression,
  at: ts.Node,
): { readonly status: Prepared['status']; readonly headers: Reference | null } {
  const type = session.project.checker.getTypeAtLocation(init)
  if (type.flags & ts.TypeFlags.NumberLike) return { status: { expression: init, scope: frame.scope }, headers: null }
  const { known, unknown } = entriesOf(session, chosenHere(session, frame, init), frame.scope)
  const status = known.get('status')
  const headers = known.get('headers') ?? null
  if (unknown !== null) session.gaps.push({ about: 'response-header', reason: unknown, at: session.project.locate(at) })
  if (status !== undefined) return { status, headers }
  return { status: unknown === null ? null : { known: false, reason: unknown }, headers }
}

/** Of `typeof init === 'number' ? { status: init } : init` the one that the call in sight comes to. */
function chosenHere(session: Session, frame: Frame, expression: ts.Expression): ts.Expression {
  const node = settled(expression)
  const truth = ts.isConditionalExpression(node) ? decideByLiteral(session, frame, node.condition) : null
  if (!ts.isConditionalExpression(node) || truth === null) return expression
  return chosenHere(session, frame, truth ? node.whenTrue : node.whenFalse)
}

/** The statuses that a status of an effect names. */
export function namedStatus(session: Session, frame: Frame, status: ts.Expression | number): Statuses {
  return typeof status === 'number' ? { known: true, values: [status] } : statusesOf(session, frame, status)
}

const shortNames: Readonly<Record<string, string>> = {
  json: 'application/json',
  html: 'text/html',
  text: 'text/plain',
  txt: 'text/plain',
  xml: 'application/xml',
  csv: 'text/csv',
  bin: 'application/octet-stream',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
}

/** A media type without its parameters, from a full or an Express short name. */
export function mediaTypeFrom(text: string): string {
  const type = (text.split(';')[0] ?? text).trim().toLowerCase()
  return type.includes('/') ? type : (shortNames[type.replace(/^\./, '')] ?? type)
}

function mediaTypeOf(session: Session, frame: Frame, effect: ResponseEffect, headers: readonly Named[]): string | null {
  const direct = effect.mediaType === undefined ? null : text(session, frame, effect.mediaType)
  if (direct !== null) return mediaTypeFrom(direct)
  for (const [name, value, scope] of headers) {
    if (name.toLowerCase() !== 'content-type') continue
    const type = text(session, { ...frame, scope }, value)
    return type === null ? '*/*' : mediaTypeFrom(type)
  }
  return effect.mediaType === undefined ? null : '*/*'
}

function text(session: Session, frame: Frame, value: ts.Expression | string): string | null {
  return typeof value === 'string' ? value : textOf(session, frame, value)
}

type Named = readonly [name: string, value: ts.Expression | string, scope: Scope]

function namedHeaders(
  session: Session,
  frame: Frame,
  effect: ResponseEffect,
  given: Reference | null,
  at: ts.Node,
): readonly Named[] {
  const named: Named[] = []
  if (effect.header !== undefined) {
    const name = text(session, frame, effect.header.name)
    if (name !== null) named.push([name, effect.header.value, frame.scope])
  }
  const list = given ?? (effect.headers === undefined ? null : { expression: effect.headers, scope: frame.scope })
  if (list === null) return named
  const { known, unknown } = entriesOf(session, list.expression, list.scope)
  for (const [name, { expression, scope }] of known) named.push([name, expression, scope])
  if (unknown !== null) session.gaps.push({ about: 'response-header', reason: unknown, at: session.project.locate(at) })
  return named
}

function headerNamed(session: Session, name: string, at: ts.Node): Header {
  return { name, schema: headerText, at: session.project.locate(at) }
}
