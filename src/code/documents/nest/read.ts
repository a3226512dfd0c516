import type ts from 'typescript'
import type { DocumentSource, TextMap, TextPlace, TextTree } from '../../../model/text-tree.js'
import { isHidden } from '../../adapters/nest/hidden.js'
import { readApplication } from '../../adapters/nest/modules.js'
import type { Route } from '../../adapters/nest/route.js'
import { routesOf } from '../../adapters/nest/routes.js'
import { callsIn } from '../../program/calls-in.js'
import type { Project } from '../../project.js'
import { textMap, textScalar, textUnknown } from '../trees.js'
import type { SwaggerContext } from './context.js'
import { propertiesOf } from './model-properties.js'
import { modelsOf } from './models.js'
import { operationOf } from './operation.js'
import { pluginOf } from './plugin.js'
import { calledName, globalSecurity } from './security.js'

const methods = ['get', 'post', 'put', 'delete', 'patch', 'options', 'head']

/**
 * The document that the decorators of @nestjs/swagger spell out, read without running them; none where no file of the project
 * names the package. What they leave to reflection or to the plugin is left open.
 */
export function decoratedDocuments(project: Project): readonly DocumentSource[] {
  const described = project.files.filter(({ text }) => /['"]@nestjs\/swagger['"]/.test(text))
  const makers = described.filter(({ text }) => /\bcreateDocument\b|\bDocumentBuilder\b/.test(text))
  const first = makers[0] ?? described[0]
  if (first === undefined) return []
  const home = project.locate(first).file
  const place = (node: ts.Node): TextPlace => {
    const { file, line, column } = project.locate(node)
    return file === home ? { line, column } : { line, column, file }
  }
  const context: SwaggerContext = {
    project,
    home,
    plugin: pluginOf(project),
    models: modelsOf(() => context, propertiesOf),
    place,
  }
  const application = readApplication(project)
  const routes = application.controllers
    .flatMap((mounted) => routesOf(project, application, mounted).routes)
    .filter(({ controller, handler }) => !isHidden(project, controller, handler))
  if (routes.length === 0) return []
  const calls = makers.flatMap(callsIn)
  const at = place(calls.find((call) => calledName(call) === 'createDocument') ?? first)
  const paths = pathsOf(context, routes, at)
  const demanded = globalSecurity(context, calls)
  const security =
    demanded ?? (speaksOfSecurity(paths) ? undefined : textUnknown('no decorator speaks of security', at))
  const tree = textMap(
    [
      ['openapi', textScalar('3.0.0', at)],
      ['security', security],
      ['paths', paths],
      ['components', textMap([['schemas', textMap(context.models.schemas(), at)]], at)],
    ],
    at,
  )
  return [{ file: home, tree, notice: notice(context), judged: false }]
}

const notice = ({ home, plugin }: SwaggerContext): string =>
  `${home}: no document was found, so that the decorators of @nestjs/swagger are read as one${plugin === null ? '' : `; ${plugin}`}`

function pathsOf(context: SwaggerContext, routes: readonly Route[], at: TextPlace): TextMap {
  const paths = new Map<string, Map<string, TextTree>>()
  for (const route of routes) {
    const path = route.path.replace(/\{\*(\w+)\}/g, '{$1}')
    const item = paths.get(path) ?? new Map<string, TextTree>()
    paths.set(path, item)
    const operation = operationOf(context, route)
    for (const method of route.method === 'ALL' ? methods : [route.method.toLowerCase()])
      if (!item.has(method)) item.set(method, operation)
  }
  return textMap(
    [...paths].map(([path, item]) => [path, textMap(item, [...item.values()][0]?.at ?? at)] as const),
    at,
  )
}

/** Whether any operation says how a client shows who it is: where none does, silence means nothing. */
function speaksOfSecurity({ entries }: TextMap): boolean {
  const operations = [...entries.values()].flatMap((item) => (item.kind === 'map' ? [...item.entries.values()] : []))
  return operations.some((operation) => operation.kind === 'map' && operation.entries.has('security'))
}
