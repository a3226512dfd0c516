import ts from 'typescript'
import type { Unresolved } from '../../../model/location.js'
import { argumentsOf, each, member, plain } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Reference, Value } from '../../values/value.js'
import type { Exclusion, Mount, Versioning } from './application.js'
import { joinPath } from './paths.js'
import { scopeAt } from './scope-at.js'

/** What the calls on the application object set up. */
interface Setup {
  readonly roots: readonly Value[]
  readonly prefix: string
  readonly exclusions: readonly Exclusion[]
  readonly versioning: Versioning | null
  readonly pipes: readonly Value[]
  readonly guards: readonly Value[]
  readonly filters: readonly Value[]
  readonly interceptors: readonly Value[]
  readonly middleware: readonly Mounting[]
  readonly unresolved: readonly Unresolved[]
}

/** A middleware, and the path that `app.use(path, …)` keeps it to. */
interface Mounting {
  readonly mounts: readonly Mount[] | null
  readonly middleware: Reference
}

interface Found {
  readonly name: string
  readonly call: ts.CallExpression
  readonly args: readonly Reference[]
}

const names = new Set([
  'create',
  'setGlobalPrefix',
  'enableVersioning',
  'useGlobalPipes',
  'useGlobalGuards',
  'useGlobalFilters',
  'useGlobalInterceptors',
  'use',
])

/** Finds the bootstrap calls of a Nest application wherever they stand. */
export function readSetup(project: Project): Setup {
  const calls = project.files.filter(mentionsNest).flatMap((file) => [...callsIn(project, file)])
  const all = (name: string) => calls.filter((one) => one.name === name)
  const values = (name: string) =>
    all(name).flatMap(({ args }) => args.flatMap((argument) => each(project, project.values.evaluate(argument))))
  const prefixes = all('setGlobalPrefix')
  const prefix = plain(project, prefixes[0]?.args[0])
  const roots = all('create').flatMap(({ args }) => args.slice(0, 1).map((root) => project.values.evaluate(root)))
  return {
    roots,
    prefix: typeof prefix === 'string' ? prefix : '',
    exclusions: prefixes.flatMap(({ args }) => (args[1] ? exclusionsOf(project, args[1]) : [])),
    versioning: versioningOf(project, all('enableVersioning')[0]),
    pipes: values('useGlobalPipes'),
    guards: values('useGlobalGuards'),
    filters: values('useGlobalFilters'),
    interceptors: values('useGlobalInterceptors'),
    middleware: all('use').flatMap(({ args }) => mountings(project, args)),
    unresolved: prefixes
      .filter(({ args }) => typeof plain(project, args[0]) !== 'string')
      .map(({ call }) => ({ at: project.locate(call), reason: 'the global prefix is not known before run time' })),
  }
}

function mountings(project: Project, args: readonly Reference[]): readonly Mounting[] {
  const path = plain(project, args[0])
  if (typeof path !== 'string') return args.map((middleware) => ({ mounts: null, middleware }))
  const mounts = [{ lead: joinPath(path), method: null }]
  return args.slice(1).map((middleware) => ({ mounts, middleware }))
}

function mentionsNest(file: ts.SourceFile): boolean {
  return /NestFactory|INestApplication|NestExpressApplication|NestFastifyApplication/.test(file.text)
}

function* callsIn(project: Project, file: ts.SourceFile): Iterable<Found> {
  const pending: ts.Node[] = [file]
  for (let node = pending.pop(); node; node = pending.pop()) {
    ts.forEachChild(node, (child) => void pending.push(child))
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue
    const name = node.expression.name.text
    if (!names.has(name) || !isOfNest(project, name, node.expression.expression)) continue
    const scope = scopeAt(project, node)
    yield { name, call: node, args: argumentsOf(node, scope) }
  }
}

function isOfNest(project: Project, name: string, object: ts.Expression): boolean {
  const value = project.values.evaluate({ expression: object, scope: moduleScope })
  if (name === 'create') return value.kind === 'import' && value.name === 'NestFactory'
  if (value.kind === 'call' && value.callee.kind === 'import' && value.callee.name.startsWith('NestFactory'))
    return true
  const type = project.checker.getTypeAtLocation(object)
  if (/^(INestApplication|Nest\w*Application)/.test(type.symbol?.name ?? '')) return true
  const declared = project.checker.getSymbolAtLocation(object)?.valueDeclaration
  const written = declared && 'type' in declared && ts.isParameter(declared) ? declared.type?.getText() : undefined
  return /^(INestApplication|Nest\w*Application)/.test(written ?? '') || (name !== 'use' && value.kind === 'unknown')
}

function exclusionsOf(project: Project, options: Reference): readonly Exclusion[] {
  const excluded = member(project, project.values.evaluate(options), 'exclude')
  return (excluded ? each(project, excluded) : []).flatMap((one) => {
    if (one.kind === 'literal' && typeof one.value === 'string') return [{ path: one.value, method: null }]
    const data = project.values.literal(one)
    const path = member(project, one, 'path')
    const method = member(project, one, 'method')
    if (!data.known && path?.kind !== 'literal') return []
    return path?.kind === 'literal' ? [{ path: String(path.value), method: methodName(method) }] : []
  })
}

const requestMethods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', null, 'OPTIONS', 'HEAD', 'SEARCH']

/** `RequestMethod.GET` by its name, or by the number that the enum gives it. */
export function methodName(value: Value | undefined): string | null {
  if (value?.kind === 'import') return value.name.replace(/^.*\./, '').replace(/^ALL$/, '') || null
  if (value?.kind === 'member') return value.name === 'ALL' ? null : value.name
  return value?.kind === 'literal' && typeof value.value === 'number' ? (requestMethods[value.value] ?? null) : null
}

function versioningOf(project: Project, found: Found | undefined): Versioning | null {
  if (!found) return null
  const options = found.args[0] ? project.values.evaluate(found.args[0]) : undefined
  const type = options && member(project, options, 'type')
  const name = type?.kind === 'import' || type?.kind === 'member' ? type.name : ''
  const prefix = options && member(project, options, 'prefix')
  const fallback = options && member(project, options, 'defaultVersion')
  const inPath = type === undefined || /URI$/.test(name) || (type.kind === 'literal' && type.value === 0)
  const header = options && member(project, options, 'header')
  const inMediaType = /MEDIA_TYPE$/.test(name) || (type?.kind === 'literal' && type.value === 2)
  const inHeader = header?.kind === 'literal' && typeof header.value === 'string' ? header.value : null
  const written = prefix?.kind === 'literal' ? prefix.value : 'v'
  return {
    inPath,
    ...(inPath || inMediaType ? {} : { header: inHeader }),
    prefix: typeof written === 'string' ? written : '',
    fallback: fallback ? versionsOf(project, fallback) : [],
  }
}

/** The versions that a value lists; the neutral version is `''`. */
export function versionsOf(project: Project, value: Value): readonly string[] {
  return each(project, value).map((one) => (one.kind === 'literal' ? String(one.value) : ''))
}
