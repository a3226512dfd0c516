import { readFile, realpath, stat } from 'node:fs/promises'
import type { Journal } from '../model/journal.js'
import type { Result } from '../model/result.js'

/** The text of a regular file of bounded size, or why it is not read; both go into the journal. */
export async function readFrom(path: string, most: number, journal?: Journal): Promise<Result<string, string>> {
  const text = await textOf(path, most)
  journal?.saw({ kind: 'text', path, text: text.ok ? text.value : undefined, as: 'utf8' })
  return text
}

async function textOf(path: string, most: number): Promise<Result<string, string>> {
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined) return failure('there is no such file')
  if (!facts.isFile()) return failure(facts.isDirectory() ? 'it is a folder' : 'it is not a regular file')
  if (facts.size > most) return failure(`the file is larger than ${most / 1024 / 1024} MB`)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => error)
  return typeof text === 'string'
    ? { ok: true, value: text }
    : failure(`it cannot be read (${text.code ?? text.message})`)
}

/** Where a path leads when all links are followed; nothing where it leads nowhere. */
export async function realOf(path: string, journal?: Journal): Promise<string | undefined> {
  const real = await realpath(path).catch(() => undefined)
  journal?.saw(real === undefined ? { kind: 'file', path, is: false } : { kind: 'real', path, real })
  return real
}

function failure(error: string): Result<string, string> {
  return { ok: false, error }
}
