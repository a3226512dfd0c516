import { join } from 'node:path'
import { makeRoom } from '../cache/room.js'
import { seal, unsealed } from '../cache/sealed.js'

/** Texts by a key that holds all that they depend on; whatever goes wrong with it only costs time. */
export interface Cache {
  get(key: string): string | undefined
  put(key: string, text: string): void
}

/** In: the folder that runs keep things in; nothing is kept where there is none. */
export function openCache(folder: string | undefined): Cache {
  if (folder === undefined) return { get: () => undefined, put() {} }
  const audits = join(folder, 'audits')
  return {
    get: (key) => unsealed(join(audits, `${key}.json`)),
    put(key, text) {
      if (seal(join(audits, `${key}.json`), text)) makeRoom(audits)
    },
  }
}
