import type { AuditOptions } from '../../model/options.js'
import type { Snapshot } from '../../model/snapshot.js'
import type { Chosen } from './chosen.js'

/** The options of an audit at one moment, and what is to be said of them. */
interface InMoment {
  readonly options: AuditOptions
  readonly notices: readonly string[]
}

/** Leaves out projects that a glob found in the work tree, and that the moment does not have yet. */
export function inMoment(options: AuditOptions, chosen: Chosen | undefined, now: Snapshot | undefined): InMoment {
  if (now === undefined) return { options, notices: [] }
  const early = (chosen?.projects ?? []).filter(({ foundBy }) => foundBy !== undefined && !now.files.has(foundBy))
  const names = new Set(early.map(({ name }) => name))
  const projects = options.projects?.filter(({ name }) => !names.has(name))
  return {
    options: { ...options, snapshot: now, ...(projects === undefined ? {} : { projects }) },
    notices: early.map(({ name, foundBy }) => `project "${name}" is left out: ${foundBy} is not in ${now.name}`),
  }
}
