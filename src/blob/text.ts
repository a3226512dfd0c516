import { createHash } from 'node:crypto'
import type { Blob } from '../model/blob.js'
import type { Result } from '../model/result.js'

/** Changes with the form of a blob; another tool version may write the same form. */
const form = 1

/** A blob as a file holds it, with a checksum: a file that was cut off or changed must not be read as a run with fewer findings. */
export function blobText(run: Blob): string {
  const { tool, ...rest } = run
  return `${JSON.stringify({ blob: form, tool, sha256: checksumOf(run), run: rest })}\n`
}

/** Reads a blob that this version of the tool has written; the error says in a few words what is wrong with it. */
export function readBlob(text: string, version: string): Result<Blob, string> {
  const file = parsed(text)
  if (file === undefined) return { ok: false, error: 'it is cut off, or no blob: run that shard again' }
  const { blob, tool, sha256, run } = file
  if (typeof blob !== 'number' || typeof tool !== 'string') {
    return { ok: false, error: 'it is no blob: tattletype --format blob:<file> writes one' }
  }
  if (tool !== version || blob !== form) {
    return { ok: false, error: `tattletype ${tool} wrote it, and this is ${version}: use one version for all` }
  }
  // The checksum holds for what this very version has written, which is what gives the value its type.
  const whole = { tool, ...(run as Omit<Blob, 'tool'>) }
  if (sha256 !== checksumOf(whole)) return { ok: false, error: 'it was damaged or changed: run that shard again' }
  return { ok: true, value: whole }
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

function checksumOf({ tool, ...rest }: Blob): string {
  return createHash('sha256')
    .update(JSON.stringify([form, tool, rest]))
    .digest('hex')
}
