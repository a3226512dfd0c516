import ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Unresolved } from '../../../model/location.js'
import { classesWith, isAbstract } from '../../decorators/classes.js'
import type { Decoration } from '../../decorators/decoration.js'
import { lineageOf, member, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Template } from '../../routing/graph.js'
import { readPath } from '../../routing/path-to-regexp.js'
import { reasonOf } from '../../values/values.js'
import { chosenOf } from './chosen.js'
import type { Route } from './route.js'
import type { Server } from './server.js'
import { marked, packageName } from './vocabulary.js'

const methods: Readonly<Record<string, Method>> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Delete: 'DELETE',
  Patch: 'PATCH',
  Head: 'HEAD',
  All: 'ALL',
}
const spoken = new Set<string>(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'ALL', 'TRACE'])

interface Routes {
  readonly routes: readonly Route[]
  readonly unresolved: readonly Unresolved[]
}

/** The routes of the controllers that a server takes, inherited ones included. */
export function routesOf(project: Project, server: Server): Routes {
  const decorated = classesWith(project, packageName, 'Controller', 'JsonController')
  const controllers = chosenOf(project, server.controllers, decorated)
  const read = controllers.filter((node) => !isAbstract(node)).map((node) => ofController(project, server, node))
  return { routes: read.flatMap(({ routes }) => routes), unresolved: read.flatMap(({ unresolved }) => unresolved) }
}

function ofController(project: Project, server: Server, controller: ts.ClassDeclaration): Routes {
  const unresolved: Unresolved[] = []
  const routes: Route[] = []
  const [decoration] = marked(project, controller, 'Controller', 'JsonController')
  if (!decoration) return { routes, unresolved }
  const prefix = pathOf(project, decoration, 0, unresolved)
  if (prefix === null) return { routes, unresolved }
  const seen = new Set<string>()
  for (const owner of lineageOf(project, controller)) {
    for (const routed of owner.members) {
      if (!ts.isMethodDeclaration(routed) || seen.has(routed.name.getText())) continue
      const verbs = marked(project, routed, ...Object.keys(methods), 'Method')
      if (verbs.length > 0) seen.add(routed.name.getText())
      // An override needs no decorator of its own to be called in place of what it overrides.
      const handler = overriding(controller, routed) ?? routed
      for (const verb of verbs) {
        const method = methodOf(project, verb, unresolved)
        const own = pathOf(project, verb, verb.name === 'Method' ? 1 : 0, unresolved)
        if (method === null || own === null) continue
        const transforms = (option: string): boolean =>
          server.transforms && (flag(project, verb, option) ?? flag(project, decoration, option) ?? true)
        const facts = {
          json: jsonOf(project, handler, decoration),
          makesInstances: transforms('transformRequest'),
          writesPlain: transforms('transformResponse'),
          server,
        }
        for (const { path, patterns } of templatesOf(project, verb, whole(server, prefix, own), unresolved))
          routes.push({ method, path, patterns, controller, handler, routed, decorator: verb.node, ...facts })
      }
    }
  }
  return { routes, unresolved }
}

/** The controller's own method of that name. */
function overriding(controller: ts.ClassDeclaration, routed: ts.MethodDeclaration): ts.MethodDeclaration | undefined {
  const name = routed.name.getText()
  return controller.members.find(
    (one): one is ts.MethodDeclaration =>
      ts.isMethodDeclaration(one) && one.body !== undefined && one.name.getText() === name,
  )
}

/** An option behind the path: `@Get('/', { transformResponse: false })`. */
function flag(project: Project, { name, args }: Decoration, option: string): boolean | undefined {
  const given = args[name === 'Method' ? 2 : 1]
  const value = given && member(project, project.values.evaluate(given), option)
  return value?.kind === 'literal' && typeof value.value === 'boolean' ? value.value : undefined
}

/** As the framework appends: a prefix without any slash gets one. */
function whole({ prefix }: Server, controller: string, own: string): string {
  const base = prefix !== '' && !prefix.includes('/') ? `/${prefix}` : prefix
  return `${base}${controller}${own}`
}

function templatesOf(project: Project, verb: Decoration, path: string, unresolved: Unresolved[]): readonly Template[] {
  const reading = readPath(path === '' ? '/' : path)
  if ('templates' in reading)
    return reading.templates.map((one) => ({ ...one, path: one.path.length > 1 ? one.path.replace(/\/$/, '') : '/' }))
  unresolved.push({ at: project.locate(verb.node), reason: reading.unreadable })
  return []
}

function pathOf(project: Project, decoration: Decoration, index: number, unresolved: Unresolved[]): string | null {
  const argument = decoration.args[index]
  if (!argument) return ''
  const value = project.values.evaluate(argument)
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : ''
  if (value.kind === 'object') return ''
  const reason =
    value.kind === 'regexp'
      ? `the path ${value.node.getText()} is a regular expression`
      : `the path ${argument.expression.getText()} is not known: ${reasonOf(value)}`
  unresolved.push({ at: project.locate(decoration.node), reason })
  return null
}

function methodOf(project: Project, verb: Decoration, unresolved: Unresolved[]): Method | null {
  const named = methods[verb.name]
  if (named) return named
  const given = plain(project, verb.args[0])
  const method = typeof given === 'string' ? given.toUpperCase() : ''
  if (isSpoken(method)) return method
  unresolved.push({ at: project.locate(verb.node), reason: 'no document has a word for the method of @Method' })
  return null
}

const isSpoken = (method: string): method is Method => spoken.has(method)

function jsonOf(project: Project, handler: ts.MethodDeclaration, controller: Decoration): boolean {
  const [stated] = marked(project, handler, 'ContentType')
  return stated ? /json/.test(String(plain(project, stated.args[0]))) : controller.name === 'JsonController'
}
