import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { glob } from 'tinyglobby'
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
export async function findDocuments(root: string): Promise<string[]> {
  const patterns = [
    ...folders.flatMap((folder) => [`${folder}*.${endings}`]),
    ...folders.filter((folder) => folder !== '').map((folder) => `${folder}*/*.${endings}`),
    `src/**/{openapi,swagger,api-docs,apidocs}*.${endings}`,
    `{docs,doc,api,spec,src}/**/{swagger,openapi}/*.${endings}`,
    `**/*.{openapi,swagger}.${endings}`,
  ]
  const files = await glob(patterns, { cwd: root, ignore: left, followSymbolicLinks: false, onlyFiles: true, deep: 6 })
  const documents: string[] = []
  for (const file of [...new Set(files)].sort()) if (await isDocument(join(root, file))) documents.push(file)
  return documents
}

/**
 * Files that are called like a document in the places where documents stand, though they say no version: one that is empty or
 * broken, which its owner would look for in vain otherwise. In and out as above.
 */
export async function findNamesakes(root: string): Promise<string[]> {
  const patterns = folders.map((folder) => `${folder}{openapi,swagger}.${endings}`)
  return (await glob(patterns, { cwd: root, ignore: left, followSymbolicLinks: false, onlyFiles: true })).sort()
}

async function isDocument(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headSize), 0, headSize, 0)
    return saysVersion(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}
