import { readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { load } from 'js-yaml'
import type { Json } from '../../src/model/json.js'
import { isPlain, isRecord, type Plain, wordsOf } from './plain.js'

/** How many of the example documents use each keyword in a schema. */
export function keywordsOfDocuments(): Map<string, number> {
  const root = dirname(createRequire(import.meta.url).resolve('@readme/oas-examples/package.json'))
  const counts = new Map<string, number>()
  for (const file of ['2.0', '3.0', '3.1'].flatMap((folder) => filesIn(join(root, folder)))) {
    const words = new Set<string>()
    for (const schema of schemasIn(load(readFileSync(file, 'utf8')) as Json, '')) wordsOf(schema, words) // YAML holds JSON
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : /\.(json|ya?ml)$/.test(name) ? [path] : []
  })
}

/** The schemas of a document: under `schema`, `schemas` and `definitions`. */
function schemasIn(node: Json | undefined, key: string): Plain[] {
  if (Array.isArray(node)) return node.flatMap((item) => schemasIn(item, ''))
  if (!isRecord(node) || key === 'example' || key === 'examples') return []
  if (key === 'schema') return [node]
  if (key === 'schemas' || key === 'definitions') return Object.values(node).filter(isPlain)
  return Object.entries(node).flatMap(([name, inner]) => schemasIn(inner, name))
}
