import { dirname } from 'node:path/posix'
import ts from 'typescript'
import type { Method } from '../../../model/endpoint.js'
import type { Project } from '../../project.js'
import { bracketedTemplates } from '../../routing/bracketed.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference } from '../../values/value.js'

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
export function routeFiles(project: Project): readonly RouteFile[] {
  return inFolders(project, /^(?:server\/|src\/)?(routes|api)\/(.+)\.[cm]?[jt]s$/).flatMap(({ match, file }) => {
    const [, folder = '', name = ''] = match
    const exported = defaultExport(project, file)
    if (exported === null || /\.(dev|prerender)$/.test(name)) return []
    const { method, segments } = routeOf(name)
    const paths = bracketedTemplates(folder === 'api' ? ['api', ...segments] : segments)
    const handler = { expression: exported, scope: moduleScope }
    return [{ methods: [method ?? 'ALL'], paths: distinct(paths), handler, node: exported }]
  })
}

/** What `middleware/` holds: it runs before every route, in the order of the names. */
export function middlewareFiles(project: Project): readonly Reference[] {
  return [...inFolders(project, /^(?:server\/|src\/)?middleware\/(.+)\.[cm]?[jt]s$/)]
    .sort((left, right) => ((left.match[1] ?? '') < (right.match[1] ?? '') ? -1 : 1))
    .flatMap(({ file }) => {
      const expression = defaultExport(project, file)
      return expression === null ? [] : [{ expression, scope: moduleScope }]
    })
}

function inFolders(project: Project, pattern: RegExp) {
  const base = dirname(project.config)
  return project.files.flatMap((file) => {
    const path = project.locate(file).file
    const below = base === '.' ? path : path.startsWith(`${base}/`) ? path.slice(base.length + 1) : null
    const match = below === null ? null : pattern.exec(below)
    return match === null ? [] : [{ file, match }]
  })
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
  if (exported === undefined || !ts.isExportAssignment(exported)) return null
  const signatures = checker.getTypeAtLocation(exported.expression).getCallSignatures()
  const isForeign = signatures.length > 0 && signatures.every((each) => needed(each) > 1)
  return isForeign ? null : exported.expression
}

const needed = ({ parameters }: ts.Signature): number =>
  parameters.filter(({ valueDeclaration: declared }) => {
    return declared !== undefined && ts.isParameter(declared) && !declared.questionToken && !declared.initializer
  }).length
