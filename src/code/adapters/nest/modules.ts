import ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import { classesWith, isAbstract } from '../../decorators/classes.js'
import { decorated, each, madeBy, member } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import type { Application, Mounted } from './application.js'
import { readSetup } from './bootstrap.js'
import { mayAnswer, takersOf } from './middleware.js'
import { applied } from './mounts.js'
import { joinPath } from './paths.js'

/** The classes that the module graph reaches, and what it provides for every route. */
interface Graph {
  readonly modules: Set<ts.ClassLikeDeclaration>
  readonly controllers: Map<ts.ClassLikeDeclaration, ts.ClassLikeDeclaration | null>
  readonly provided: Map<string, Value[]>
  readonly routers: Value[]
  readonly unresolved: Unresolved[]
}

/** Reads the application: from the root module down, or, where no root can be followed, every decorated controller. */
export function readApplication(project: Project): Application {
  const setup = readSetup(project)
  const graph: Graph = {
    modules: new Set(),
    controllers: new Map(),
    provided: new Map(),
    routers: [],
    unresolved: [...setup.unresolved],
  }
  for (const root of setup.roots) visit(project, graph, root)
  const everywhere = classesWith(project, '@nestjs/common', 'Controller')
  const followed = graph.modules.size > 0 && graph.controllers.size > 0
  const prefixes = routerPrefixes(project, graph.routers)
  const mounted: Mounted[] = []
  if (followed) {
    for (const [node, owner] of graph.controllers) mounted.push({ node, prefix: (owner && prefixes.get(owner)) ?? '' })
    for (const node of everywhere) {
      if (graph.controllers.has(node) || isAbstract(node)) continue
      const reason = `the controller ${node.name?.text ?? ''} is listed in no module that the application imports`
      graph.unresolved.push({ at: project.locate(node.name ?? node), reason })
    }
  } else mounted.push(...everywhere.filter((node) => !isAbstract(node)).map((node) => ({ node, prefix: '' })))
  if (!followed)
    for (const node of classesWith(project, '@nestjs/common', 'Module'))
      visitProviders(project, graph, moduleOptions(project, node))
  const middleware = [...setup.middleware, ...[...graph.modules].flatMap((node) => applied(project, node))]
  const provided = (token: string) => graph.provided.get(token) ?? []
  return {
    controllers: mounted,
    prefix: setup.prefix,
    exclusions: setup.exclusions,
    versioning: setup.versioning,
    pipes: [...setup.pipes, ...provided('APP_PIPE')],
    guards: [...setup.guards, ...provided('APP_GUARD')],
    filters: [...setup.filters, ...provided('APP_FILTER')],
    interceptors: [...setup.interceptors, ...provided('APP_INTERCEPTOR')],
    middleware: middleware.flatMap(({ middleware, mounts }) => mayAnswer(project, middleware, mounts)),
    takers: middleware.flatMap(({ middleware, mounts }) => takersOf(project, middleware, mounts)),
    unresolved: graph.unresolved,
  }
}

function visit(project: Project, graph: Graph, value: Value): void {
  const made = madeBy(value)
  if (made?.name === 'forwardRef') {
    const target = made.args[0] && project.values.evaluate(made.args[0])
    if (target?.kind === 'function' && value.kind === 'call')
      visit(project, graph, project.values.call(target, [], value.node))
    return
  }
  if (made?.name === 'register' || (made?.name ?? '').endsWith('RouterModule.register')) {
    if (made && value.kind === 'call' && value.callee.kind === 'import' && value.callee.name.includes('RouterModule')) {
      graph.routers.push(...made.args.map((argument) => project.values.evaluate(argument)))
    }
    return
  }
  if (value.kind === 'choice') for (const option of value.options) visit(project, graph, option)
  else if (value.kind === 'object') visitDynamic(project, graph, value)
  else if (value.kind === 'class') visitClass(project, graph, value.node)
  else if (value.kind === 'unknown')
    graph.unresolved.push({ at: project.locate(value.node), reason: `a module: ${value.reason}` })
}

/** `{ module, imports, controllers, providers }`, as `forRoot` and its like return. */
function visitDynamic(project: Project, graph: Graph, value: Value): void {
  const target = member(project, value, 'module')
  const owner = target?.kind === 'class' ? target.node : null
  if (owner) visitClass(project, graph, owner)
  visitOptions(project, graph, value, owner)
}

function visitClass(project: Project, graph: Graph, node: ts.ClassLikeDeclaration): void {
  if (graph.modules.has(node)) return
  graph.modules.add(node)
  const options = moduleOptions(project, node)
  if (options) visitOptions(project, graph, options, node)
}

function moduleOptions(project: Project, node: ts.ClassLikeDeclaration): Value | undefined {
  const options = decorated(project, node, 'Module')[0]?.args[0]
  return options && project.values.evaluate(options)
}

function visitOptions(project: Project, graph: Graph, options: Value, owner: ts.ClassLikeDeclaration | null): void {
  for (const name of ['imports', 'exports']) {
    const listed = member(project, options, name)
    for (const one of listed ? each(project, listed) : [])
      if (name === 'imports' || isModule(project, one)) visit(project, graph, one)
  }
  const controllers = member(project, options, 'controllers')
  for (const one of controllers ? each(project, controllers) : []) {
    if (one.kind === 'class') graph.controllers.set(one.node, graph.controllers.get(one.node) ?? owner)
    else if (one.kind === 'unknown')
      graph.unresolved.push({ at: project.locate(one.node), reason: `a controller: ${one.reason}` })
  }
  visitProviders(project, graph, options)
}

function isModule(project: Project, value: Value): boolean {
  return value.kind === 'class' && decorated(project, value.node, 'Module').length > 0
}

function visitProviders(project: Project, graph: Graph, options: Value | undefined): void {
  const providers = options && member(project, options, 'providers')
  for (const one of providers ? each(project, providers) : []) {
    const token = member(project, one, 'provide')
    if (token?.kind !== 'import' || !token.name.startsWith('APP_')) continue
    const thing = ['useClass', 'useValue', 'useExisting', 'useFactory']
      .map((name) => member(project, one, name))
      .find(Boolean)
    if (!thing) continue
    const value = thing.kind === 'function' && one.kind === 'object' ? made(project, thing) : thing
    graph.provided.set(token.name, [...(graph.provided.get(token.name) ?? []), value])
  }
}

/** What a factory without arguments returns: its `return` or its expression body. */
function made(project: Project, factory: Extract<Value, { kind: 'function' }>): Value {
  const { body } = factory.node
  if (!body) return factory
  const expression = ts.isBlock(body)
    ? body.statements.find((statement) => ts.isReturnStatement(statement))?.expression
    : body
  return expression ? project.values.evaluate({ expression, scope: factory.scope }) : factory
}

/** `RouterModule.register([{ path, module, children }])`: the prefix of each module, nested ones joined. */
function routerPrefixes(project: Project, routers: readonly Value[]): ReadonlyMap<ts.ClassLikeDeclaration, string> {
  const prefixes = new Map<ts.ClassLikeDeclaration, string>()
  const walk = (value: Value, above: string): void => {
    for (const one of each(project, value)) {
      if (one.kind === 'class') prefixes.set(one.node, above)
      const path = member(project, one, 'path')
      const here = path?.kind === 'literal' ? joinPath(above, String(path.value)) : above
      const target = member(project, one, 'module')
      if (target?.kind === 'class') prefixes.set(target.node, here)
      const children = member(project, one, 'children')
      if (children) walk(children, here)
    }
  }
  for (const router of routers) walk(router, '')
  return prefixes
}
