import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { glob } from 'tinyglobby'

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
  for (const file of [...new Set(files)].sort()) if (await saysVersion(join(root, file))) documents.push(file)
  return documents
}

/** Whether a file's beginning has `openapi` or `swagger` with a version as a key of the top level. */
async function saysVersion(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined)
  if (file === undefined) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16_384), 0, 16_384, 0)
    const head = buffer.toString('utf8', 0, bytesRead).replace(/^\uFEFF/, '')
    if (/^\s*\{/.test(head))
      return /^[\s{]*"(openapi|swagger)"\s*:\s*"?\d|[,{]\s{0,4}"(openapi|swagger)"\s*:\s*"[23]\./.test(head)
    return /^["']?(openapi|swagger)["']?\s*:\s*["']?\d/m.test(head)
  } finally {
    await file.close()
  }
}
