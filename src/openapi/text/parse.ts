import type { Result } from '../../model/result.js'
import type { TextTree } from '../../model/text-tree.js'
import type { UserError } from '../../model/user-error.js'
import { parseJson } from './json.js'
import { parseYaml } from './yaml.js'

/**
 * Reads YAML or JSON, by the file's ending, else by its first character.
 * In: the text and the name that errors carry. Out: the tree with places, or what is wrong and where.
 */
export function parseText(text: string, file: string): Result<TextTree, UserError> {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (clean.trim() === '') return { ok: false, error: { message: 'the file is empty', file, line: 1, column: 1 } }
  return isJson(clean, file) ? parseJson(clean, file) : parseYaml(clean, file)
}

function isJson(text: string, file: string): boolean {
  if (/\.json$/i.test(file)) return true
  return !/\.ya?ml$/i.test(file) && /^\s*[{[]/.test(text)
}
