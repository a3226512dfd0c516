import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createRepository, type TestRepository } from '../git/repository.js'

const sample = fileURLToPath(new URL('../../samples/express-genai', import.meta.url))
const dependencies = fileURLToPath(new URL('../../node_modules', import.meta.url))

const provider = '[local, anthropic, mistral]'
const fewer = '[local, anthropic]'
const password = 'password: { type: string, minLength: 8 }'
const keys = /^ {2}\/auth\/keys\/\{keyId\}:\n(?: {4}.*\n)+/m

/** The document's life in a year, oldest first: GET /models changes twice, POST /auth/login once. */
const year: readonly (readonly [date: string, message: string, edit: (document: string) => string])[] = [
  ['2025-05-06', 'narrow the providers', (text) => text.replace(provider, fewer)],
  ['2025-09-10', 'list all providers again', (text) => text.replace(fewer, provider)],
  ['2026-01-13', 'ask for longer passwords', (text) => text.replace(password, password.replace('8', '10'))],
  ['2026-02-24', 'forget how keys are revoked', (text) => text.replace(keys, '')],
]

/** The sample with a history of a year: it begins in step, and its document then changes as the list says. */
export function sampleYear(): TestRepository {
  const project = createRepository()
  // Beside the project and not in it, so that nothing is ever written to it.
  symlinkSync(dependencies, join(dirname(project.root), 'node_modules'))
  for (const name of readdirSync(sample).filter((each) => ['src', 'tsconfig.json', 'package.json'].includes(each))) {
    cpSync(join(sample, name), join(project.root, name), { recursive: true })
  }
  let document = readFileSync(join(sample, 'openapi.right.yaml'), 'utf8')
  project.commit('in step', { 'openapi.yaml': document }, '2025-03-04T09:00:00Z')
  for (const [date, message, edit] of year) {
    const next = edit(document)
    if (next === document) throw new Error(`the sample no longer holds what "${message}" changes`)
    document = next
    project.commit(message, { 'openapi.yaml': document }, `${date}T09:00:00Z`)
  }
  return project
}
