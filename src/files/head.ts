import { open } from 'node:fs/promises'
import { headSize } from '../model/journal.js'
import type { Place } from '../model/place.js'
import { heldBy } from './held.js'

/** The beginning of a text, empty where it cannot be read. In: the absolute path. */
export async function headOf(path: string, { root, snapshot, journal }: Place): Promise<string> {
  const held = snapshot === undefined ? undefined : heldBy(snapshot, root, path, journal)
  if (held?.kind === 'text') return held.text.slice(0, headSize)
  const text = await firstOf(path)
  journal?.saw({ kind: 'head', path, text })
  return text ?? ''
}

async function firstOf(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return undefined
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
