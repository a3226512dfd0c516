import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { openProject } from '../../src/code/program/open.js'
import { readCode } from '../../src/code/read.js'
import type { CodeContract } from '../../src/model/contract.js'
import { copyOf, isMap, type RawMap } from './document/raw.js'

/** A small real application with a document that says what it does. */
export interface Sample {
  readonly name: string
  readonly root: string
  readonly text: string
  readonly document: RawMap
  readonly code: CodeContract
}

export const sampleNames = ['express-genai', 'fastify-orders', 'nest-library'] as const

const folderOf = (name: string): string => fileURLToPath(new URL(`../../samples/${name}`, import.meta.url))

/** The code's side as it is, or with some of its files written otherwise. */
export function codeOf(root: string, virtual?: ReadonlyMap<string, string>): CodeContract {
  const project = openProject(root, virtual ? { virtual: { files: virtual, alone: false } } : {})
  if (!project.ok) throw new Error(project.error.message)
  const code = readCode(project.value)
  if (!code.ok) throw new Error(code.error.message)
  return code.value
}

export function readSample(name: string): Sample {
  const root = folderOf(name)
  const text = readFileSync(`${root}/openapi.right.yaml`, 'utf8')
  const document = load(text)
  if (!isMap(document)) throw new Error(`the document of ${name} is not a map`)
  return { name, root, text, document: copyOf(document), code: codeOf(root) }
}
