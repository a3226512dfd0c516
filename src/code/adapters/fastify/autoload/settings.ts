import type { Project } from '../../../project.js'
import type { Value } from '../../../values/value.js'
import { setting } from '../settings.js'

/** The options of `@fastify/autoload` that decide which file is registered where. */
export interface AutoloadSettings {
  /** Options for every plugin, its `prefix` among them. */
  readonly options: Value | null
  readonly dirNameRoutePrefix: boolean
  readonly routeParams: boolean
  readonly maxDepth: number
  readonly indexPattern: RegExp
  readonly autoHooksPattern: RegExp
  readonly autoHooks: boolean
  readonly cascadeHooks: boolean
  readonly overwriteHooks: boolean
  readonly appendAutoPrefix: boolean
  readonly encapsulate: boolean
  /** Whether a file or folder is looked at, by its path below the folder. */
  looksAt(path: string): boolean
  /** Whether a file that is looked at is registered. */
  takes(path: string): boolean
}

export function autoloadSettings(project: Project, options: Value | null): AutoloadSettings {
  const value = (name: string) => setting(project, options, name)
  const flag = (name: string, otherwise: boolean) => {
    const given = value(name)
    return given?.kind === 'literal' && typeof given.value === 'boolean' ? given.value : otherwise
  }
  const depth = value('maxDepth')
  const ignore = patternOf(value('ignorePattern'))
  const ignoreFilter = patternOf(value('ignoreFilter'))
  const match = patternOf(value('matchFilter'))
  return {
    options: value('options'),
    dirNameRoutePrefix: flag('dirNameRoutePrefix', true),
    routeParams: flag('routeParams', false),
    maxDepth: depth?.kind === 'literal' && typeof depth.value === 'number' ? depth.value : Number.POSITIVE_INFINITY,
    indexPattern: patternOf(value('indexPattern')) ?? /^index(?:\.ts|\.js|\.cjs|\.mjs|\.cts|\.mts)$/i,
    autoHooksPattern:
      patternOf(value('autoHooksPattern')) ?? /^[_.]?auto_?hooks(?:\.ts|\.js|\.cjs|\.mjs|\.cts|\.mts)$/i,
    autoHooks: flag('autoHooks', false),
    cascadeHooks: flag('cascadeHooks', false),
    overwriteHooks: flag('overwriteHooks', false),
    appendAutoPrefix: flag('appendAutoPrefix', false),
    encapsulate: flag('encapsulate', true),
    looksAt: (path) => !(ignore?.test(path) ?? false),
    takes: (path) => !(ignoreFilter?.test(`/${path}`) ?? false) && (match?.test(`/${path}`) ?? true),
  }
}

/** A pattern given as a regular expression, or as a text that has to occur. */
function patternOf(value: Value | null): RegExp | null {
  if (value?.kind === 'literal' && typeof value.value === 'string')
    return new RegExp(value.value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  if (value?.kind !== 'regexp') return null
  const end = value.source.lastIndexOf('/')
  const written = value.source.startsWith('/') && end > 0
  const source = written ? value.source.slice(1, end) : value.source
  const flags = written ? value.source.slice(end + 1).replace(/[gy]/g, '') : ''
  try {
    return new RegExp(source, flags)
  } catch {
    return null
  }
}
