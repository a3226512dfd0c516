import { cacheFolder } from '../cache/folder.js'
import { openMemory } from '../cache/memory.js'
import type { ConfigRequest, Layer, Outcome, Settings, Vocabulary } from '../config/config.js'
import { loadConfig } from '../config/load.js'
import { loadProjects } from '../config/projects.js'
import { resolveSettings } from '../config/resolve.js'
import type { AuditOptions, PairOptions } from '../model/options.js'
import { defaults } from './defaults.js'
import { flagLayer } from './flag-layer.js'
import type { Flags } from './flags.js'
import { formatIds } from './formats.js'
import type { Io } from './io.js'
import { parseOutputs } from './outputs.js'
import { chooseProjects } from './projects/choose.js'
import type { Chosen } from './projects/chosen.js'
import type { Tool } from './tool.js'

interface Prepared {
  readonly settings: Settings
  readonly layers: readonly Layer[]
  readonly options: AuditOptions
  /** Where the configuration lists several projects. */
  readonly chosen?: Chosen
  /** Where runs keep what they read; absent where nothing is kept. */
  readonly cache?: string
}

/**
 * Everything a run is told, from the command line and the configuration file, or the first mistake in either.
 * In: a configuration that stands in for a file where there is none.
 */
export async function prepare(flags: Flags, io: Io, tool: Tool, draft?: Layer): Promise<Outcome<Prepared>> {
  const vocabulary = vocabularyOf(tool)
  const line = flagLayer(flags, vocabulary)
  if (!line.ok) return line
  const request: ConfigRequest = {
    root: io.cwd,
    execute: flags.execConfig,
    vocabulary,
    ...(flags.config === undefined ? {} : { file: flags.config }),
  }
  const file = await loadConfig(request)
  if (!file.ok) return file
  const top = file.value ?? draft ?? null
  const layers = [...(top ? [top] : []), line.value]
  const settings = resolveSettings(defaults, layers)
  // A mistake in the formats should show before a long audit, and not after it.
  const outputs = parseOutputs(settings.format, vocabulary.formats)
  if (!outputs.ok) return outputs
  const chosen = await chosenOf(request, flags, top, line.value)
  if (!chosen.ok) return chosen
  const cache = flags.cache === false ? undefined : cacheFolder(io.cwd, io.env, flags.cacheDir)
  const kept = cache === undefined ? {} : { memory: openMemory(io.cwd, cache) }
  const options = { ...optionsOf(settings, io, chosen.value), ...kept }
  const more = { ...(chosen.value ? { chosen: chosen.value } : {}), ...(cache === undefined ? {} : { cache }) }
  return { ok: true, value: { settings, layers, options, ...more } }
}

async function chosenOf(
  request: ConfigRequest,
  flags: Flags,
  top: Layer | null,
  line: Layer,
): Promise<Outcome<Chosen | undefined>> {
  if (top?.values.projects === undefined) {
    if (flags.shard === undefined) return { ok: true, value: undefined }
    const message = '--shard shares out the projects of a configuration, and there are none here'
    return { ok: false, error: { message } }
  }
  const { project: _, ...own } = line.values
  const { spec: __, code: ___, ...shared } = own
  const around = { defaults, top, line: { from: line.from, values: shared } }
  const { file, ...found } = request
  const projects = await loadProjects(found, around)
  return projects.ok ? chooseProjects(projects.value, flags, { from: line.from, values: own }) : projects
}

/** The words that a configuration may use. */
export function vocabularyOf(tool: Tool): Vocabulary {
  return { rules: Object.keys(tool.rules).sort(), formats: [...formatIds].sort() }
}

function optionsOf(settings: Settings, io: Io, chosen: Chosen | undefined): AuditOptions {
  return {
    root: io.cwd,
    ...pairOptions(settings),
    ...(chosen === undefined
      ? {}
      : {
          projects: chosen.projects.map(({ name, folder, settings: own }) => ({ name, folder, ...pairOptions(own) })),
        }),
    onProgress: (step) => io.progress.step(step),
  }
}

function pairOptions(settings: Settings): PairOptions {
  const { spec, project, code, prefix, ignore, authentication, rules, overrides, allowRemote, cost } = settings
  return {
    ...(spec === undefined ? {} : { spec }),
    ...(project === undefined ? {} : { project }),
    ...(code === undefined ? {} : { code }),
    ...(prefix === undefined ? {} : { prefix }),
    ignore,
    authentication,
    severities: rules,
    overrides,
    allowRemote,
    cost,
  }
}
