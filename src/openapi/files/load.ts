import { dirname, relative, sep } from 'node:path'
import type { Dialect } from '../../model/contract.js'
import type { Result } from '../../model/result.js'
import type { Confines, Library, LoadOptions, SourceFile, Spot } from '../library.js'
import { named } from '../refs/anchors.js'
import { referencesOf } from '../refs/references.js'
import { isUrl, targetOf } from '../refs/target.js'
import { parseText } from '../text/parse.js'
import { outside, readInside } from './confine.js'
import { fetchText } from './remote.js'

/** Reads every file that the document reaches by `$ref`; what is not read is refused with its reason. */
export async function loadLibrary(root: SourceFile, dialect: Dialect, options: LoadOptions): Promise<Library> {
  const files = new Map([[root.id, root]])
  const refused = new Map<string, string>()
  const forbidden = new Set<string>()
  const identified = new Map<string, Spot>()
  const confines = { ...options, folders: [options.root, dirname(root.id)] }
  // The map grows while it is walked: a file that is read brings the files that it refers to.
  for (const file of files.values()) {
    named(file, '$id', (id, spot) => {
      if (isUrl(id)) identified.set(id.replace(/#$/, ''), spot)
    })
    for (const { kind, ref } of referencesOf(file.tree)) {
      // A mapping holds bare names of schemas too; only what looks like a file is one.
      if (kind === 'mapping' && !/#|\.(ya?ml|json)$/.test(ref)) continue
      const { id } = targetOf(file.id, ref)
      if (files.has(id) || refused.has(id) || identified.has(id)) continue
      const read = await readSource(id, confines)
      if (read.ok) {
        files.set(id, read.value)
        continue
      }
      refused.set(id, read.error)
      if ([notAllowed, outside].includes(read.error)) forbidden.add(id)
    }
  }
  return { root, dialect, files, refused, forbidden, identified }
}

const notAllowed = 'it leads to a URL, and remote references are not allowed'

async function readSource(id: string, confines: Confines & LoadOptions): Promise<Result<SourceFile, string>> {
  if (isUrl(id) && !confines.allowRemote) return { ok: false, error: notAllowed }
  if (isUrl(id)) confines.journal?.saw({ kind: 'elsewhere' })
  const text = isUrl(id) ? await fetchText(id, true) : await readInside(id, confines)
  if (!text.ok) return text
  const name = isUrl(id) ? id : nameOf(id, confines.root)
  const tree = (confines.parse ?? parseText)(text.value, name)
  if (tree.ok) return { ok: true, value: { id, name, text: text.value, tree: tree.value } }
  const { message, line, column } = tree.error
  return { ok: false, error: `${name}${line === undefined ? '' : `:${line}:${column}`}: ${message}` }
}

/** How locations name a file. */
export function nameOf(path: string, root: string): string {
  return relative(root, path).split(sep).join('/')
}
