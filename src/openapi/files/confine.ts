import { isAbsolute, relative } from 'node:path'
import { heldBy } from '../../files/held.js'
import { readFrom, realOf } from '../../files/read.js'
import type { Journal } from '../../model/journal.js'
import type { Place } from '../../model/place.js'
import type { Result } from '../../model/result.js'
import type { Confines } from '../library.js'
import { maximalBytes } from '../text/limits.js'

/**
 * The text of a file that lies in one of the folders, symbolic links resolved on both sides.
 * In: the absolute path. Out: the text, or why it is not read.
 */
export async function readInside(path: string, confines: Confines): Promise<Result<string, string>> {
  const { folders, journal } = confines
  const held = textHeld(path, confines, 'there is no such file')
  if (held !== undefined) return held
  const real = await realOf(path, journal)
  if (real === undefined) return inside(path, folders) ? failure('there is no such file') : failure(outside)
  const homes = await Promise.all(folders.map(async (folder) => (await realOf(folder, journal)) ?? folder))
  if (!inside(real, homes)) return failure(outside)
  return readText(real, journal)
}

/** The text of a document, wherever it lies. */
export async function readAnywhere(path: string, place: Place): Promise<Result<string, string>> {
  const { snapshot, journal } = place
  return textHeld(path, place, `there is no such file in ${snapshot?.name}`) ?? readText(path, journal)
}

function textHeld(
  path: string,
  { root, snapshot, journal }: Place,
  missing: string,
): Result<string, string> | undefined {
  const held = snapshot === undefined ? undefined : heldBy(snapshot, root, path, journal)
  if (held === undefined || held.kind === 'elsewhere') return undefined
  return held.kind === 'text' ? { ok: true, value: held.text } : failure(missing)
}

const readText = (path: string, journal: Journal | undefined): Promise<Result<string, string>> =>
  readFrom(path, maximalBytes, journal)

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
