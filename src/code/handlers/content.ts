import ts from 'typescript'
import type { Content } from '../../model/endpoint.js'
import type { Schema } from '../../model/schema.js'
import type { Sending } from './dialect.js'
import { lineage } from './error-classes.js'
import type { Answer } from './exchange.js'
import { isLeftOpen, resultTypes } from './handed-results.js'
import { payloadSchema } from './payload.js'
import type { Frame, Said, Session } from './session.js'
import { settled } from './syntax.js'

/** What an answer carries; null where it carries nothing. */
export function contentOf(
  session: Session,
  frame: Frame,
  sending: Sending,
  said: Pick<Said, 'mediaType'>,
): Answer['content'] {
  switch (sending.as) {
    case 'empty':
      return null
    case 'reason':
      return {
        mediaType: 'text/plain',
        schema: { type: ['string'], inexact: 'the words of the status' },
        implied: true,
      }
    case 'file':
    case 'stream':
      return { mediaType: said.mediaType ?? '*/*', schema: { inexact: `a ${sending.as} has no schema` } }
    case 'html':
      return { mediaType: said.mediaType ?? 'text/html', schema: { type: ['string'], inexact: 'a rendered page' } }
    default: {
      if (sending.payload === null) return null
      if (sending.as === 'raw') return rawContent(session, frame, sending.payload, said, sending.label)
      const { mediaType, empty, octets } = travels(session, frame, sending, sending.payload)
      if (empty) return null
      if (octets) return { mediaType: said.mediaType ?? mediaType, schema: { inexact: 'bytes have no schema' } }
      return { mediaType: said.mediaType ?? mediaType, schema: sentSchema(session, frame, sending, sending.payload) }
    }
  }
}

/** What a promise of an answer comes to says its type alone; anything else is read as it is written. */
function sentSchema(session: Session, frame: Frame, sending: Sending, payload: ts.Expression): Schema {
  const awaited = sending.as === 'by-type' || sending.as === 'json' ? sending.awaited : undefined
  const declared = sending.as === 'json' ? sending.declared : undefined
  if (declared !== undefined) {
    const type = session.project.checker.getTypeFromTypeNode(declared)
    return payloadSchema(session, { ...frame, declared: type }, payload)
  }
  if (awaited === undefined) return payloadSchema(session, frame, payload)
  return { at: session.project.locate(payload), ...session.project.types.sent(awaited, payload) }
}

/** `end(text)`, `write(text)`: bytes under the media type that was set; JSON only where the code makes it so. */
function rawContent(
  session: Session,
  frame: Frame,
  payload: ts.Expression,
  said: Pick<Said, 'mediaType'>,
  label: string | undefined,
): Pick<Content, 'mediaType' | 'schema'> {
  const mediaType = said.mediaType ?? (isText(session, payload) ? label : undefined) ?? '*/*'
  const node = settled(payload)
  const made =
    ts.isCallExpression(node) && node.expression.getText() === 'JSON.stringify' ? node.arguments[0] : undefined
  const inexact = 'it is written out as text'
  if (made === undefined)
    return { mediaType, schema: mediaType.startsWith('text/') ? { type: ['string'], inexact } : { inexact } }
  return { mediaType, schema: payloadSchema(session, frame, made) }
}

function isText({ project: { checker } }: Session, payload: ts.Expression): boolean {
  const { flags } = checker.getTypeAtLocation(payload)
  return (flags & ts.TypeFlags.StringLike) !== 0
}

/** How `send(x)` labels x, by the type of x. */
function travels(
  session: Session,
  frame: Frame,
  sending: Sending,
  payload: ts.Expression,
): { readonly mediaType: string; readonly empty: boolean; readonly octets?: boolean } {
  if (sending.as === 'text') return { mediaType: 'text/plain', empty: false }
  const { checker } = session.project
  const promisedType = sending.as === 'by-type' || sending.as === 'json' ? sending.awaited : undefined
  const type = promisedType ?? checker.getTypeAtLocation(payload)
  const results = isLeftOpen(type) ? resultTypes(session, frame, payload) : null
  const arms = (results ?? [type]).flatMap((each) => (each.isUnion() ? each.types : [each]))
  const flags = arms.reduce((all, arm) => all | arm.flags, 0)
  const isText = (flags & ts.TypeFlags.StringLike) !== 0
  if (sending.as === 'json') return { mediaType: 'application/json', empty: flags === ts.TypeFlags.Undefined }
  if (flags === ts.TypeFlags.Undefined || flags === ts.TypeFlags.Void) return { mediaType: '', empty: true }
  if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return { mediaType: '*/*', empty: false }
  if (isText) return { mediaType: flags & ts.TypeFlags.Object ? '*/*' : session.dialect.textMediaType, empty: false }
  const octets = arms.every((arm) => lineage(checker, arm).some(({ name }) => octetNames.has(name)))
  return { mediaType: octets ? 'application/octet-stream' : 'application/json', empty: false, octets }
}

/** Classes whose instances travel as bytes, and so do those of what extends them: a `PassThrough` is a `Readable`. */
const octetNames = new Set(['Buffer', 'Uint8Array', 'ReadStream', 'Readable', 'ReadableStream'])
