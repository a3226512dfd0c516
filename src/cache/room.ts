import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { draftEnding } from '../files/put-in-place.js'

/** What all files of a folder may come to. */
const mostBytes = 128 * 1024 * 1024
const mostFiles = 400
/** A draft that is older was left by a run that was ended. */
const staleDraft = 60 * 60 * 1000

interface Kept {
  readonly name: string
  readonly size: number
  readonly used: number
}

/** The files of a folder; none where it cannot be listed. */
export function files(folder: string): readonly Kept[] {
  try {
    return readdirSync(folder).flatMap((name) => {
      const facts = statSync(join(folder, name), { throwIfNoEntry: false })
      return facts?.isFile() ? [{ name, size: facts.size, used: facts.mtimeMs }] : []
    })
  } catch {
    return []
  }
}

/** Keeps a folder within bounds: what was not used for the longest time goes first. */
export function makeRoom(folder: string): void {
  const all = [...files(folder)].sort((one, other) => other.used - one.used)
  let bytes = 0
  for (const [index, { name, size, used }] of all.entries()) {
    bytes += size
    const isLeft = name.endsWith(draftEnding) && Date.now() - used > staleDraft
    if (isLeft || bytes > mostBytes || index >= mostFiles) remove(join(folder, name))
  }
}

/** Another run may have been faster. */
function remove(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // What cannot be removed is somebody else's to remove.
  }
}
