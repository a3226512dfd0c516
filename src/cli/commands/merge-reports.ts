import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BlobFile, mergeBlobs } from '../../blob/merge.js'
import { readBlob } from '../../blob/text.js'
import type { Result } from '../../model/result.js'
import type { UserError } from '../../model/user-error.js'
import { endingOf } from '../ending.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import { reporterIds } from '../formats.js'
import type { Io } from '../io.js'
import { printError, printFaults, printNotices } from '../messages.js'
import { parseOutputs } from '../outputs.js'
import type { Tool } from '../tool.js'
import { written } from '../written.js'

/** Joins the blobs of a run's shards, writes what one run would have written, and ends as it would have ended. */
export function mergeReports(files: readonly string[], flags: Flags, io: Io, tool: Tool): number {
  const refuse = (error: UserError): number => {
    printError(io, error)
    return exit.failed
  }
  const outputs = parseOutputs(flags.format ?? ['pretty'], reporterIds)
  if (!outputs.ok) return refuse(outputs.error)
  const blobs: BlobFile[] = []
  for (const file of files) {
    const blob = blobIn(file, io, tool)
    if (!blob.ok) return refuse(blob.error)
    blobs.push(blob.value)
  }
  const merged = mergeBlobs(blobs)
  if (!merged.ok) return refuse(merged.error)
  const { report, demands, faults, over, sources, changed, notices } = merged.value
  const { code, mistakes } = endingOf(report, demands, faults, over)
  printNotices(io, notices)
  printFaults(io, faults)
  const told = {
    report,
    rules: tool.rules,
    faults: mistakes,
    readSource: (file: string) => (Object.hasOwn(sources, file) ? sources[file] : undefined),
    blob: '',
    ...(changed === undefined ? {} : { changed: new Set(changed) }),
  }
  const isWritten = written(outputs.value, told, flags, io)
  for (const mistake of mistakes) printError(io, mistake)
  return isWritten ? code : exit.failed
}

function blobIn(file: string, { cwd }: Io, { version }: Tool): Result<BlobFile, UserError> {
  const text = textOf(resolve(cwd, file))
  if (text === undefined) return { ok: false, error: { file, message: 'this blob cannot be read' } }
  const blob = readBlob(text, version)
  return blob.ok
    ? { ok: true, value: { file, blob: blob.value } }
    : { ok: false, error: { file, message: `this blob cannot be merged: ${blob.error}` } }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
