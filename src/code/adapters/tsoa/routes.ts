import ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Unresolved } from '../../../model/location.js'
import { classesWith, isAbstract } from '../../decorators/classes.js'
import type { Decoration } from '../../decorators/decoration.js'
import type { Project } from '../../project.js'
import { joinPaths } from '../../routing/join.js'
import { reasonOf } from '../../values/values.js'
import type { Route } from './route.js'
import { readSettings } from './settings.js'
import { marked, packages } from './vocabulary.js'

const methods: Readonly<Record<string, Method>> = {
  Get: 'GET',
  Post: 'POST',
  Put: 'PUT',
  Patch: 'PATCH',
  Delete: 'DELETE',
  Options: 'OPTIONS',
  Head: 'HEAD',
}

/** The routes of every class with `@Route`: tsoa looks at the members of the class itself, and at none that it inherits. */
export function readRoutes(project: Project): {
  readonly routes: readonly Route[]
  readonly unresolved: readonly Unresolved[]
} {
  const settings = readSettings(project)
  const unresolved: Unresolved[] = [...settings.unresolved]
  const controllers = new Set(packages.flatMap((name) => classesWith(project, name, 'Route')))
  const routes = [...controllers]
    .filter((node) => !isAbstract(node))
    .flatMap((controller) => {
      const [decoration] = marked(project, controller, 'Route')
      const prefix = decoration ? prefixOf(project, decoration, unresolved) : null
      if (prefix === null) return []
      return controller.members.flatMap((handler): readonly Route[] => {
        if (!ts.isMethodDeclaration(handler)) return []
        const [verb] = marked(project, handler, ...Object.keys(methods))
        const method = verb && methods[verb.name]
        const own = verb ? pathOf(project, verb, unresolved) : null
        if (!verb || !method || own === null) return []
        const path = template(joinPaths(joinPaths(settings.basePath, prefix), own))
        return [{ method, path, controller, handler, decorator: verb.node }]
      })
    })
  return { routes, unresolved }
}

/** `:id` is taken as `{id}`. */
const template = (path: string): string => path.replace(/:(\w+)/g, '{$1}')

/** The path of `@Route` is taken as it is written: of a constant, tsoa takes the name. */
function prefixOf(project: Project, decoration: Decoration, unresolved: Unresolved[]): string | null {
  const written = decoration.args[0]?.expression
  if (written === undefined) return ''
  if (ts.isStringLiteralLike(written) || ts.isIdentifier(written)) return written.text
  const reason = `tsoa takes no path of @Route that is computed: ${written.getText()}`
  unresolved.push({ at: project.locate(decoration.node), reason })
  return null
}

function pathOf(project: Project, decoration: Decoration, unresolved: Unresolved[]): string | null {
  const [argument] = decoration.args
  if (!argument) return ''
  const value = project.values.evaluate(argument)
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : ''
  const reason = `the path ${argument.expression.getText()} is not known: ${reasonOf(value)}`
  unresolved.push({ at: project.locate(decoration.node), reason })
  return null
}
