import type ts from 'typescript'
import type { Content, Endpoint, Gap, Header, Method } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'
import type { Schema } from '../../model/schema.js'
import type { Reference } from '../values/value.js'
import type { PathParameters } from './route-facts.js'

/** What reading its code says of an endpoint; with method, path and place it is the endpoint. */
export type Exchange = Pick<Endpoint, 'parameters' | 'body' | 'responses' | 'security' | 'gaps'>

/** The functions that a request to one endpoint runs through. */
export interface Chain {
  readonly method: Method
  /** The template: says which names are path parameters. */
  readonly path: string
  readonly at: Location
  /** What the functions of the registration find of the path's parameters; absent where that is not known. */
  readonly parameters?: PathParameters
  /** What runs before the handler, outermost first: app-level, router-level, route-level. */
  readonly middlewares: readonly Reference[]
  /** The prefix below which each of them runs, where the framework's request leaves it out of the path. */
  readonly mounts?: ReadonlyMap<Reference, string>
  /** The handlers of the registration; the last one is the one that answers. */
  readonly handlers: readonly Reference[]
  /** What the registration itself demands of the request, by a description that the framework holds it against. */
  readonly demands?: readonly Demand[]
  /** The error-handling functions that a throw or `next(error)` reaches, first one first. */
  readonly errorHandlers: readonly Reference[]
}

/** The statuses an answer may have: all of them, or why they are not known. */
export type Statuses =
  | { readonly known: true; readonly values: readonly number[] }
  | { readonly known: false; readonly reason: string }

/** One place in the code that answers the request. */
export interface Answer {
  readonly statuses: Statuses
  /** Null where the answer has no content. */
  readonly content: Pick<Content, 'mediaType' | 'schema' | 'implied'> | null
  readonly headers: readonly Header[]
  readonly at: Location
}

/** Where in a request a value is read from; `upload` is a file part of a multipart body. */
export type InputPlace = 'path' | 'query' | 'header' | 'cookie' | 'body' | 'upload'

/** A field that the code is seen to read: a lower bound of what it accepts. */
export interface InputRead {
  readonly place: InputPlace
  /** Names from the input down: `['address', 'city']`; empty where the whole input is read. */
  readonly path: readonly string[]
  /** What the code declares the value to be, where it does. */
  readonly schema: Schema | null
  readonly at: Location
  /** A body's media type, where the way it is read settles it: `request.formData()`. */
  readonly mediaType?: string
  /** Read by a middleware that refuses strangers or writes logs: it shows who the client is, or which request it is. */
  readonly credential?: true
}

/** A demand that a validator or a declared type makes on one input: what the code accepts, not only what it was seen to read. */
export interface Demand {
  readonly place: InputPlace
  readonly schema: Schema
  /**
   * `validator` is checked at run time; `declared` is what the authors state; `lower-bound` lets other fields pass; `field` is
   * about one field that is read, and says of the others neither that they are taken nor that they are hidden.
   */
  readonly strength: 'validator' | 'declared' | 'lower-bound' | 'field'
  /** Whether the input itself must be there; absent where the code does not tell. */
  readonly required?: boolean
  /** A body's media type, where the demand settles it. */
  readonly mediaType?: string
  /** The name of the one field that it is about, which is looked for in every part of the request. */
  readonly anywhere?: string
  readonly at: Location
}

/** A method that answers, replaced at run time: what is sent is not what the handler says. */
export interface Patch {
  readonly reason: string
  readonly at: Location
  readonly changesStatus: boolean
}

/** Everything that walking one function found. */
export interface Trace {
  readonly answers: readonly Answer[]
  readonly reads: readonly InputRead[]
  readonly demands: readonly Demand[]
  readonly throws: readonly Thrown[]
  readonly gaps: readonly Gap[]
  /** It may call `next()`, or otherwise let the request go on. */
  readonly passes: boolean
  /** Where it does. */
  readonly passSites: readonly Location[]
  /** It may come to its end without answering or passing on. */
  readonly open: boolean
  readonly at: Location
  /** What it has set where it passes on, and what it does afterwards to the answer of others. */
  readonly onward?: readonly Draft[]
  readonly rewrites?: readonly Rewrite[]
  readonly patches?: readonly Patch[]
  /** Some way through it was not followed, and why: it may answer or refuse unseen. */
  readonly unseen: readonly { readonly reason: string; readonly at: Location }[]
}

/** An error that leaves the function: thrown, or handed to `next`. */
export interface Thrown {
  /** The error as an expression in its scope; null where the code throws something that cannot be read. */
  readonly error: Reference | null
  /** The class of another package that it is an instance of, where the code does not name it: a validator's own error. */
  readonly library?: { readonly module: string; readonly name: string }
  /** The status it carries, where a call says so: `ctx.throw(404)`. */
  readonly status?: number
  /** It is thrown where something else than the request does not fit, which nobody may ever see. */
  readonly unsure?: true
  /** Any error that the project does not construct itself: it is of no class of the project. */
  readonly foreign?: true
  /** What was said of the answer before it was thrown, where that outlives it: `res.status(404); throw new Error('none')`. */
  readonly said?: { readonly statuses: Statuses; readonly mediaType: string | null }
  readonly at: Location
}

/** What the body of an answer is to be, as far as the functions so far have said. */
export type DraftBody =
  /** Nobody has set one. */
  | { readonly kind: 'unset' }
  /** Code that is not read may have set one. */
  | { readonly kind: 'unknown' }
  /** Set to nothing. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'content'; readonly content: Pick<Content, 'mediaType' | 'schema'> }

/**
 * One way in which an answer may be put together that is sent only when all functions of the chain are done (Koa): what is
 * assigned last is sent.
 */
export interface Draft {
  /** Null where nobody has set a status. */
  readonly statuses: Statuses | null
  readonly body: DraftBody
  readonly mediaType: string | null
  readonly headers: readonly Header[]
  /** Where status or body were set last. */
  readonly at: Location | null
  /** The functions behind `next()` have made the answer that it starts from. */
  readonly behind?: true
  /** Only where they have set no body. */
  readonly bodiless?: true
  /** It is made of what a `catch` does with the error that is being followed. */
  readonly caught?: true
  /** Its status is one of several that this expression may have. */
  readonly oneOf?: ts.Expression
}

/** Where in the chain a function stands whose answer is sent only at the end. */
export interface Stage {
  /** Nothing comes behind it: its `next()` does nothing. */
  readonly last: boolean
  /** What the functions before it have set. */
  readonly drafts: readonly Draft[]
  /** The functions behind it throw this error: what is done about that is all that is asked. */
  readonly following?: Thrown
}

/** What a function does, on one way, to an answer that the functions behind it have made; `kept` lets the body be. */
export interface Rewrite {
  readonly statuses: Statuses | null
  readonly body: Pick<Content, 'mediaType' | 'schema'> | 'kept' | null
  /** It is done only where they have set no body. */
  readonly bodiless?: true
  readonly at: Location
}
