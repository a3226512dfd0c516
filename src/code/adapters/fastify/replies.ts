import ts from 'typescript'
import type { Response } from '../../../model/endpoint.js'
import type { Schema, Schemas } from '../../../model/schema.js'
import type { Route, Session } from './instance.js'

/**
 * The answers of a route whose registration declares them: `app.get<{ Reply: Pet[] }>(…)`. What the declared type says that
 * may be there, may be there, though the line that answers today leaves it out.
 */
export function withReplyType(session: Session, route: Route, responses: readonly Response[]): readonly Response[] {
  const reply = replyOf(session, route)
  if (reply === null || route.generic === null) return responses
  const { checker, types } = session.project
  const node = route.generic
  return responses.map((response) => {
    const type = typeFor(checker, reply, response.status, node)
    if (type === null) return response
    const declared = types.sent(type, node)
    const contents = response.contents.map((content) => ({
      ...content,
      schema: withOptional(content.schema, declared, types.schemas),
    }))
    return { ...response, contents }
  })
}

function replyOf({ project: { checker } }: Session, { generic }: Route): ts.Type | null {
  if (generic === null) return null
  const property = checker.getPropertyOfType(checker.getTypeFromTypeNode(generic), 'Reply')
  return property === undefined ? null : known(checker.getTypeOfSymbolAtLocation(property, generic))
}

function known(type: ts.Type): ts.Type | null {
  return type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.Never) ? null : type
}

/** `Reply` lists types by status (`200`, `'4xx'`) or is the type of every answer. */
function typeFor(checker: ts.TypeChecker, reply: ts.Type, status: string, node: ts.Node): ts.Type | null {
  const members = checker.getPropertiesOfType(reply)
  if (!members.some(({ name }) => /^[1-5](\d\d|xx)$/i.test(name))) return reply
  const wanted = [status, `${status.charAt(0)}XX`]
  const member = wanted.map((name) => members.find((each) => each.name.toUpperCase() === name)).find(Boolean)
  return member === undefined ? null : known(checker.getTypeOfSymbolAtLocation(member, node))
}

/** What is written, with the properties that are declared optional and are not written. */
function withOptional(written: Schema, declared: Schema, schemas: Schemas): Schema {
  const type = declared.ref === undefined ? declared : schemas[declared.ref]
  if (type === undefined || written.ref !== undefined) return written
  if (written.anyOf !== undefined) {
    return { ...written, anyOf: written.anyOf.map((each) => withOptional(each, type, schemas)) }
  }
  if (typeof written.items === 'object' && typeof type.items === 'object') {
    return { ...written, items: withOptional(written.items, type.items, schemas) }
  }
  if (written.properties === undefined || type.properties === undefined) return written
  const mine = Object.entries(written.properties).map(([name, schema]): readonly [string, Schema] => {
    const other = type.properties?.[name]
    return [name, other === undefined ? schema : withOptional(schema, other, schemas)]
  })
  const more = Object.entries(type.properties).filter(
    ([name]) => written.properties?.[name] === undefined && !type.required?.includes(name),
  )
  return { ...written, properties: Object.fromEntries([...mine, ...more]) }
}
