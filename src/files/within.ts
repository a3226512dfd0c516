import type { Snapshot } from '../model/snapshot.js'

/** What a folder of a snapshot holds, by paths relative to that folder. In: the folder relative to the root, with `/`. */
export function snapshotWithin({ name, files }: Snapshot, folder: string): Snapshot {
  const prefix = `${folder}/`
  const below = [...files].filter(([path]) => path.startsWith(prefix))
  return { name, files: new Map(below.map(([path, text]) => [path.slice(prefix.length), text])) }
}
