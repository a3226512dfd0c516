import { dirname } from 'node:path/posix'
import ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import { bracketedTemplates } from '../../routing/bracketed.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference } from '../../values/value.js'
import { readPath } from './radix.js'
import type { Settings } from './settings.js'

/** A file of a folder that Nitro makes routes of. */
export interface RouteFile {
  readonly methods: readonly Method[]
  readonly paths: readonly string[]
  readonly handler: Reference
  readonly node: ts.Node
}

const methods: Readonly<Record<string, Method>> = {
  get: 'GET',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  head: 'HEAD',
  options: 'OPTIONS',
  trace: 'TRACE',
}

/** The routes that the files under `routes/` and `api/` are, as Nitro names them: of a server in production. */
export function routeFiles(project: Project, settings: Settings): readonly RouteFile[] {
  const { apiDir, apiBaseURL, routesDir } = settings
  const folders = new Map([
    [routesDir, []],
    [apiDir, apiBaseURL.split('/').filter(Boolean)],
  ])
  return [...folders].flatMap(([folder, before]) =>
    inFolder(project, settings, folder).flatMap(({ name, file }) => {
      const exported = defaultExport(project, file)
      if (exported === null || /\.(dev|prerender)$/.test(name)) return []
      const { method, segments } = routeOf(name)
      const paths = bracketedTemplates([...before, ...segments])
      const handler = { expression: exported, scope: moduleScope }
      return [{ methods: [method ?? 'ALL'], paths: distinct(paths), handler, node: exported }]
    }),
  )
}

/** What `middleware/` holds: it runs before every route, in the order of the names. */
export function middlewareFiles(project: Project, settings: Settings): readonly Reference[] {
  return [...inFolder(project, settings, 'middleware')]
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap(({ file }) => {
      const expression = defaultExport(project, file)
      return expression === null ? [] : [{ expression, scope: moduleScope }]
    })
}

/** Where Nitro and Nuxt look when they are told nothing. */
const usual = ['', 'server', 'src']

/** The files below a folder of each source, with their names from there and without an ending. */
function inFolder(project: Project, { sources }: Settings, folder: string) {
  const starts = (sources ?? usual).map((source) => [source, folder, ''].filter((part, at) => at > 0 || part).join('/'))
  return project.files.flatMap((file) => {
    const path = fromConfig(project, file)
    const start = starts.find((each) => path?.startsWith(each))
    const name = start === undefined ? undefined : /^(.+)\.[cm]?[jt]s$/.exec(path?.slice(start.length) ?? '')?.[1]
    return name === undefined ? [] : [{ file, name }]
  })
}

/** The path of a file from the folder of the tsconfig; null where it stands elsewhere. */
function fromConfig(project: Project, file: ts.SourceFile): string | null {
  const base = dirname(project.config)
  const path = project.locate(file).file
  return base === '.' ? path : path.startsWith(`${base}/`) ? path.slice(base.length + 1) : null
}

/** What the configuration registers: routes and middleware, and whose file is none of the project's. */
export function registeredIn(project: Project, { handlers }: Settings) {
  const routes: RouteFile[] = []
  const middlewares: Reference[] = []
  const unresolved: Unresolved[] = []
  for (const { route, method, middleware, file, at } of handlers) {
    const source = project.files.find((each) => fromConfig(project, each)?.replace(/\.[cm]?[jt]s$/, '') === file)
    const exported = source && defaultExport(project, source)
    if (!exported) unresolved.push({ at, reason: `the handler ${file} is no file of the project` })
    else if (middleware) middlewares.push({ expression: exported, scope: moduleScope })
    else {
      const known = method !== null && Object.hasOwn(methods, method) ? methods[method] : undefined
      const handler = { expression: exported, scope: moduleScope }
      routes.push({ methods: [known ?? 'ALL'], paths: [readPath(route)], handler, node: exported })
    }
  }
  return { routes, middlewares, unresolved }
}

/** `users/[id].get`: a method behind the name, an environment behind that, folders in parentheses that are not in the path. */
function routeOf(name: string): { readonly method: Method | null; readonly segments: readonly string[] } {
  const plain = name.replace(/\.prod$/, '')
  const method = /\.([a-z]+)$/.exec(plain)?.[1] ?? ''
  const known = Object.hasOwn(methods, method) ? (methods[method] ?? null) : null
  const path = known === null ? plain : plain.slice(0, -method.length - 1)
  const segments = path.split('/').filter((segment) => !/^\(.+\)$/.test(segment))
  return { method: known, segments: segments.at(-1) === 'index' ? segments.slice(0, -1) : segments }
}

function distinct(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)]
}

/** What a file hands Nitro: what needs more than an event is a handler or router of another framework. */
function defaultExport({ checker }: Project, file: ts.SourceFile): ts.Expression | null {
  const exported = file.statements.find((each) => ts.isExportAssignment(each) && !each.isExportEquals)
  if (exported === undefined || !ts.isExportAssignment(exported) || isSocket(exported.expression)) return null
  const signatures = checker.getTypeAtLocation(exported.expression).getCallSignatures()
  const isForeign = signatures.length > 0 && signatures.every((each) => needed(each) > 1)
  return isForeign ? null : exported.expression
}

/** A web socket answers no requests but those that open it. */
function isSocket(expression: ts.Expression): boolean {
  return ts.isCallExpression(expression) && /^defineWebSocket(Handler)?$/.test(expression.expression.getText())
}

const needed = ({ parameters }: ts.Signature): number =>
  parameters.filter(({ valueDeclaration: declared }) => {
    return declared !== undefined && ts.isParameter(declared) && !declared.questionToken && !declared.initializer
  }).length
