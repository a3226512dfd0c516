import { keptAs } from './kept.js'
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
  const kept = keptAs<Kept>(root, document, version)
  const old = kept.read() ?? { steps: {}, references: {} }
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
      if (!news) return
      kept.write({ steps: Object.fromEntries(steps), references: Object.fromEntries(references) })
      news = false
    },
  }
}

const own = <Value>(values: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(values, key) ? values[key] : undefined
