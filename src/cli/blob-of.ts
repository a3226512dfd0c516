import { blobText } from '../blob/text.js'
import type { Settings } from '../config/config.js'
import { openRepository } from '../git/open.js'
import { commitOf } from '../git/revisions.js'
import type { OverBaseline } from '../model/baseline.js'
import type { Blob } from '../model/blob.js'
import type { Limits } from '../model/demands.js'
import type { Report } from '../model/report.js'
import type { Audit } from './audited.js'
import { defaultBaseline } from './baseline-file.js'
import type { Io } from './io.js'
import type { Chosen } from './projects/chosen.js'
import type { Tool } from './tool.js'

/** The text of a run's blob. In: the audit, what is told of it, and what of the baseline is over. */
export async function blobOf(
  { notices, faults = [], changed, readSource, settings, chosen }: Audit,
  report: Report,
  over: OverBaseline,
  io: Io,
  tool: Tool,
): Promise<string> {
  const places = report.findings.flatMap(({ spec, code }) => [spec?.file ?? [], code?.file ?? []].flat())
  const sources = [...new Set(places)].sort().flatMap((file) => {
    const text = readSource(file)
    return text === undefined ? [] : [[file, text] as const]
  })
  return blobText({
    ...(await surroundings(settings, chosen, io, tool)),
    faults,
    over,
    notices,
    report,
    sources: Object.fromEntries(sources),
    ...(changed === undefined ? {} : { changed: [...changed].sort() }),
  })
}

/** That of a shard that no project fell to. */
export async function idleBlob(settings: Settings, chosen: Chosen, io: Io, tool: Tool): Promise<string> {
  const over = { file: settings.baseline ?? defaultBaseline, stale: [], expired: [] }
  const nothing = { faults: [], over, notices: [], report: null, sources: {} }
  return blobText({ ...(await surroundings(settings, chosen, io, tool)), ...nothing })
}

async function surroundings(
  settings: Settings,
  chosen: Chosen | undefined,
  { cwd }: Io,
  { version }: Tool,
): Promise<Pick<Blob, 'tool' | 'shard' | 'projects' | 'commit' | 'demands'>> {
  const repository = await openRepository(cwd)
  const commit = repository.ok ? await commitOf(repository.value, 'HEAD') : repository
  const projects = chosen?.projects.map((project) => ({ name: project.name, settings: limitsOf(project.settings) }))
  return {
    tool: version,
    shard: chosen?.shard ?? { index: 1, of: 1 },
    ...(chosen === undefined ? {} : { projects: chosen.named }),
    ...(commit.ok ? { commit: commit.value } : {}),
    demands: { settings: limitsOf(settings), ...(projects === undefined ? {} : { projects }) },
  }
}

const limitsOf = ({ failOn, minCoverage }: Settings): Limits => ({
  failOn,
  ...(minCoverage === undefined ? {} : { minCoverage }),
})
