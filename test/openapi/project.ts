import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import type { DocumentContract } from '../../src/model/contract.js'
import type { Schema } from '../../src/model/schema.js'
import { contractOf } from '../../src/openapi/contract.js'
import { dialectOf } from '../../src/openapi/dialect.js'
import { loadLibrary } from '../../src/openapi/files/load.js'
import { readDocument } from '../../src/openapi/read.js'
import { parseText } from '../../src/openapi/text/parse.js'

const made: string[] = []

afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** Lays out files in a fresh folder that is gone after the test. */
export async function project(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'tattletype-')))
  made.push(root)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  return root
}

/** Reads the first file as the document, and expects it to be readable. */
export async function read(files: Readonly<Record<string, string>>): Promise<DocumentContract> {
  const [name = ''] = Object.keys(files)
  const result = await readDocument(name, { root: await project(files), allowRemote: false })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

/** What a single file says, without asking the validators: most of the time is theirs. */
export async function says(text: string): Promise<DocumentContract> {
  const tree = parseText(text, 'openapi.yaml')
  if (!tree.ok) throw new Error(tree.error.message)
  const file = { id: '/nowhere/openapi.yaml', name: 'openapi.yaml', text, tree: tree.value }
  const dialect = dialectOf(file)
  if (!dialect.ok) throw new Error(dialect.error.message)
  return contractOf(await loadLibrary(file, dialect.value, { root: '/nowhere', allowRemote: false }))
}

/** Reads one schema, written as YAML on one line, in a document of the given version. */
export async function readSchema(version: string, schema: string, others = ''): Promise<Schema | undefined> {
  const head = version === '2.0' ? 'swagger: "2.0"' : `openapi: ${version}`
  const holder = version === '2.0' ? 'definitions:' : 'components:\n schemas:'
  const text = `${head}\ninfo: { title: t, version: "1" }\npaths: {}\n${holder}\n  It: ${schema}\n${others}`
  return withoutPlaces((await says(text)).schemas.It)
}

/** A schema without its positions, to be compared with one written by hand. */
export function withoutPlaces<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'at' ? undefined : inner)))
}
