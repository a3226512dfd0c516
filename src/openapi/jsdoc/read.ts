import { resolve } from 'node:path'
import { findFiles } from '../../files/find.js'
import type { DocumentPieces } from '../../model/document-pieces.js'
import type { DocumentSource, TextMap, TextTree } from '../../model/text-tree.js'
import { readInside } from '../files/confine.js'
import type { LoadOptions } from '../library.js'
import { parseText } from '../text/parse.js'
import { type Block, blocksIn } from './blocks.js'
import { withBlock } from './merge.js'
import { movedTo } from './places.js'

/**
 * Puts a document together as swagger-jsdoc does: the definition, then the blocks of each file. What cannot be read is left
 * out of it, as there, and said: the document may then hold more paths.
 */
export async function joinPieces(
  { file, definition, globs, incomplete }: DocumentPieces,
  options: LoadOptions,
): Promise<DocumentSource> {
  const open: string[] = incomplete === undefined ? [] : [incomplete]
  let document = startOf(definition, open)
  const files = new Set<string>()
  for (const tries of globs) for (const found of await matching(options, tries)) files.add(found)
  const placed: Placed[] = []
  for (const name of files) {
    const text = await readInside(resolve(options.root, name), { ...options, folders: [options.root] })
    if (!text.ok) open.push(`${name}: ${text.error}`)
    else
      for (const block of /\.ya?ml$/i.test(name) ? [wholeOf(text.value)] : blocksIn(text.value))
        placed.push({ name, block })
  }
  for (const { name, block } of withAnchors(placed)) {
    const tree = parseText(block.text, 'block.yaml')
    if (tree.ok) document = withBlock(document, movedTo(tree.value, block, name, file))
    else open.push(`${name}:${block.lines[(tree.error.line ?? 1) - 1]?.line ?? 1}: ${tree.error.message}`)
  }
  if (files.size === 0) open.push('no file was found that `apis` names')
  return { file, tree: leftOpen(document, open) }
}

/** A block, and the file that it is of. */
interface Placed {
  readonly name: string
  readonly block: Block
}

/** The definition as far as it is known, with a version and paths. */
function startOf(definition: TextTree, open: string[]): TextMap {
  const { at } = definition
  const known = definition.kind === 'map' ? definition.entries : new Map<string, TextTree>()
  if (definition.kind === 'unknown') open.push(definition.reason)
  const versioned = known.has('openapi') || known.has('swagger')
  // Without a word of it swagger-jsdoc takes 2.0; a definition that was not read may be of any.
  const version: readonly (readonly [string, TextTree])[] = versioned
    ? []
    : definition.kind === 'map'
      ? [['swagger', { kind: 'scalar', value: '2.0', at }]]
      : [
          ['openapi', { kind: 'scalar', value: '3.0.0', at }],
          ['security', { kind: 'unknown', reason: 'the definition was not followed', at }],
        ]
  const paths: TextTree = known.get('paths') ?? { kind: 'map', entries: new Map(), at }
  return { kind: 'map', at, entries: new Map([...version, ...known, ['paths', paths]]) }
}

/** The files of the first of these globs that matches any; nothing above the root is looked at. */
async function matching(place: LoadOptions, tries: readonly string[]): Promise<readonly string[]> {
  for (const glob of tries) {
    if (glob.startsWith('..') || glob.startsWith('/')) continue
    const found = await findFiles(place, { patterns: [glob.replace(/^\.\//, '')], ignore: ['**/node_modules/**'] })
    if (found.length > 0) return found
  }
  return []
}

/** A file of YAML as one block. */
const wholeOf = (text: string): Block => ({
  text,
  lines: text.split('\n').map((_, index) => ({ line: index + 1, before: 0 })),
})

/** The names of the anchors in a block: they stand before a value, of which other words with `&` in them are a part. */
const anchors = (text: string): readonly string[] => [...text.matchAll(anchor)].flatMap(([, name]) => name ?? [])
const anchor = /^[ \t]*(?:-[ \t]+|(?:"[^"\n]*"|'[^'\n]*'|[^\s'"#&*!|>{[][^:#\n]*):[ \t]+)*&([\w-]+)(?=\s|$)/gm

/** Blocks that hold anchors stand before those that use them, of whatever file, and nowhere else; those that use them come last. */
function withAnchors(placed: readonly Placed[]): readonly Placed[] {
  const holders = placed.filter(({ block }) => anchors(block.text).length > 0)
  const others = placed.filter((each) => !holders.includes(each))
  const read = others.map(({ name, block }): Placed & { readonly isLate: boolean } => {
    const used = holders
      .map((holder) => holder.block)
      .filter(({ text }) => anchors(text).some((each) => new RegExp(`\\*${each}\\b`).test(block.text)))
    const all = [...used, block]
    const joined = { text: all.map(({ text }) => text).join('\n'), lines: all.flatMap(lined) }
    return { name, block: joined, isLate: used.length > 0 }
  })
  return [...read.filter(({ isLate }) => !isLate), ...read.filter(({ isLate }) => isLate)]
}

/** As many lines as the text has. */
const lined = ({ text, lines }: Block): Block['lines'] => lines.slice(0, text.split('\n').length)

function leftOpen(document: TextMap, open: readonly string[]): TextMap {
  const paths = document.entries.get('paths')
  if (open.length === 0 || paths?.kind !== 'map') return document
  return { ...document, entries: new Map([...document.entries, ['paths', { ...paths, incomplete: open.join('; ') }]]) }
}
