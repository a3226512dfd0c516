import { readFile, realpath, stat } from 'node:fs/promises'
import { isAbsolute, relative } from 'node:path'
import { heldBy } from '../../files/held.js'
import type { Result } from '../../model/result.js'
import type { Snapshot } from '../../model/snapshot.js'
import type { Confines } from '../library.js'
import { maximalBytes } from '../text/limits.js'

/**
 * The text of a file that lies in one of the folders, symbolic links resolved on both sides.
 * In: the absolute path. Out: the text, or why it is not read.
 */
export async function readInside(path: string, confines: Confines): Promise<Result<string, string>> {
  const { folders, root, snapshot } = confines
  const held = textHeld(path, root, snapshot)
  if (held !== undefined) return held
  const real = await realpath(path).catch(() => undefined)
  if (real === undefined) return inside(path, folders) ? failure('there is no such file') : failure(outside)
  const homes = await Promise.all(folders.map((folder) => realpath(folder).catch(() => folder)))
  if (!inside(real, homes)) return failure(outside)
  return readText(real)
}

/** The text of a document, wherever it lies. */
export async function readAnywhere(path: string, root: string, snapshot?: Snapshot): Promise<Result<string, string>> {
  return textHeld(path, root, snapshot) ?? readText(path)
}

function textHeld(path: string, root: string, snapshot: Snapshot | undefined): Result<string, string> | undefined {
  const held = snapshot === undefined ? undefined : heldBy(snapshot, root, path)
  if (held === undefined || held.kind === 'elsewhere') return undefined
  if (held.kind === 'text') return { ok: true, value: held.text }
  return failure(`there is no such file in ${snapshot?.name}`)
}

async function readText(path: string): Promise<Result<string, string>> {
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined) return failure('there is no such file')
  if (!facts.isFile()) return failure(facts.isDirectory() ? 'it is a folder' : 'it is not a regular file')
  if (facts.size > maximalBytes) return failure('the file is larger than 200 MB')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  return typeof text === 'string'
    ? { ok: true, value: text }
    : failure(`it cannot be read (${text.code ?? text.message})`)
}

/** Why a file is not read that lies in none of the folders. */
export const outside = 'it lies outside the project root and the folder of the document'

function inside(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const way = relative(folder, path)
    return way === '' || (way !== '..' && !way.startsWith('../') && !way.startsWith('..\\') && !isAbsolute(way))
  })
}

function failure(error: string): Result<string, string> {
  return { ok: false, error }
}
