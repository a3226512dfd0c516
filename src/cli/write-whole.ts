import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { UserError } from '../model/user-error.js'

/** Writes a file whole or not at all, whatever ends the run; gives the mistake where that is not possible. */
export function writeWhole(root: string, file: string, text: string): UserError | null {
  const path = resolve(root, file)
  try {
    mkdirSync(dirname(path), { recursive: true })
    putInPlace(`${path}.${randomUUID()}.tmp`, path, text)
    return null
  } catch (error) {
    return { message: `cannot be written: ${error instanceof Error ? error.message : String(error)}`, file }
  }
}

function putInPlace(draft: string, path: string, text: string): void {
  const handle = openSync(draft, 'wx')
  try {
    try {
      writeFileSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
