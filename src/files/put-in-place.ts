import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file whole or not at all, whatever ends the run, and the folders on the way to it; throws what the file system throws.
 * What is not `lasting` may be torn where the machine itself goes down: enough for a text that carries its own sum.
 */
export function putInPlace(path: string, text: string, { lasting = true } = {}): void {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${randomUUID()}${draftEnding}`
  const handle = openSync(draft, 'wx')
  try {
    try {
      writeFileSync(handle, text)
      if (lasting) fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}

/** Of a file that is being written; one that is old was left behind by a run that was ended. */
export const draftEnding = '.tmp'
