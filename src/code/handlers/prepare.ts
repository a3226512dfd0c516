import ts from 'typescript'
import type { Header } from '../../model/endpoint.js'
import type { Schema } from '../../model/schema.js'
import type { Reference, Scope } from '../values/value.js'
import type { ResponseEffect } from './dialect.js'
import type { Statuses } from './exchange.js'
import { entriesOf } from './init.js'
import type { Flow, Frame, Session } from './session.js'
import { statusesOf, textOf } from './status.js'

/** The answer to come, with what the effect says of its status, its media type and its headers. */
export function prepare(session: Session, frame: Frame, effect: ResponseEffect, at: ts.Node, flow: Flow): Flow {
  const init = effect.init === undefined ? null : initOf(session, frame, effect.init, at)
  const headers = namedHeaders(session, frame, effect, init?.headers ?? null, at)
  const others = headers.filter(([name]) => name.toLowerCase() !== 'content-type')
  return {
    statuses:
      init?.statuses ?? (effect.status === undefined ? flow.statuses : namedStatus(session, frame, effect.status)),
    mediaType: mediaTypeOf(session, frame, effect, headers) ?? flow.mediaType,
    headers: [...flow.headers, ...others.map(([name]) => headerNamed(session, name, at))],
  }
}

/** `{ status, headers }`; a bare number is the status alone. */
function initOf(
  session: Session,
  frame: Frame,
  init: ts.Expression,
  at: ts.Node,
): { readonly statuses: Statuses | null; readonly headers: Reference | null } {
  const type = session.project.checker.getTypeAtLocation(init)
  if (type.flags & ts.TypeFlags.NumberLike) return { statuses: statusesOf(session, frame, init), headers: null }
  const { known, unknown } = entriesOf(session, init, frame.scope)
  const status = known.get('status')
  const headers = known.get('headers') ?? null
  if (unknown !== null) session.gaps.push({ about: 'response-header', reason: unknown, at: session.project.locate(at) })
  if (status !== undefined)
    return { statuses: statusesOf(session, { ...frame, scope: status.scope }, status.expression), headers }
  return { statuses: unknown === null ? null : { known: false, reason: unknown }, headers }
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
  const schema: Schema = { type: ['string'], inexact: 'a header value is a string on the wire' }
  return { name, schema, at: session.project.locate(at) }
}
