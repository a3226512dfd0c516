import { relative, resolve, sep } from 'node:path'
import { parseText } from '../text/parse.js'
import { referencesOf } from './references.js'
import { isUrl, targetOf } from './target.js'

/**
 * The files that a text refers to by `$ref`, itself apart; none where it cannot be read.
 * In: the text and its path relative to the root, with `/`. Out: paths of the same kind; those outside the root are left out.
 */
export function referencedFiles(text: string, file: string): readonly string[] {
  const tree = parseText(text, file)
  if (!tree.ok) return []
  const root = resolve('/')
  const from = resolve(root, file)
  const targets = referencesOf(tree.value)
    .filter(({ kind, ref }) => kind === '$ref' || /#|\.(ya?ml|json)$/.test(ref))
    .map(({ ref }) => targetOf(from, ref).id)
    .filter((id) => id !== from && !isUrl(id))
  return [...new Set(targets)].map((id) => relative(root, id).split(sep).join('/'))
}
