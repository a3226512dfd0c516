import type { Method } from '../../../model/endpoint.js'
import { commonVerbs, verbsOf } from '../../routing/verbs.js'
import type { Value } from '../../values/value.js'

/** The packages that switch the adapter on. */
export const packages = ['hono', '@hono/zod-openapi', '@hono/hono', 'jsr:@hono/hono']

/** The method that `app.get` and its like answer. */
export const verbOf = verbsOf(commonVerbs)

const methodNames: ReadonlySet<string> = new Set([...Object.values(commonVerbs), 'HEAD', 'TRACE'])

/** A method as `app.on('PURGE', …)` names it; null for one that no document can describe. */
export function methodNamed(name: string): Method | null {
  const upper = name.toUpperCase()
  return methodNames.has(upper) ? (upper as Method) : null // the set holds methods only
}

/** What registers something on an application. */
export function registers(name: string): boolean {
  return verbOf(name) !== undefined || others.has(name)
}

const documents = new Set(['doc', 'doc31'])
const described = ['openapi', 'openapiRoutes', ...documents]
const others = new Set(['use', 'on', 'route', 'mount', 'onError', 'notFound', ...described])

/** `app.doc('/openapi.json', …)`: serves the document of what is registered by route objects. */
export const servesDocument = (name: string): boolean => documents.has(name)

/** Methods that give the application itself back. */
export function isChaining(name: string): boolean {
  return registers(name) || name === 'get'
}

const modules =
  /^(hono(\/(tiny|quick|preset))?|@hono\/zod-openapi|@hono\/hono|(jsr:|npm:)@?hono.*|https:\/\/deno\.land\/x\/hono.*)$/

/** Whether a call makes an application: `new Hono()`, `new OpenAPIHono()`. */
export function makesApp(callee: Value): boolean {
  return callee.kind === 'import' && modules.test(callee.module) && /^(Hono|OpenAPIHono|\$?Hono\w*)$/.test(callee.name)
}

/** `$(app)` of `@hono/zod-openapi` gives the application itself. */
export function isRetyping(callee: Value): boolean {
  return callee.kind === 'import' && callee.module === '@hono/zod-openapi' && callee.name === '$'
}

/** Whether a value is what `createFactory()` gives. */
export function isFactory(value: Value): value is Extract<Value, { kind: 'call' }> {
  if (value.kind !== 'call' || value.method !== undefined || value.callee.kind !== 'import') return false
  return /^(createFactory|Factory)$/.test(value.callee.name) && /hono/.test(value.callee.module)
}
