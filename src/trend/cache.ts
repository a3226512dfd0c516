import { accessSync, constants, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

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
      const draft = join(folder, `${key}.${process.pid}.tmp`)
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(draft, text)
        renameSync(draft, join(folder, `${key}.json`))
      } catch {
        // A full disk must not end a run that needs no cache.
        rmSync(draft, { force: true })
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
