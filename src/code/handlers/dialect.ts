import type ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Project } from '../project.js'
import type { Reference, Scope, Value } from '../values/value.js'
import type { InputPlace, Stage, Statuses, Thrown, Trace } from './exchange.js'
import type { RouteFacts } from './route-facts.js'

/**
 * What a value that the framework hands to a handler stands for. `context` is request and response in one (Koa, Hono),
 * `route` carries the path parameters beside the request (Next), `url` is the request's URL or its text, `assert` refuses what does
 * not hold (Koa's `ctx.assert`).
 */
export type Role = 'request' | 'response' | 'context' | 'next' | 'error' | 'route' | 'url' | 'assert'

/** What a call or an assignment on the response does. Arguments are given by expression, so that the walker evaluates them in scope. */
export interface ResponseEffect {
  /** Sets the status of the answer to come (or of this one, where it also sends). */
  readonly status?: ts.Expression | number
  /** Sets a header. */
  readonly header?: { readonly name: ts.Expression | string; readonly value: ts.Expression | string }
  /** Sets several headers from an object literal. */
  readonly headers?: ts.Expression
  /** Sets the media type: `res.type('json')`. */
  readonly mediaType?: ts.Expression | string
  /** Status and headers in one object: `{ status: 201, headers }` of the platform's `Response`. */
  readonly init?: ts.Expression
  /** Sends: the answer is complete with this. */
  readonly send?: Sending
  /** Lets the request go on to what comes next. */
  readonly passes?: true
  /** Runs one of several functions by media type (`res.format`). */
  readonly formats?: ts.Expression
  /** Redirects: 302, unless a redirecting status is set already. */
  readonly redirects?: true
  /** Throws an error that carries the status, or the error itself; an assertion goes on where what it asserts holds (null: a comparison). */
  readonly throws?: {
    readonly status: ts.Expression | number | null
    readonly error?: ts.Expression
    readonly unless?: ts.Expression | null
  }
  /** The answer is written in a way that is not read, and why. */
  readonly unread?: string
  /** The call gives this instead of the response itself. */
  readonly returns?: 'response' | 'nothing'
}

/** How the payload travels: `by-type` is text for a string, octets for a buffer and JSON for the rest; `raw` says nothing of its media type. */
export type Sending =
  | { readonly as: 'text'; readonly payload: ts.Expression | null }
  /** `label`: the media type of a text that names none. */
  | { readonly as: 'raw'; readonly payload: ts.Expression | null; readonly label?: string }
  /** `declared`: what the author says it is, where the payload itself says nothing: `NextResponse.json<Pet>(x)`. */
  | {
      readonly as: 'json'
      readonly payload: ts.Expression | null
      readonly awaited?: ts.Type
      readonly declared?: ts.TypeNode
    }
  /** `awaited`: the payload is a promise, and what it comes to is sent in its place. */
  | { readonly as: 'by-type'; readonly payload: ts.Expression | null; readonly awaited?: ts.Type }
  | { readonly as: 'empty' }
  /** The words of the status, which the framework itself writes: `sendStatus(404)` sends `Not Found`. */
  | { readonly as: 'reason' }
  | { readonly as: 'file' | 'html' | 'stream' }

/** Where one member of the request leads: `query` to the query, `get` to a function that reads one header by name. */
export type RequestMember =
  | { readonly kind: 'input'; readonly place: InputPlace }
  /** `req.get('x-request-id')`: reads one field, named by the first argument, or by another one. */
  | { readonly kind: 'getter'; readonly place: InputPlace; readonly field?: ts.Expression }
  /** `c.req.json()`, `request.file()`: a call that gives the whole input. */
  | { readonly kind: 'reader'; readonly place: InputPlace; readonly mediaType?: string }
  /** `ctx.request`, `c.req`, `reply.raw`: another role object. */
  | { readonly kind: 'role'; readonly role: Role }

/** What one framework's handlers look like. The walker knows functions and statements; the dialect knows names. */
export interface Dialect {
  /** The role of each parameter, by position; null for one that has none. */
  roles(handler: ts.SignatureDeclaration): readonly (Role | null)[]
  /** What `response.method(…)` does; null for a member that says nothing about the answer. */
  respond(method: string, args: readonly ts.Expression[], role: Role): ResponseEffect | null
  /** What `response.member = value` does. */
  assign(member: string, value: ts.Expression, role: Role): ResponseEffect | null
  /** What `request.member` or `context.member` leads to; `args` where it is called. */
  member(role: Role, member: string, args?: readonly ts.Expression[]): RequestMember | null
  /**
   * What a call of a function or a `new` gives of the request that is no member of it: `cookies()`, `new URL(request.url)`.
   * `argument` is what its first argument holds.
   */
  given?(project: Project, node: ts.CallExpression | ts.NewExpression, argument: Role | null): RequestMember | null
  /**
   * What a function of the framework's own package does that is handed the exchange: `setResponseStatus(event, 201)`,
   * `streamSSE(c, …)`. `argument` is what its first argument holds.
   */
  helped?(project: Project, call: ts.CallExpression, scope: Scope, argument: Role): Helped | null
  /** A middleware whose meaning the framework's own packages give: `zValidator('json', schema)`. */
  link?(project: Project, reference: Reference, value: Value): ReadLink | null
  /** How a method of an input leads into it: `query.get('page')` to one field, `query.entries()` to all of it,
   * `cookies.set(…)` nowhere. */
  inputMethod?(method: string): 'field' | 'whole' | 'none' | null
  /** The answer that an expression makes for the handler to give back: `Response.json(x)`; with `returnsAnswer`, among plain values. */
  made?(project: Project, node: ts.CallExpression | ts.NewExpression, scope: Scope): ResponseEffect | null
  /** The functions that are read may give back what is no answer, such as the value that a check has made. */
  readonly givesBackOther?: true
  /** The function of the framework that leaves by a throw which it answers itself: `notFound` of `next/navigation`. */
  leaves?(project: Project, call: ts.CallExpression, scope: Scope): Thrown['library'] | null
  /** How `send` labels a string. */
  readonly textMediaType: string
  /** Whether a value that the handler returns is the answer. */
  readonly returnsAnswer: boolean
  /** An error that the handler returns is answered as one that it throws. */
  readonly raisesReturned?: true
  /** How what the handler returns is sent, where that is not as `send` does it. */
  readonly returned?: Returned
  /** What `this.method(…)` of the handler's own class does to the answer; null for a method of the project. */
  self?(method: string, args: readonly ts.Expression[]): ResponseEffect | null
  /** What calling the response itself does, or another part of the exchange: `notFound(404, body)`. */
  answer?(args: readonly ts.Expression[], role: Role): ResponseEffect | null
  /** The status of an answer that sets none. */
  readonly defaultStatus: number
  /** The answer to an error that nobody in the project handles; null where it is not known. */
  thrown(error: Thrown, project: Project): ThrownAnswer | null
  /** What an error handler of another package does with an error: the statuses that it answers with; null where it is not known. */
  handles?(handler: Value, error: Thrown): readonly string[] | 'passes' | null
  /** What the functions behind throw is answered before `next()` comes back: it never fails. */
  readonly sureNext?: true
  /** The member of the response that gives the status set so far; what is set before an error stays for whoever answers it. */
  readonly keeps?: string
  /** Answers are sent only when all functions are done: where in the chain the function stands that is read. */
  readonly stage?: Stage
  /** Whether a condition holds that a function of the framework decides by the route alone: `isMethod(event, 'GET')`; else null. */
  holds?(call: ts.CallExpression, route: RouteFacts): boolean | null
  /** The route that is being read, where conditions on where a request was sent are to be decided. */
  readonly route?: RouteFacts
  /** Middleware of other packages that is known, by module and name, and what it does. */
  known(value: Value): KnownMiddleware | null
}

/** How a framework sends what a handler returns. */
export interface Returned {
  /** `json`: text and numbers too. */
  readonly as: 'json' | 'by-type'
  /** What it sends for `undefined` or `null`: told apart from other answers, because it has a status of its own. */
  absent(value: 'undefined' | 'null', said: Statuses): AbsentAnswer
}

export interface AbsentAnswer {
  readonly statuses: Statuses
  readonly content: { readonly mediaType: string; readonly schema: Schema } | null
}

/** What a function of the framework does with the exchange that it is handed. */
export interface Helped {
  readonly effect?: ResponseEffect
  /** It checks a part of the request, by a schema, a method of one, or a function that is handed the part. */
  readonly check?: { readonly place: InputPlace; readonly by: ts.Expression }
}

/** How the framework itself answers an error. */
export interface ThrownAnswer {
  readonly statuses: Statuses
  /** The body as the framework writes it; null where it writes none, absent where that is not known. */
  readonly body?: { readonly mediaType: string; readonly schema: Schema } | null
  /** The names of the headers that it sets. */
  readonly headers?: readonly string[]
}

/** A middleware that is read by what its package says of it. */
export interface ReadLink {
  readonly trace: Trace
  readonly known: KnownMiddleware | null
}

/** What is known of a middleware whose code is not read. */
export interface KnownMiddleware {
  /** Statuses it answers with that a client should know of. */
  readonly statuses: readonly number[]
  /** Statuses of errors that it throws: what stands around it answers them. */
  readonly throws?: readonly number[]
  /** Statuses it answers only to broken requests: a document may list them and need not. */
  readonly hidden?: readonly string[]
  /** It refuses a client that does not show who it is. */
  readonly guards?: { readonly scheme: string; readonly optional?: boolean }
  /** The body it makes readable. */
  readonly parses?: string
}
