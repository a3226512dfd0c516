import { resolve } from 'node:path'
import { findFiles } from '../files/find.js'
import { headOf } from '../files/head.js'
import { heldBy } from '../files/held.js'
import { readFrom } from '../files/read.js'
import { headSize } from '../model/journal.js'
import type { Place } from '../model/place.js'
import { maximalBytes } from './text/limits.js'
import { saysVersion } from './version-key.js'

const folders = [
  '',
  'docs/',
  'doc/',
  'api/',
  'api-docs/',
  'spec/',
  'specs/',
  'src/',
  'swagger/',
  'openapi/',
  'public/',
  'static/',
  'resources/',
]
const endings = '{yaml,yml,json}'
const left = [
  '**/node_modules/**',
  '**/dist/**',
  '**/build/**',
  '**/coverage/**',
  '**/.*/**',
  '**/{test,tests,__tests__,fixtures,__fixtures__,mocks,__mocks__,e2e}/**',
]

/**
 * Looks for documents where projects keep them: by name, and by first key in the same folders.
 * In: the root, absolute. Out: paths relative to it with `/`, sorted; files that say no version are parts of others.
 */
export async function findDocuments(place: Place): Promise<readonly string[]> {
  const patterns = [
    ...folders.flatMap((folder) => [`${folder}*.${endings}`]),
    ...folders.filter((folder) => folder !== '').map((folder) => `${folder}*/*.${endings}`),
    `src/**/{openapi,swagger,api-docs,apidocs}*.${endings}`,
    `{docs,doc,api,spec,src}/**/{swagger,openapi}/*.${endings}`,
    `**/*.{openapi,swagger}.${endings}`,
  ]
  const files = await findFiles(place, { patterns, ignore: left, deep: 6 })
  const documents = await sayingVersion(files, place)
  return documents.length < 2 ? documents : withoutCopies(documents, place)
}

/** Documents of packages below, which are not those of this folder: a hint for who looks from the root of a monorepo. */
export async function findBelow(place: Place): Promise<readonly string[]> {
  const patterns = [`**/*{openapi,swagger}*.${endings}`]
  return sayingVersion(await findFiles(place, { patterns, ignore: left, deep: 6 }), place)
}

async function sayingVersion(files: readonly string[], place: Place): Promise<readonly string[]> {
  const documents: string[] = []
  for (const file of files) {
    if (saysVersion(await headOf(resolve(place.root, place.folder ?? '', file), place))) documents.push(file)
  }
  return documents
}

async function textOf(path: string, { root, snapshot, journal }: Place): Promise<string | null> {
  const held = snapshot === undefined ? undefined : heldBy(snapshot, root, path, journal)
  if (held?.kind === 'text') return held.text
  const read = await readFrom(path, maximalBytes, journal)
  return read.ok ? read.value : null
}

/** A copy of a document, such as one that `public/` serves to readers, is no second one. */
async function withoutCopies(files: readonly string[], place: Place): Promise<readonly string[]> {
  const first = new Map<string, string>()
  for (const file of files) {
    const text = await textOf(resolve(place.root, place.folder ?? '', file), place)
    if (!first.has(text ?? file)) first.set(text ?? file, file)
  }
  return [...first.values()]
}

/**
 * Files that are called like a document in the places where documents stand, though they say no version: one that is empty or
 * broken, which its owner would look for in vain otherwise. In and out as above.
 */
export async function findNamesakes(place: Place): Promise<readonly string[]> {
  const patterns = folders.map((folder) => `${folder}{openapi,swagger}.${endings}`)
  return findFiles(place, { patterns, ignore: left })
}

/**
 * Leaves out what says a version and nothing that an API offers: the beginning that code joins its document to. A text that is too long to
 * be seen whole stays.
 */
export async function withoutParts(place: Place, files: readonly string[]): Promise<readonly string[]> {
  const whole: string[] = []
  for (const file of files) {
    const text = await headOf(resolve(place.root, place.folder ?? '', file), place)
    const isSeenWhole = Buffer.byteLength(text) < headSize
    if (!isSeenWhole || /(^|[\s{,"'])(paths|webhooks|components|definitions)["']?\s*:/.test(text)) whole.push(file)
  }
  return whole
}
