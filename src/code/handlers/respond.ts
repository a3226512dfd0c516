import ts from 'typescript'
import type { Content, Header } from '../../model/endpoint.js'
import type { Schema } from '../../model/schema.js'
import type { ResponseEffect, Sending } from './dialect.js'
import type { Answer, Statuses } from './exchange.js'
import { payloadSchema } from './payload.js'
import type { Flow, Frame, Session } from './session.js'
import { statusesOf, textOf } from './status.js'
import { bare, keyName, settled } from './syntax.js'

/** Does what a call or an assignment on the response does: the state after it, null where the answer is sent. */
export function applyEffect(
  session: Session,
  frame: Frame,
  effect: ResponseEffect,
  at: ts.Node,
  flow: Flow | null,
): Flow | null {
  if (flow === null) return null
  const prepared: Flow = {
    statuses: effect.status === undefined ? flow.statuses : statusOf(session, frame, effect.status),
    mediaType: mediaTypeOf(session, frame, effect) ?? flow.mediaType,
    headers: [...flow.headers, ...headersOf(session, frame, effect, at)],
  }
  if (effect.formats !== undefined) return walkFormats(session, frame, effect.formats, prepared)
  if (effect.send === undefined) return prepared
  session.answers.push(answerOf(session, frame, effect.send, at, prepared))
  return null
}

function statusOf(session: Session, frame: Frame, status: ts.Expression | number): Statuses {
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
function mediaTypeFrom(text: string): string {
  const type = (text.split(';')[0] ?? text).trim().toLowerCase()
  return type.includes('/') ? type : (shortNames[type.replace(/^\./, '')] ?? type)
}

function mediaTypeOf(session: Session, frame: Frame, effect: ResponseEffect): string | null {
  const direct = effect.mediaType === undefined ? null : text(session, frame, effect.mediaType)
  if (direct !== null) return mediaTypeFrom(direct)
  for (const [name, value] of namedHeaders(session, frame, effect)) {
    if (name.toLowerCase() !== 'content-type') continue
    const type = text(session, frame, value)
    return type === null ? '*/*' : mediaTypeFrom(type)
  }
  return effect.mediaType === undefined ? null : '*/*'
}

function text(session: Session, frame: Frame, value: ts.Expression | string): string | null {
  return typeof value === 'string' ? value : textOf(session, frame, value)
}

function namedHeaders(
  session: Session,
  frame: Frame,
  effect: ResponseEffect,
): readonly (readonly [string, ts.Expression | string])[] {
  const named: [string, ts.Expression | string][] = []
  if (effect.header !== undefined) {
    const name = text(session, frame, effect.header.name)
    if (name !== null) named.push([name, effect.header.value])
  }
  const literal = effect.headers === undefined ? null : bare(effect.headers)
  if (literal !== null && ts.isObjectLiteralExpression(literal)) {
    for (const property of literal.properties) {
      const name = property.name === undefined ? null : keyName(property.name)
      if (name !== null && ts.isPropertyAssignment(property)) named.push([name, property.initializer])
    }
  }
  return named
}

function headersOf(session: Session, frame: Frame, effect: ResponseEffect, at: ts.Node): readonly Header[] {
  return namedHeaders(session, frame, effect)
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name]) => ({
      name,
      schema: { type: ['string'], inexact: 'a header value is a string on the wire' },
      at: session.project.locate(at),
    }))
}

function answerOf(session: Session, frame: Frame, sending: Sending, at: ts.Node, flow: Flow): Answer {
  const { statuses } = flow
  const bodiless = statuses.known && statuses.values.every((status) => status === 204 || status === 304)
  return {
    statuses,
    content: bodiless ? null : contentOf(session, frame, sending, flow),
    headers: flow.headers,
    at: session.project.locate(at),
  }
}

function contentOf(
  session: Session,
  frame: Frame,
  sending: Sending,
  flow: Flow,
): Pick<Content, 'mediaType' | 'schema'> | null {
  switch (sending.as) {
    case 'empty':
      return null
    case 'file':
    case 'stream':
      return { mediaType: flow.mediaType ?? '*/*', schema: { inexact: `a ${sending.as} has no schema` } }
    case 'html':
      return { mediaType: flow.mediaType ?? 'text/html', schema: { type: ['string'], inexact: 'a rendered page' } }
    default: {
      if (sending.payload === null) return null
      if (sending.as === 'raw') return rawContent(session, sending.payload, flow)
      const { mediaType, empty } = travels(session, sending, sending.payload)
      if (empty) return null
      return { mediaType: flow.mediaType ?? mediaType, schema: sentSchema(session, frame, sending, sending.payload) }
    }
  }
}

/** What a promise of an answer comes to says its type alone; anything else is read as it is written. */
function sentSchema(session: Session, frame: Frame, sending: Sending, payload: ts.Expression): Schema {
  const awaited = sending.as === 'by-type' || sending.as === 'json' ? sending.awaited : undefined
  if (awaited === undefined) return payloadSchema(session, frame, payload)
  return { at: session.project.locate(payload), ...session.project.types.sent(awaited, payload) }
}

/** `end(text)`, `write(text)`: bytes under the media type that was set; JSON only where the code makes it so. */
function rawContent(session: Session, payload: ts.Expression, flow: Flow): Pick<Content, 'mediaType' | 'schema'> {
  const mediaType = flow.mediaType ?? '*/*'
  const node = settled(payload)
  const made =
    ts.isCallExpression(node) && node.expression.getText() === 'JSON.stringify' ? node.arguments[0] : undefined
  const inexact = 'it is written out as text'
  if (made === undefined)
    return { mediaType, schema: mediaType.startsWith('text/') ? { type: ['string'], inexact } : { inexact } }
  return { mediaType, schema: session.project.types.sent(session.project.checker.getTypeAtLocation(made), made) }
}

/** How `send(x)` labels x, by the type of x. */
function travels(
  session: Session,
  sending: Sending,
  payload: ts.Expression,
): { readonly mediaType: string; readonly empty: boolean } {
  if (sending.as === 'text') return { mediaType: 'text/plain', empty: false }
  const { checker } = session.project
  const promisedType = sending.as === 'by-type' || sending.as === 'json' ? sending.awaited : undefined
  const type = promisedType ?? checker.getTypeAtLocation(payload)
  const flags = type.isUnion() ? type.types.reduce((all, arm) => all | arm.flags, 0) : type.flags
  const isText = (flags & ts.TypeFlags.StringLike) !== 0
  if (sending.as === 'json') return { mediaType: 'application/json', empty: flags === ts.TypeFlags.Undefined }
  if (flags === ts.TypeFlags.Undefined || flags === ts.TypeFlags.Void) return { mediaType: '', empty: true }
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return { mediaType: '*/*', empty: false }
  if (isText) return { mediaType: flags & ts.TypeFlags.Object ? '*/*' : session.dialect.textMediaType, empty: false }
  const name = type.getSymbol()?.name
  const octets = name === 'Buffer' || name === 'Uint8Array' || name === 'ReadStream' || name === 'Readable'
  return { mediaType: octets ? 'application/octet-stream' : 'application/json', empty: false }
}

/** `res.format({ 'text/html'() {…}, json() {…} })`: each function answers with its media type. */
function walkFormats(session: Session, frame: Frame, formats: ts.Expression, flow: Flow): Flow | null {
  const literal = bare(formats)
  if (!ts.isObjectLiteralExpression(literal)) return flow
  for (const property of literal.properties) {
    const name = property.name === undefined ? null : keyName(property.name)
    const body = ts.isMethodDeclaration(property) ? property.body : undefined
    const value = ts.isPropertyAssignment(property) ? settled(property.initializer) : null
    const branch: Flow = { ...flow, mediaType: name === null || name === 'default' ? null : mediaTypeFrom(name) }
    const inner: Frame = { ...frame, exits: [] }
    if (body !== undefined) session.walk.statements(session, inner, body.statements, branch)
    else if (value !== null && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) {
      if (ts.isBlock(value.body)) session.walk.statements(session, inner, value.body.statements, branch)
      else session.walk.expression(session, inner, value.body, branch)
    }
  }
  return null
}
