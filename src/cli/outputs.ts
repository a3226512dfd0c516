import type { Outcome } from '../config/config.js'
import { didYouMean } from '../config/suggest.js'
import type { UserError } from '../model/user-error.js'
import { visible } from '../reporters/visible.js'
import type { Io } from './io.js'
import { writeWhole } from './write-whole.js'

/** Where one format goes: to a file, or to the standard output. */
export interface Output<Id extends string> {
  readonly format: Id
  readonly file: string | null
}

/**
 * Reads `name` and `name:file`; only one output may go to the standard output. `github` may stand behind `pretty` there: a
 * runner picks its lines out of any log.
 */
export function parseOutputs<Id extends string>(texts: readonly string[], known: readonly Id[]): Outcome<Output<Id>[]> {
  const outputs: Output<Id>[] = []
  for (const text of texts) {
    const colon = text.indexOf(':')
    const name = colon < 0 ? text : text.slice(0, colon)
    const file = colon < 0 ? null : text.slice(colon + 1)
    const format = known.find((id) => id === name)
    if (format === undefined) return unknownFormat(name, known)
    if (file === '') return { ok: false, error: { message: `the format "${text}" names no file after its colon` } }
    outputs.push({ format, file })
  }
  const printed = outputs.filter(({ file }) => file === null)
  const [first, second] = printed
  if (!first || !second || isLog(printed)) return { ok: true, value: outputs }
  const message = `the formats ${first.format} and ${second.format} both go to the standard output`
  return { ok: false, error: { message, hint: `Give one of them a file: ${second.format}:report.${second.format}.` } }
}

const isLog = (printed: readonly Output<string>[]): boolean =>
  printed.map(({ format }) => format).join(' ') === 'pretty github'

function unknownFormat(name: string, known: readonly string[]): { readonly ok: false; readonly error: UserError } {
  const message = `unknown format "${name}": it has to be one of ${known.join(', ')}.${didYouMean(name, known)}`
  return { ok: false, error: { message } }
}

/** Writes a text where it belongs, a file whole or not at all; gives the mistake where that is not possible. */
export function writeOutput(io: Io, file: string | null, text: string): UserError | null {
  if (file === null) {
    io.out.write(text)
    return null
  }
  const mistake = writeWhole(io.cwd, file, text)
  if (mistake === null)
    io.err.write(`note: written to ${visible(file)}
`)
  return mistake
}
