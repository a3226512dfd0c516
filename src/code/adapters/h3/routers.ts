import ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import type { PathReading } from '../../routing/graph.js'
import { optionsOf } from '../../routing/handlers.js'
import { joinPaths } from '../../routing/join.js'
import { pathsOf } from '../../routing/paths.js'
import { report } from '../../routing/report.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import type { RouteFile } from './files.js'
import { readPath } from './radix.js'

const verbs: Readonly<Record<string, Method>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
  all: 'ALL',
}

const reading = (pattern: string): PathReading => ({ templates: [{ path: readPath(pattern), patterns: {} }] })

interface Routes {
  readonly routes: readonly RouteFile[]
  readonly unresolved: readonly Unresolved[]
}

/** Where a router is made: what it is. */
interface Maker {
  readonly node: ts.Node
  readonly scope: Scope
}

/** Under which path a router answers. */
export interface Mount {
  readonly router: Maker
  readonly prefix: string
}

/**
 * What is registered by `createRouter().get(…)`, and by `app.get(…)` on an application of h3 2. `mounted`: routers that
 * files hold; `known`: whether h3's functions are known without an import.
 */
export function routerRoutes(project: Project, mounted: readonly Mount[], known: boolean): Routes {
  const unresolved: Unresolved[] = []
  const calls = registeringCalls(project, known)
  const mounts = [
    ...mounted,
    ...calls.flatMap(({ call, name }) => (name === 'use' || name === 'mount' ? mountsOf(project, call) : [])),
  ]
  const routes = calls.flatMap(({ call, receiver, name }): readonly RouteFile[] => {
    const method = Object.hasOwn(verbs, name) ? verbs[name] : undefined
    if (method === undefined) return []
    return project.values.scopesOf(call).flatMap((scope) => {
      const made = optionsOf(project.values.evaluate({ expression: receiver, scope })).flatMap(
        (each) => routerOf(each) ?? [],
      )
      const [path, ...rest] = call.arguments.map((expression): Reference => ({ expression, scope }))
      const handler = rest.at(-1)
      if (path === undefined || handler === undefined) return []
      return made.flatMap((router) => {
        const { templates, problems } = pathsOf(project, path, reading)
        for (const problem of problems)
          report({ unresolved }, project.locate(call), `the path of a route cannot be read: ${problem}`)
        const prefixes = mounts.filter((each) => isSame(each.router, router)).map(({ prefix }) => prefix)
        const paths = templates.flatMap((template) =>
          (prefixes.length === 0 ? [''] : prefixes).map((prefix) => joinPaths(prefix, template.path)),
        )
        return [{ methods: [method], paths, handler, node: call }]
      })
    })
  })
  return { routes, unresolved }
}

function registeringCalls(project: Project, known: boolean) {
  const found: { readonly call: ts.CallExpression; readonly receiver: ts.Expression; readonly name: string }[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const name = node.expression.name.text
      const registers = Object.hasOwn(verbs, name) || name === 'use' || name === 'mount'
      if (registers && node.arguments.length > 0) found.push({ call: node, receiver: node.expression.expression, name })
    }
    ts.forEachChild(node, visit)
  }
  const mentions = known ? /\bcreateRouter\b|\bcreateApp\b|['"](?:nitro\/)?h3['"]/ : /['"](?:nitro\/)?h3['"]/
  for (const file of project.files) if (mentions.test(file.text)) visit(file)
  return found
}

/** The router or application that a value is, through chained registrations. */
function routerOf(value: Value): Maker | null {
  if (value.kind === 'member') return value.name === 'handler' ? routerOf(value.object) : null
  if (value.kind !== 'call') return null
  if (value.method !== undefined)
    return Object.hasOwn(verbs, value.method) || value.method === 'use' ? routerOf(value.callee) : null
  const { callee } = value
  const makes = callee.kind === 'import' && /^(createRouter|createApp|H3|H3Core)$/.test(callee.name)
  return makes ? { node: value.node, scope: value.scope } : null
}

/** The routers that a handler is: `router.handler`, `useBase('/api', router.handler)`. */
export function routersIn(project: Project, handler: Reference): readonly Mount[] {
  return optionsOf(project.values.evaluate(handler)).flatMap((value) => {
    const direct = routerOf(value)
    return direct === null ? based(project, value) : [{ router: direct, prefix: '' }]
  })
}

/** `app.use('/api', router)`, `app.use('/api', useBase('/api', router.handler))`, `app.mount('/api', other)`. */
function mountsOf(project: Project, call: ts.CallExpression): readonly Mount[] {
  return project.values.scopesOf(call).flatMap((scope) => {
    const prefix = project.values.evaluate({ expression: call.arguments[0] ?? call, scope })
    return call.arguments.flatMap((argument) =>
      optionsOf(project.values.evaluate({ expression: argument, scope })).flatMap((value): readonly Mount[] => {
        const direct = routerOf(value)
        if (direct !== null) return [{ router: direct, prefix: textOf(prefix) ?? '' }]
        return based(project, value)
      }),
    )
  })
}

function based(project: Project, value: Value): readonly Mount[] {
  if (value.kind !== 'call' || value.callee.kind !== 'import' || value.callee.name !== 'useBase') return []
  const [base, inner] = (value.node.arguments ?? []).map((expression) =>
    project.values.evaluate({ expression, scope: value.scope }),
  )
  const router = inner === undefined ? null : routerOf(inner)
  return router === null || base === undefined ? [] : [{ router, prefix: textOf(base) ?? '' }]
}

function textOf(value: Value): string | null {
  return value.kind === 'literal' && typeof value.value === 'string' ? value.value : null
}

function isSame(left: Maker, right: Maker): boolean {
  return left.node === right.node && left.scope === right.scope
}
