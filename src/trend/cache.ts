import { accessSync, constants, lstatSync, mkdirSync, readFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { putInPlace } from '../files/put-in-place.js'

/** Texts by a key that holds all that they depend on; whatever goes wrong with it only costs time. */
export interface Cache {
  get(key: string): string | undefined
  put(key: string, text: string): void
}

/** A cache in the project's own `node_modules/.cache`, or where nothing can be written there, in a folder of the user's alone. */
export function openCache(root: string): Cache {
  const folder = writable(join(root, 'node_modules')) ? join(root, 'node_modules/.cache/tattletype') : ownFolder()
  if (folder === undefined) return { get: () => undefined, put() {} }
  return {
    get(key) {
      try {
        return readFileSync(join(folder, `${key}.json`), 'utf8')
      } catch {
        // Not there yet, or not to be read: what it would hold is found out anew.
        return undefined
      }
    },
    put(key, text) {
      try {
        putInPlace(join(folder, `${key}.json`), text)
      } catch {
        // A full disk must not end a run that needs no cache.
      }
    },
  }
}

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Others can write to the folder for temporary files, so that one is used only if it is ours alone. */
function ownFolder(): string | undefined {
  const { uid } = userInfo()
  const folder = join(tmpdir(), `tattletype-${uid}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const facts = lstatSync(folder)
    const isOurs = facts.isDirectory() && (uid < 0 || (facts.uid === uid && (facts.mode & 0o022) === 0))
    return isOurs ? folder : undefined
  } catch {
    return undefined
  }
}
