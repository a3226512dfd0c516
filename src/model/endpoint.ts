import type { Location } from './location.js'
import type { Schema } from './schema.js'

/** `ALL` is a route that answers every method. */
export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH' | 'TRACE' | 'QUERY' | 'ALL'

export type ParameterPlace = 'path' | 'query' | 'header' | 'cookie'

/** One input beside the body. Header names compare without case. */
export interface Parameter {
  readonly name: string
  readonly in: ParameterPlace
  /** Absent where the side does not tell: a handler that reads `req.query.page` shows neither. */
  readonly required?: boolean
  readonly schema: Schema
  readonly deprecated?: boolean
  readonly at: Location
  /** Why the code may take fewer values than the schema says: nothing of the document is confirmed by it. */
  readonly unread?: string
  /**
   * Read only by what refuses strangers, such as a token: it stands for a documented parameter, but a document that speaks
   * of it as security, or not here, is not in error.
   */
  readonly implied?: true
}

/** One representation of a body. */
export interface Content {
  readonly mediaType: string
  readonly schema: Schema
  readonly at: Location
  /**
   * Written by the framework itself, such as the body of an error that the project only throws: it is compared where the
   * document describes one, but a document that describes none is not in error.
   */
  readonly implied?: true
  /** Of a request, only a type says so: nothing of the code refuses what does not fit at run time. */
  readonly declared?: true
  /** Of a request, fields that are not listed reach the code all the same: that the document has one is likely drift, not proven. */
  readonly lenient?: true
}

export interface Body {
  /** Absent where the side does not tell. */
  readonly required?: boolean
  readonly contents: readonly Content[]
  readonly at: Location
}

export interface Header {
  readonly name: string
  readonly required?: boolean
  readonly schema: Schema
  readonly deprecated?: boolean
  readonly at: Location
}

export interface Response {
  /** `200`, a range such as `2XX`, or `default`. */
  readonly status: string
  readonly contents: readonly Content[]
  readonly headers: readonly Header[]
  readonly at: Location
  /**
   * Answered by the framework itself (a pipe, a guard, the body parser, an unhandled error), not by a line of the project:
   * it stands for a documented status, but a document that leaves it out is not in error, so no rule reports its absence.
   */
  readonly implied?: true
}

/** By which schemes clients show who they are. */
interface Schemes {
  readonly schemes: readonly string[]
  /** The headers, cookies and query parameters that the schemes name: `{ type: apiKey, in: header, name: X-Key }`. */
  readonly carriers?: readonly string[]
  readonly at: Location
}

/** Whether a client must show who it is. */
export type Security =
  | { readonly kind: 'open' }
  | ({ readonly kind: 'guarded' } & Schemes)
  | ({ readonly kind: 'optional' } & Schemes)
  | { readonly kind: 'unknown'; readonly reason: string }

/** A list of the endpoint that may be longer than what was read: what is not listed there is not known, not absent. */
export interface Gap {
  readonly about: ParameterPlace | 'request' | 'status' | 'response-header'
  readonly reason: string
  readonly at?: Location
  /** Which statuses alone a gap about `status` may hide: `404`, ranges such as `4XX`, `default`. Absent: any. */
  readonly statuses?: readonly string[]
}

/** One method on one path, as either side describes it. */
export interface Endpoint {
  readonly method: Method
  /** A template: `/pets/{petId}`; `{*rest}` stands for any number of segments. */
  readonly path: string
  readonly at: Location
  readonly deprecated: boolean
  readonly parameters: readonly Parameter[]
  readonly body: Body | null
  readonly responses: readonly Response[]
  readonly security: Security
  readonly gaps: readonly Gap[]
  /** Where the route is mounted, outermost first; the code's side only. */
  readonly via?: readonly Location[]
  /** The adapter that found it; the code's side only. */
  readonly adapter?: string
  /** The code itself keeps it out of documents (`@Hidden`, `@ApiExcludeEndpoint`): a document that leaves it out is not in error. */
  readonly hidden?: true
  /** Why no request ever comes to it: an earlier route answers them all. A document that leaves it out is not in error. */
  readonly unreached?: string
  /** The document holds words only for this operation (a summary, a description): there is nothing to compare. */
  readonly sketch?: true
}
