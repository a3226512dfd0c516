import ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Unresolved } from '../../../model/location.js'
import type { Decoration } from '../../decorators/decoration.js'
import { decorated, each, lineageOf, member } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import type { Application, Mounted } from './application.js'
import { versionsOf } from './bootstrap.js'
import { joinPath, templatesOf } from './paths.js'
import type { Route } from './route.js'

const methods: Readonly<Record<string, Method>> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Delete: 'DELETE',
  Patch: 'PATCH',
  Options: 'OPTIONS',
  Head: 'HEAD',
  All: 'ALL',
  Sse: 'GET',
}

/** Route decorators for methods that an API description cannot name. */
const unspoken = ['Search', 'Propfind', 'Proppatch', 'Mkcol', 'Copy', 'Move', 'Lock', 'Unlock']

interface Strings {
  readonly values: readonly string[]
  readonly unknown: Unresolved | null
}

/** The routes of one controller, inherited ones included; a path that is not known is said and gives none. */
export function routesOf(
  project: Project,
  application: Application,
  mounted: Mounted,
): { readonly routes: readonly Route[]; readonly unresolved: readonly Unresolved[] } {
  const unresolved: Unresolved[] = []
  const decoration = [...lineageOf(project, mounted.node)].flatMap((node) => decorated(project, node, 'Controller'))[0]
  const prefixes = take(pathsOf(project, decoration))
  const versions = versionsFor(project, mounted.node, decoration)
  const routes: Route[] = []
  const seen = new Set<string>()
  for (const owner of lineageOf(project, mounted.node)) {
    for (const handler of owner.members) {
      if (!ts.isMethodDeclaration(handler) || seen.has(handler.name.getText())) continue
      // Route decorators overwrite each other's metadata: the topmost is applied last.
      const [verb] = decorated(project, handler, ...Object.keys(methods), ...unspoken)
      if (verb || handler.body) seen.add(handler.name.getText())
      if (verb) {
        const method = methods[verb.name]
        if (!method) {
          const reason = `no document has a word for the method of @${verb.name}`
          unresolved.push({ at: project.locate(verb.node), reason })
          continue
        }
        const own = take(pathsOf(project, verb))
        const stated = decorated(project, handler, 'Version')[0]?.args[0]
        const at = stated ? versionsOf(project, project.values.evaluate(stated)) : versions
        for (const prefix of prefixes) {
          for (const path of own) {
            const local = joinPath(mounted.prefix, prefix, path)
            for (const full of fullPaths(application, method, local, at)) {
              const isLoose = full.includes(':') && !full.includes('(') && !isHosted(project, decoration)
              for (const template of templatesOf(full)) {
                routes.push({ method, path: template, controller: mounted.node, handler, application, isLoose })
              }
            }
          }
        }
      }
    }
  }
  return { routes, unresolved }

  function take(strings: Strings): readonly string[] {
    if (strings.unknown) unresolved.push(strings.unknown)
    return strings.values
  }
}

/** The first argument of a route decorator: nothing, a path, several, or (of a controller) an object that holds them. */
function pathsOf(project: Project, decoration: Decoration | undefined): Strings {
  const [argument] = decoration?.args ?? []
  if (!decoration || !argument) return { values: [''], unknown: null }
  const value = project.values.evaluate(argument)
  const paths = value.kind === 'object' ? member(project, value, 'path') : value
  if (!paths) return { values: [''], unknown: null }
  const values: string[] = []
  for (const one of each(project, paths)) {
    if (one.kind === 'literal') values.push(one.value === undefined ? '' : String(one.value))
    else {
      const reason = `the path ${argument.expression.getText()} is not known${one.kind === 'unknown' ? `: ${one.reason}` : ''}`
      return { values, unknown: { at: project.locate(decoration.node), reason } }
    }
  }
  return { values, unknown: null }
}

/** `@Controller({ host })`: other hosts are answered by what comes later. */
function isHosted(project: Project, decoration: Decoration | undefined): boolean {
  const [argument] = decoration?.args ?? []
  const value = argument && project.values.evaluate(argument)
  return value !== undefined && value.kind !== 'literal' && value.kind !== 'array' && !isWithoutHost(project, value)
}

const isWithoutHost = (project: Project, value: Value): boolean =>
  value.kind === 'object' && member(project, value, 'host') === undefined

function versionsFor(
  project: Project,
  node: ts.ClassLikeDeclaration,
  decoration: Decoration | undefined,
): readonly string[] {
  const stated = decorated(project, node, 'Version')[0]?.args[0]
  if (stated) return versionsOf(project, project.values.evaluate(stated))
  const value: Value | undefined = decoration?.args[0] && project.values.evaluate(decoration.args[0])
  const listed = value && member(project, value, 'version')
  return listed ? versionsOf(project, listed) : []
}

function fullPaths(
  application: Application,
  method: Method,
  local: string,
  stated: readonly string[],
): readonly string[] {
  const { versioning } = application
  const prefix = isExcluded(application, method, local) ? '' : application.prefix
  if (!versioning?.inPath) return [joinPath(prefix, local)]
  const versions = stated.length > 0 ? stated : versioning.fallback
  if (versions.length === 0) return [joinPath(prefix, local)]
  return versions.map((version) => joinPath(prefix, version === '' ? '' : versioning.prefix + version, local))
}

function isExcluded(application: Application, method: Method, local: string): boolean {
  return application.exclusions.some((exclusion) => {
    if (exclusion.method !== null && exclusion.method !== method) return false
    const source = joinPath(exclusion.path)
      .replace(/[.+^$]/g, '\\$&')
      .replace(/\{?\/?\*\w*\}?$|\(\.\*\)$/, '(?:/?.*)')
      .replace(/:\w+/g, '[^/]+')
    return new RegExp(`^${source}$`).test(local)
  })
}
