import type { Content, Response } from '../../../model/endpoint.js'
import type { DeclaredResponse } from './schemas.js'

/**
 * The answers of a route with `schema.response`: what is sent under a declared status is what its schema lists, and a
 * status that is declared is one that is sent, whether or not a line was seen that sends it.
 */
export function withDeclared(seen: readonly Response[], declared: readonly DeclaredResponse[]): readonly Response[] {
  const serialised = seen.map((response) => {
    const found = declarationFor(response.status, declared)
    return found === null ? response : { ...response, contents: contentsOf(response, found), at: found.at }
  })
  const unseen = declared.filter(
    ({ status }) => status !== 'default' && !seen.some((response) => covers(status, response.status)),
  )
  return [...serialised, ...unseen.map((response) => ({ ...response, headers: [] }))].sort((left, right) =>
    left.status < right.status ? -1 : 1,
  )
}

function covers(declared: string, status: string): boolean {
  return declared === status || (declared.endsWith('XX') && declared[0] === status[0])
}

function declarationFor(status: string, declared: readonly DeclaredResponse[]): DeclaredResponse | null {
  return (
    declared.find((response) => response.status === status) ??
    declared.find((response) => response.status.endsWith('XX') && response.status[0] === status[0]) ??
    declared.find((response) => response.status === 'default') ??
    null
  )
}

/** A payload that is no JSON passes the serialiser by; the declared schema then says nothing of it. */
function contentsOf(seen: Response, declared: DeclaredResponse): readonly Content[] {
  const others = seen.contents.filter(
    ({ mediaType }) => !isJson(mediaType) && mediaType !== '*/*' && mediaType !== 'text/plain',
  )
  if (others.length > 0 && others.length === seen.contents.length) {
    return declared.contents.length === 0 ? others : others.map((content) => matching(content, declared))
  }
  const isUnread =
    seen.contents.length > 0 && seen.contents.every(({ mediaType, implied }) => mediaType === '*/*' || implied)
  return isUnread && declared.contents.every(isText) ? seen.contents : declared.contents
}

/** A schema that lists nothing but a text: with a file or a stream it describes bytes, which no serialiser touches. */
function isText({ schema }: Content): boolean {
  return schema.type?.join() === 'string'
}

function matching(content: Content, declared: DeclaredResponse): Content {
  return declared.contents.find(({ mediaType }) => mediaType === content.mediaType) ?? content
}

function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json')
}
