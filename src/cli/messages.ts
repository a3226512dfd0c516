import type { UserError } from '../model/user-error.js'
import { visible } from '../reporters/visible.js'
import type { Io } from './io.js'

/** A mistake on one line, with its place in front as compilers do. */
function errorLine({ message, file, line, column, hint }: UserError): string {
  const place = [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':')
  const sentence = /[.!?]$/.test(message) || hint === undefined ? message : `${message}.`
  const words = [place === '' ? sentence : `${place}: ${sentence}`, hint].filter(Boolean).join(' ')
  return `tattletype: ${visible(words.replace(/\s*\n\s*/g, ' '))}\n`
}

export function printError(io: Io, error: UserError): void {
  io.err.write(errorLine(error))
}

/** The first fault of the document on one line, and how many more there are: the report lists them all. */
export function printFaults(io: Io, [first, ...others]: readonly UserError[]): void {
  if (first === undefined) return
  const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`
  printError(io, { ...first, message: `${first.message}${more}` })
}

export function printNotices(io: Io, notices: readonly string[]): void {
  for (const notice of notices) io.err.write(`note: ${visible(notice)}\n`)
}
