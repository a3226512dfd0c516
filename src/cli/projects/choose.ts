import type { Layer, Outcome, ProjectSettings } from '../../config/config.js'
import { resolveSettings } from '../../config/resolve.js'
import { didYouMean } from '../../config/suggest.js'
import { type Shard, shareOf } from '../../model/shard.js'
import { defaults } from '../defaults.js'
import type { Flags } from '../flags.js'
import type { Chosen } from './chosen.js'

/**
 * The projects that the command line asks for: those that `--project` names, or all; of them, what falls to the shard.
 * Where `--spec` or `--code` names a side, there has to be one project whose side it is.
 */
export function chooseProjects(
  projects: readonly ProjectSettings[],
  flags: Pick<Flags, 'project' | 'spec' | 'code' | 'shard'>,
  line: Layer,
): Outcome<Chosen> {
  const all = projects.map(({ name }) => name)
  const stranger = flags.project?.find((name) => !all.includes(name))
  if (stranger !== undefined) {
    const message = `--project names one of the configuration's projects (${all.join(', ')}), not "${stranger}".${didYouMean(stranger, all)}`
    return { ok: false, error: { message } }
  }
  const named = projects.filter(({ name }) => flags.project?.includes(name) ?? true)
  const shard = shardOf(flags.shard)
  if (!shard.ok) return shard
  const chosen = shard.value === undefined ? named : shareOf(named, shard.value)
  const names = named.map(({ name }) => name)
  if (flags.spec === undefined && flags.code === undefined) {
    const share = shard.value === undefined ? {} : { shard: shard.value }
    return { ok: true, value: { all, named: names, projects: chosen, ...share } }
  }
  const [only, another] = named
  if (only === undefined || another !== undefined) {
    const side = flags.spec === undefined ? '--code' : '--spec'
    const hint = 'Choose the project that it is of with --project.'
    return { ok: false, error: { message: `${side} names one side, and the configuration has several projects`, hint } }
  }
  const layers = [...only.layers.slice(0, -1), line]
  return {
    ok: true,
    value: { all, named: names, projects: [{ ...only, layers, settings: resolveSettings(defaults, layers) }] },
  }
}

const most = 1000

function shardOf(text: string | undefined): Outcome<Shard | undefined> {
  if (text === undefined) return { ok: true, value: undefined }
  const [, index = 0, of = 0] = /^(\d+)\/(\d+)$/.exec(text.trim())?.map(Number) ?? []
  if (index >= 1 && index <= of && of <= most) return { ok: true, value: { index, of } }
  return {
    ok: false,
    error: { message: `--shard takes which of how many, such as 1/3 (at most ${most}), not "${text}"` },
  }
}
