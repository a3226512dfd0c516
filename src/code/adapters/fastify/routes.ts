import ts from 'typescript'
import { expressionAt, referenceTo } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import { reasonOf } from '../../values/values.js'
import type { Instance, Session, Site } from './instance.js'
import type { MethodCall } from './method-call.js'
import { setting } from './settings.js'

/** `app.get('/pets', options, handler)`, with either left out. */
export function takeShorthand(session: Session, call: MethodCall, instance: Instance, site: Site): void {
  const [path, second, third] = call.arguments
  if (path === undefined || second === undefined) return
  const { values } = session.project
  const url = values.evaluate({ expression: path, scope: site.scope })
  const given = values.evaluate({ expression: second, scope: site.scope })
  const hasOptions = third !== undefined || (given.kind !== 'function' && isOptions(given))
  const options = hasOptions ? given : null
  const handler = third ?? (hasOptions ? undefined : second)
  add(session, {
    instance,
    site,
    node: call.expression.name,
    methods: [call.expression.name.text.toUpperCase()],
    url,
    options,
    handler: handler === undefined ? handlerIn(session, options) : { expression: handler, scope: site.scope },
    generic: call.typeArguments?.[0] ?? null,
  })
}

function isOptions(value: Value): boolean {
  return value.kind === 'object' || (value.kind === 'choice' && value.options.every(isOptions))
}

/** `app.route({ method, url, schema, handler })`. */
export function takeRoute(session: Session, call: MethodCall, instance: Instance, site: Site): void {
  const [given] = call.arguments
  if (given === undefined) return
  const options = session.project.values.evaluate({ expression: given, scope: site.scope })
  takeRouteObject(session, options, call.expression.name, instance, site, call.typeArguments?.[0] ?? null)
}

/** A route that is an object, as `route` and autoload take it. */
export function takeRouteObject(
  session: Session,
  options: Value,
  node: ts.Node,
  instance: Instance,
  site: Site,
  generic: ts.TypeNode | null = null,
): void {
  if (options.kind === 'choice') {
    for (const option of options.options) takeRouteObject(session, option, node, instance, site, generic)
    return
  }
  const { project } = session
  if (options.kind !== 'object') {
    session.unresolved.push({
      at: project.locate(node),
      reason: `the route's options cannot be read: ${reasonOf(options)}`,
    })
    return
  }
  const methods = methodsOf(session, setting(project, options, 'method'))
  if (methods === null) {
    session.unresolved.push({ at: project.locate(node), reason: 'the method of the route is not known' })
    return
  }
  const url = setting(project, options, 'url') ?? setting(project, options, 'path')
  if (url === null) {
    session.unresolved.push({ at: project.locate(node), reason: 'the route has no url' })
    return
  }
  add(session, { instance, site, node, methods, url, options, handler: handlerIn(session, options), generic })
}

function methodsOf(session: Session, value: Value | null): readonly string[] | null {
  if (value === null) return null
  const plain = session.project.values.literal(value)
  const names = plain.known ? (Array.isArray(plain.value) ? plain.value : [plain.value]) : []
  return names.length > 0 && names.every((name) => typeof name === 'string')
    ? names.map((name) => name.toUpperCase())
    : null
}

function handlerIn(session: Session, options: Value | null): Reference | null {
  const value = setting(session.project, options, 'handler')
  if (value === null) return null
  return referenceTo(
    value,
    expressionAt('node' in value ? value.node : (session.project.files[0] ?? ts.factory.createNull())),
  )
}

type Candidate = Omit<Session['routes'][number], 'url'> & { readonly url: Value }

/** A route whose url is one of several registers each; one whose url is not known is said. */
function add(session: Session, candidate: Candidate): void {
  const urls = candidate.url.kind === 'choice' ? candidate.url.options : [candidate.url]
  for (const url of urls) {
    if (url.kind === 'literal' && typeof url.value === 'string') session.routes.push({ ...candidate, url: url.value })
    else {
      const reason = `the url of the route is not known: ${reasonOf(url)}`
      session.unresolved.push({ at: session.project.locate(candidate.node), reason })
    }
  }
}
