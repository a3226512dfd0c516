import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { heldBy } from '../files/held.js'
import type { Snapshot } from '../model/snapshot.js'

/** Reads a file again for the frames of a report, each once: from where it was audited, the work tree or a snapshot. */
export function sourceReader(root: string, snapshot?: Snapshot): (file: string) => string | undefined {
  const sources = new Map<string, string | undefined>()
  return (file) => {
    if (!sources.has(file)) sources.set(file, textOf(resolve(root, file), root, snapshot))
    return sources.get(file)
  }
}

function textOf(path: string, root: string, snapshot: Snapshot | undefined): string | undefined {
  const held = snapshot === undefined ? undefined : heldBy(snapshot, root, path)
  if (held !== undefined && held.kind !== 'elsewhere') return held.kind === 'text' ? held.text : undefined
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The report stands without its frames where a file is gone or cannot be read again.
    return undefined
  }
}
