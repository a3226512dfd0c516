import { extname } from 'node:path'
import { load, YAMLException } from 'js-yaml'
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import type { Outcome } from './config.js'

/** The data in the text of a configuration file, by the file's extension; without one it may be YAML or JSON. */
export function parseConfig(text: string, file: string): Outcome<unknown> {
  if (text.trim() === '') return { ok: true, value: {} }
  return extname(file) === '.json' ? parseJson(text, file) : parseYaml(text, file)
}

function parseJson(text: string, file: string): Outcome<unknown> {
  const errors: ParseError[] = []
  const value: unknown = parse(text.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true })
  const [error] = errors
  if (!error) return { ok: true, value }
  const before = text.slice(0, error.offset).split('\n')
  const message = `not valid JSON: ${printParseErrorCode(error.error)}`
  return { ok: false, error: { message, file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } }
}

function parseYaml(text: string, file: string): Outcome<unknown> {
  try {
    return { ok: true, value: load(text) }
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error
    const at = error.mark ? { line: error.mark.line + 1, column: error.mark.column + 1 } : {}
    return { ok: false, error: { message: `not valid YAML: ${error.reason}`, file, ...at } }
  }
}
