import { resolve } from 'node:path'
import { putInPlace } from '../files/put-in-place.js'
import type { UserError } from '../model/user-error.js'

/** Writes a file whole or not at all, whatever ends the run; gives the mistake where that is not possible. */
export function writeWhole(root: string, file: string, text: string): UserError | null {
  try {
    putInPlace(resolve(root, file), text)
    return null
  } catch (error) {
    return { message: `cannot be written: ${error instanceof Error ? error.message : String(error)}`, file }
  }
}
