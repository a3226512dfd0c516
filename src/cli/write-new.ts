import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { UserError } from '../model/user-error.js'

/** What is written: relative to the root, or absolute. */
interface NewFile {
  readonly file: string
  readonly text: string
  readonly executable?: true
}

/** Writes all of the files or none, and never over one that is there; gives the mistake where that is not possible. */
export function writeNew(root: string, files: readonly NewFile[]): UserError | null {
  const written: string[] = []
  for (const { file, text, executable } of files) {
    const path = resolve(root, file)
    const draft = `${path}.${randomUUID()}.tmp`
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(draft, text, { flag: 'wx', mode: executable ? 0o755 : 0o644 })
      // A link, unlike a rename, refuses to replace what somebody has written meanwhile.
      linkSync(draft, path)
      written.push(path)
    } catch (error) {
      for (const each of written) rmSync(each, { force: true })
      return { message: `cannot be written: ${error instanceof Error ? error.message : String(error)}`, file }
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return null
}
