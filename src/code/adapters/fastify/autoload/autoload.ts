import { basename } from 'node:path'
import ts from 'typescript'
import type { Location } from '../../../../model/location.js'
import type { Project } from '../../../project.js'
import { moduleScope, referenceTo } from '../../../values/scope.js'
import type { Value } from '../../../values/value.js'
import { createInstance, type Instance, type Session, type Site } from '../instance.js'
import { pluginsIn } from '../plugin.js'
import { registerPlugin } from '../registration.js'
import { setting, textSetting } from '../settings.js'
import { pathOf } from './path.js'
import { type AutoloadSettings, autoloadSettings } from './settings.js'
import { type Folder, folderAt } from './tree.js'

/** One `register(autoload, options)`. */
export interface Autoload {
  readonly instance: Instance
  readonly site: Site
  readonly options: Value | null
  readonly at: Location
  readonly node: ts.Expression
}

/** Registers the files of a folder as `@fastify/autoload` does: folders become prefixes, an index hides the files beside it. */
export function autoload(session: Session, call: Autoload): void {
  const { project } = session
  const directory = setting(project, call.options, 'dir')
  const path = directory === null || call.options?.kind !== 'object' ? null : directoryOf(project, call.options)
  if (path === null) {
    session.unresolved.push({ at: call.at, reason: 'the folder that is loaded is not known' })
    return
  }
  const folder = folderAt(path, project.files)
  if (folder.files.length === 0 && folder.folders.length === 0) {
    session.unresolved.push({ at: call.at, reason: 'the folder that is loaded holds no source file of this project' })
    return
  }
  loadFolder(session, call, autoloadSettings(project, call.options), folder, {
    root: path,
    prefix: '',
    depth: 0,
    hooks: [],
  })
}

/** The `dir` of the options, as written: what a path is made of is no plain value. */
function directoryOf(project: Project, options: Extract<Value, { kind: 'object' }>): string | null {
  for (const member of options.node.properties) {
    if (ts.isPropertyAssignment(member) && member.name.getText() === 'dir') {
      return pathOf(project, { expression: member.initializer, scope: options.scope })
    }
    if (ts.isShorthandPropertyAssignment(member) && member.name.text === 'dir') {
      const declaration = project.checker.getShorthandAssignmentValueSymbol(member)?.valueDeclaration
      if (declaration === undefined || !ts.isVariableDeclaration(declaration) || declaration.initializer === undefined)
        return null
      return pathOf(project, { expression: declaration.initializer, scope: options.scope })
    }
  }
  return null
}

interface Place {
  readonly root: string
  readonly prefix: string
  readonly depth: number
  readonly hooks: readonly ts.SourceFile[]
}

function loadFolder(session: Session, call: Autoload, settings: AutoloadSettings, folder: Folder, place: Place): void {
  const relative = (path: string) => path.slice(place.root.length + 1)
  const own = settings.autoHooks
    ? folder.files.find((file) => settings.autoHooksPattern.test(basename(file.fileName)))
    : undefined
  const inherited = settings.overwriteHooks && own !== undefined ? [] : place.hooks
  const hooks = own === undefined ? inherited : [...inherited, own]
  const index = folder.files.find((file) => settings.indexPattern.test(basename(file.fileName)))
  const files =
    index === undefined
      ? folder.files.filter((file) => !settings.autoHooksPattern.test(basename(file.fileName)))
      : [index]
  for (const file of files) {
    const path = relative(file.fileName)
    if ((file === index || settings.looksAt(path)) && settings.takes(path))
      loadFile(session, call, settings, file, { ...place, hooks })
  }
  if (place.depth >= settings.maxDepth) return
  for (const child of folder.folders) {
    if (!settings.looksAt(relative(child.path))) continue
    const name = settings.dirNameRoutePrefix ? basename(child.path) : ''
    loadFolder(session, call, settings, child, {
      ...place,
      prefix: `${place.prefix === '' ? '/' : `${place.prefix}/`}${name}`,
      depth: place.depth + 1,
      hooks: settings.cascadeHooks ? hooks : [],
    })
  }
}

function loadFile(
  session: Session,
  call: Autoload,
  settings: AutoloadSettings,
  file: ts.SourceFile,
  place: Place,
): void {
  const { project } = session
  const module: Value = { kind: 'namespace', file }
  const exported = exportOf(project, module)
  if (exported === null || isFalse(memberOf(project, module, exported, 'autoload'))) return
  const prefix = prefixOf(project, settings, module, exported, place.prefix)
  const parent =
    place.hooks.length === 0 ? call.instance : createInstance(call.instance.prefix, call.instance, call.instance.via)
  for (const hook of place.hooks) {
    for (const plugin of pluginsIn(project, { kind: 'namespace', file: hook })) {
      if (plugin.kind === 'function') session.walk(session, plugin.value, parent, call.site, null)
    }
  }
  for (const plugin of pluginsIn(project, exported)) {
    if (plugin.kind === 'unknown' || plugin.kind === 'autoload') continue
    registerPlugin(session, {
      plugin: plugin.kind === 'function' && !settings.encapsulate ? { ...plugin, transparent: true } : plugin,
      instance: parent,
      site: call.site,
      options: settings.options,
      handed: settings.options === null ? null : referenceTo(settings.options, call.node),
      at: call.at,
      node: call.node,
      prefix,
    })
  }
}

/** What the file exports as its plugin; null where it exports none. */
function exportOf(project: Project, module: Value): Value | null {
  const value = project.values.property(module, 'default')
  return value.kind === 'function' || value.kind === 'call' || value.kind === 'object' || value.kind === 'choice'
    ? value
    : null
}

function prefixOf(
  project: Project,
  settings: AutoloadSettings,
  module: Value,
  exported: Value,
  folder: string,
): string {
  const text = (name: string) => {
    const value = memberOf(project, module, exported, name)
    return value.kind === 'literal' && typeof value.value === 'string' ? value.value : undefined
  }
  const override = text('prefixOverride')
  if (override !== undefined) return override
  const auto = text('autoPrefix')
  const own = auto === undefined ? folder : settings.appendAutoPrefix && folder !== '' ? `${folder}/${auto}` : auto
  const given = textSetting(project, settings.options, 'prefix')
  const base = typeof given === 'string' ? given.replace(/\/$/, '') : ''
  const prefix = base + own.replace(/\/+/g, '/')
  return settings.routeParams ? withParameters(prefix) : prefix
}

/** `/_id` is a parameter; where a folder holds `__`, that marks the parameters instead. */
function withParameters(prefix: string): string {
  return prefix.includes('__') ? prefix.replaceAll('__', ':') : prefix.replaceAll('/_', '/:')
}

function memberOf(project: Project, module: Value, exported: Value, name: string): Value {
  const direct = project.values.property(module, name)
  if (direct.kind === 'literal' && direct.value !== undefined) return direct
  const assigned = exported.kind === 'function' && module.kind === 'namespace' ? assignedIn(module.file, name) : null
  return assigned === null ? direct : project.values.evaluate({ expression: assigned, scope: moduleScope })
}

function isFalse(value: Value): boolean {
  return value.kind === 'literal' && value.value === false
}

/** `plugin.autoPrefix = '/x'`: what is put on the exported function. */
function assignedIn(file: ts.SourceFile, name: string): ts.Expression | null {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    const { left, right } = statement.expression
    if (ts.isPropertyAccessExpression(left) && left.name.text === name) return right
  }
  return null
}
