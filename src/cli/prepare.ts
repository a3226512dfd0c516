import type { Layer, Outcome, Settings, Vocabulary } from '../config/config.js'
import { loadConfig } from '../config/load.js'
import { resolveSettings } from '../config/resolve.js'
import { defaultCostSettings } from '../cost/constants.js'
import type { AuditOptions } from '../model/options.js'
import { reporters } from '../reporters/index.js'
import { flagLayer } from './flag-layer.js'
import type { Flags } from './flags.js'
import type { Io } from './io.js'
import { parseOutputs } from './outputs.js'
import type { Tool } from './tool.js'

/** What holds where neither the command line nor a file says otherwise. */
export const defaults: Settings = {
  ignore: [],
  authentication: [],
  rules: {},
  overrides: [],
  failOn: 'error',
  format: ['pretty'],
  cost: defaultCostSettings,
  allowRemote: false,
}

interface Prepared {
  readonly settings: Settings
  readonly layers: readonly Layer[]
  readonly options: AuditOptions
}

/** Everything a run is told, from the command line and the configuration file, or the first mistake in either. */
export async function prepare(flags: Flags, io: Io, tool: Tool): Promise<Outcome<Prepared>> {
  const vocabulary = vocabularyOf(tool)
  const line = flagLayer(flags, vocabulary)
  if (!line.ok) return line
  const file = await loadConfig({
    root: io.cwd,
    execute: flags.execConfig,
    vocabulary,
    ...(flags.config === undefined ? {} : { file: flags.config }),
  })
  if (!file.ok) return file
  const layers = [...(file.value ? [file.value] : []), line.value]
  const settings = resolveSettings(defaults, layers)
  // A mistake in the formats should show before a long audit, and not after it.
  const outputs = parseOutputs(settings.format, vocabulary.formats)
  return outputs.ok ? { ok: true, value: { settings, layers, options: optionsOf(settings, io) } } : outputs
}

/** The words that a configuration may use. */
export function vocabularyOf(tool: Tool): Vocabulary {
  return { rules: Object.keys(tool.rules).sort(), formats: Object.keys(reporters).sort() }
}

function optionsOf(settings: Settings, io: Io): AuditOptions {
  const { spec, project, code, prefix, ignore, authentication, rules, overrides, allowRemote, cost } = settings
  return {
    root: io.cwd,
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
    onProgress: (step) => io.progress.step(step),
  }
}
