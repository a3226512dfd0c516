import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { putInPlace } from '../files/put-in-place.js'
import type { Step } from './timeline.js'

/** What was read of a document's history, by the names of git's objects: what is known stays true. */
export interface Store {
  /** Null where the document of that commit cannot be read. */
  step(key: string): Step | null | undefined
  keepStep(key: string, step: Step | null): void
  references(key: string): readonly string[] | undefined
  keepReferences(key: string, files: readonly string[]): void
  /** Writes down what was asked for in this run; a folder that cannot be written is no error. */
  save(): void
}

interface Kept {
  readonly steps: Record<string, Step | null>
  readonly references: Record<string, readonly string[]>
}

/**
 * Opens what earlier runs of this version of the tool kept about a document, in `node_modules/.cache`; where there is no
 * `node_modules`, or no version is given, nothing is kept.
 */
export function openStore(root: string, document: string, version: string | undefined): Store {
  const file = version === undefined ? undefined : fileFor(root, document)
  const title = `tattletype ${version} ${document}`
  const old = (file === undefined ? undefined : readKept(file, title)) ?? { steps: {}, references: {} }
  const steps = new Map<string, Step | null>()
  const references = new Map<string, readonly string[]>()
  let news = false
  return {
    step(key) {
      const step = steps.get(key) ?? own(old.steps, key)
      if (step !== undefined) steps.set(key, step)
      return step
    },
    keepStep(key, step) {
      news = true
      steps.set(key, step)
    },
    references(key) {
      const files = references.get(key) ?? own(old.references, key)
      if (files !== undefined) references.set(key, files)
      return files
    },
    keepReferences(key, files) {
      news = true
      references.set(key, files)
    },
    save() {
      if (file === undefined || !news) return
      writeKept(file, title, { steps: Object.fromEntries(steps), references: Object.fromEntries(references) })
      news = false
    },
  }
}

const own = <Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined

function fileFor(root: string, document: string): string | undefined {
  const modules = join(root, 'node_modules')
  if (!existsSync(modules)) return undefined
  return join(modules, '.cache', 'tattletype', 'history', `${digest(document).slice(0, 16)}.json`)
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A file that another version wrote, or that is not whole, is as good as none: its first line says whose it is, and its sum. */
function readKept(file: string, title: string): Kept | undefined {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    if (text.slice(0, end) !== `${digest(body)} ${title}`) return undefined
    // Its sum says that this version of the tool wrote it.
    return JSON.parse(body) as Kept
  } catch {
    return undefined
  }
}

function writeKept(file: string, title: string, kept: Kept): void {
  const body = JSON.stringify(kept)
  try {
    putInPlace(file, `${digest(body)} ${title}\n${body}`)
  } catch {
    // Where nothing can be written, the next run reads the history anew.
  }
}
