import type { BaselineEntry } from '../../model/baseline.js'
import type { Chosen } from './chosen.js'

/**
 * Whether a run can speak of a known finding: a run of some projects knows nothing of the others. What is of no project that
 * the configuration lists falls to a run of all, or to the first of the shards that are one.
 */
export function isOurs(chosen: Chosen | undefined): (entry: Pick<BaselineEntry, 'project'>) => boolean {
  if (chosen === undefined) return () => true
  const { all, named, projects, shard } = chosen
  const own = new Set(projects.map(({ name }) => name))
  const takesStrangers = named.length === all.length && (shard === undefined || shard.index === 1)
  return ({ project }) => {
    const isListed = project !== undefined && all.includes(project)
    return isListed ? own.has(project) : takesStrangers
  }
}
