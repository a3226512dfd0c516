import { dirname } from 'node:path/posix'
import ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import type { Project } from '../../project.js'
import { type ConfigText, configAt, exportedObject, memberIn } from '../config-text.js'

/** What `nitro.config.*` or `nuxt.config.*` says of where routes stand. */
export interface Settings {
  /** Stands before every path. */
  readonly baseURL: string
  /** Folders that are searched, from that of the configuration; null where none is named. */
  readonly sources: readonly string[] | null
  readonly apiDir: string
  readonly apiBaseURL: string
  readonly routesDir: string
  /** Handlers that the configuration itself registers. */
  readonly handlers: readonly Registered[]
  readonly unresolved: readonly Unresolved[]
}

export interface Registered {
  readonly route: string
  /** In small letters; null for all. */
  readonly method: string | null
  readonly middleware: boolean
  /** The path of its file, without an ending, from the folder of the configuration. */
  readonly file: string
  readonly at: Unresolved['at']
}

const endings = ['ts', 'mts', 'js', 'mjs']
const configNames = ['nitro', 'nuxt'].flatMap((name) => endings.map((ending) => `${name}.config.${ending}`))

const standard: Settings = {
  baseURL: '',
  sources: null,
  apiDir: 'api',
  apiBaseURL: '/api',
  routesDir: 'routes',
  handlers: [],
  unresolved: [],
}

/** Reads the configuration that stands beside the tsconfig. */
export function settingsOf(project: Project): Settings {
  const config = configAt(project, `${project.root}/${dirname(project.config)}`.replace(/\/\.$/, ''), configNames)
  const whole = config && exportedObject(config.source)
  if (!config || !whole) return standard
  const within = memberIn(whole, 'nitro')
  const nitro = within && ts.isObjectLiteralExpression(within) ? [within, whole] : [whole]
  const app = memberIn(whole, 'app')
  const reader = readerOf(config)
  const first = (name: string) => nitro.map((object) => memberIn(object, name)).find((found) => found !== null) ?? null
  const text = (name: string, node = first(name)) => reader.text(name, node)
  const baseURL =
    text('baseURL') ?? (app && ts.isObjectLiteralExpression(app) ? text('app.baseURL', memberIn(app, 'baseURL')) : null)
  const isNuxt = config.source.fileName.includes('/nuxt.config.')
  const source = text('serverDir') ?? (isNuxt ? null : text('srcDir'))
  const scanned = reader.texts('scanDirs', first('scanDirs')).map(plainFolder)
  const own = isNuxt ? nuxtServers(source, text('srcDir', memberIn(whole, 'srcDir'))) : source === null ? [] : [source]
  const sources = [...own.map(plainFolder), ...scanned]
  return {
    baseURL: (baseURL ?? '').replace(/\/$/, ''),
    sources: sources.length === 0 ? null : sources,
    apiDir: text('apiDir') ?? standard.apiDir,
    apiBaseURL: text('apiBaseURL') ?? standard.apiBaseURL,
    routesDir: text('routesDir') ?? standard.routesDir,
    handlers: [...reader.handlers(first('handlers')), ...reader.handlers(memberIn(whole, 'serverHandlers'))],
    unresolved: [...nitro.flatMap((object) => rulesIn(config, object)), ...reader.unresolved],
  }
}

/** Where Nuxt keeps its server: beside the pages or, in its third version, among them; what stands elsewhere runs in the browser. */
function nuxtServers(named: string | null, pages: string | null): readonly string[] {
  return named === null ? ['server', `${plainFolder(pages ?? 'src')}/server`] : [named]
}

const plainFolder = (path: string): string => path.replace(/^(?:\.\/|[~@]{1,2}\/)+/, '').replace(/\/$/, '')

/** Reads members of a configuration, and keeps what it could not. */
function readerOf({ locate }: ConfigText) {
  const unresolved: Unresolved[] = []
  const computed = (name: string, node: ts.Node) => {
    unresolved.push({ at: locate(node), reason: `\`${name}\` of the configuration is computed: \`${node.getText()}\`` })
    return null
  }
  const text = (name: string, node: ts.Expression | null): string | null =>
    node === null ? null : ts.isStringLiteralLike(node) ? node.text : computed(name, node)
  const elements = (name: string, node: ts.Expression | null): readonly ts.Expression[] =>
    node === null ? [] : ts.isArrayLiteralExpression(node) ? node.elements : (computed(name, node) ?? [])
  const handler = (node: ts.Expression): readonly Registered[] => {
    if (!ts.isObjectLiteralExpression(node)) return computed('handlers', node) ?? []
    const middleware = memberIn(node, 'middleware')?.kind === ts.SyntaxKind.TrueKeyword
    const route = text('route', memberIn(node, 'route')) ?? (middleware ? '/' : null)
    const file = text('handler', memberIn(node, 'handler'))
    if (route === null || file === null) return []
    const method = text('method', memberIn(node, 'method'))?.toLowerCase() ?? null
    return [{ route, method, middleware, file: plainFolder(file).replace(/\.[cm]?[jt]s$/, ''), at: locate(node) }]
  }
  return {
    unresolved,
    text,
    texts: (name: string, node: ts.Expression | null) => elements(name, node).flatMap((each) => text(name, each) ?? []),
    handlers: (node: ts.Expression | null) => elements('handlers', node).flatMap(handler),
  }
}

/** Rules that answer in place of a handler. */
function rulesIn({ locate }: ConfigText, object: ts.ObjectLiteralExpression): readonly Unresolved[] {
  const rules = memberIn(object, 'routeRules')
  if (rules === null || !ts.isObjectLiteralExpression(rules)) return []
  return rules.properties.flatMap((property): readonly Unresolved[] => {
    if (!ts.isPropertyAssignment(property) || !ts.isObjectLiteralExpression(property.initializer)) return []
    const rule = property.initializer
    const does = memberIn(rule, 'redirect') ? 'redirected' : memberIn(rule, 'proxy') ? 'handed to another server' : null
    if (does === null) return []
    return [{ at: locate(property), reason: `requests of ${property.name.getText()} are ${does} by a route rule` }]
  })
}
