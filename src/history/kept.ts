import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { putInPlace } from '../files/put-in-place.js'

/** Something that earlier runs wrote down. */
export interface KeptAs<Value> {
  read(): Value | undefined
  /** A folder that cannot be written is no error. */
  write(value: Value): void
}

/**
 * What earlier runs of this version of the tool kept under a name, in `node_modules/.cache`; where there is no `node_modules`,
 * or no version is given, nothing is kept. A file that another version wrote, or that is not whole, is as good as none.
 */
export function keptAs<Value>(root: string, name: string, version: string | undefined): KeptAs<Value> {
  const modules = join(root, 'node_modules')
  if (version === undefined || !existsSync(modules)) return { read: () => undefined, write() {} }
  const file = join(modules, '.cache', 'tattletype', 'history', `${digest(name).slice(0, 16)}.json`)
  const title = `tattletype ${version} ${name}`
  return {
    read() {
      try {
        const text = readFileSync(file, 'utf8')
        const end = text.indexOf('\n')
        const body = text.slice(end + 1)
        if (text.slice(0, end) !== `${digest(body)} ${title}`) return undefined
        // Its sum says that this version of the tool wrote it.
        return JSON.parse(body) as Value
      } catch {
        return undefined
      }
    },
    write(value) {
      const body = JSON.stringify(value)
      try {
        putInPlace(file, `${digest(body)} ${title}\n${body}`)
      } catch {
        // Where nothing can be written, the next run reads the history anew.
      }
    },
  }
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
