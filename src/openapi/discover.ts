import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { findFiles } from '../files/find.js'
import type { Snapshot } from '../model/snapshot.js'
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

/** Enough to reach the version behind a long heading. */
const headSize = 16_384

/**
 * Looks for documents where projects keep them: by name, and by first key in the same folders.
 * In: the root, absolute. Out: paths relative to it with `/`, sorted; files that say no version are parts of others.
 */
export async function findDocuments(root: string, snapshot?: Snapshot): Promise<string[]> {
  const patterns = [
    ...folders.flatMap((folder) => [`${folder}*.${endings}`]),
    ...folders.filter((folder) => folder !== '').map((folder) => `${folder}*/*.${endings}`),
    `src/**/{openapi,swagger,api-docs,apidocs}*.${endings}`,
    `{docs,doc,api,spec,src}/**/{swagger,openapi}/*.${endings}`,
    `**/*.{openapi,swagger}.${endings}`,
  ]
  const files = await findFiles(root, { patterns, ignore: left, deep: 6 }, snapshot)
  const documents: string[] = []
  for (const file of files) {
    const head = snapshot?.files.get(file)?.slice(0, headSize) ?? (await headOf(join(root, file)))
    if (saysVersion(head)) documents.push(file)
  }
  return documents
}

/**
 * Files that are called like a document in the places where documents stand, though they say no version: one that is empty or
 * broken, which its owner would look for in vain otherwise. In and out as above.
 */
export async function findNamesakes(root: string, snapshot?: Snapshot): Promise<string[]> {
  const patterns = folders.map((folder) => `${folder}{openapi,swagger}.${endings}`)
  return findFiles(root, { patterns, ignore: left }, snapshot)
}

async function headOf(path: string): Promise<string> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return ''
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
