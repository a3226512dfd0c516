import type { AuditOptions, PairOptions } from '../../model/options.js'
import type { Snapshot } from '../../model/snapshot.js'

type Renamed = ReadonlyMap<string, string>

/** The options of an audit of an earlier moment: documents, tsconfigs and folders by the names that they had then. */
export function optionsBefore(options: AuditOptions, snapshot: Snapshot, renamed: Renamed): AuditOptions {
  const earlier = <Pair extends PairOptions>(pair: Pair): Pair => pairBefore(pair, snapshot, renamed)
  const { projects } = options
  return {
    ...earlier(options),
    snapshot,
    skipsUnreadable: true,
    ...(projects === undefined ? {} : { projects: projects.map(earlier) }),
  }
}

function pairBefore<Pair extends PairOptions>(pair: Pair, { files }: Snapshot, renamed: Renamed): Pair {
  const nameOf = (file: string): string => (files.has(file) ? file : (renamed.get(file) ?? file))
  const { folder, spec, project, code } = pair
  return {
    ...pair,
    ...(folder === undefined ? {} : { folder: folderBefore(folder, files, renamed) }),
    ...(spec === undefined ? {} : { spec: spec.map(nameOf) }),
    ...(project === undefined ? {} : { project: project.map(nameOf) }),
    ...(code === undefined ? {} : { code: nameOf(code) }),
  }
}

/** Where most of what was moved into a folder came from, where the folder is new. */
function folderBefore(folder: string, files: ReadonlyMap<string, string>, renamed: Renamed): string {
  const prefix = `${folder}/`
  if ([...files.keys()].some((file) => file.startsWith(prefix))) return folder
  const votes = new Map<string, number>()
  for (const [now, before] of renamed) {
    const tail = now.slice(folder.length)
    if (!now.startsWith(prefix) || !before.endsWith(tail)) continue
    const origin = before.slice(0, -tail.length)
    votes.set(origin, (votes.get(origin) ?? 0) + 1)
  }
  const [best] = [...votes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return best?.[0] ?? folder
}
