import { statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Journal, Sight } from '../model/journal.js'
import type { Snapshot } from '../model/snapshot.js'
import { digest } from './digest.js'
import { heldFacts } from './held.js'
import { namesFact } from './names.js'
import type { Fact, Search, Trace } from './trace.js'

/** A journal that can be kept. */
export interface Record extends Journal {
  /** Adds what another answer was read from. */
  include(trace: Trace): void
  /** What was seen so far; nothing where some of it cannot be seen again. */
  trace(): Trace | undefined
}

type Growing = Map<string, Map<string, Set<Fact>>>

export function createRecord(snapshot: Snapshot | undefined): Record {
  const disk: Growing = new Map()
  const held: Growing = new Map()
  const searches = new Map<string, Search>()
  const shown = snapshot === undefined ? undefined : heldFacts(snapshot)
  let sure = true

  function onDisk(path: string, fact: Fact | undefined): void {
    if (fact === undefined) sure = false
    else note(disk, path, fact)
  }

  /** Files in memory that no snapshot holds were made from what was seen. */
  function inSnapshot(path: string, fact: Fact | undefined): void {
    if (fact !== undefined) note(held, path, fact)
  }

  return {
    saw(sight) {
      switch (sight.kind) {
        case 'text':
        case 'head':
          return onDisk(sight.path, textFact(sight))
        case 'file':
          return onDisk(sight.path, sight.is ? 'f' : 'F')
        case 'folder':
          return onDisk(sight.path, sight.is ? 'd' : 'D')
        case 'entries':
          return onDisk(sight.path, namesFact(sight.entries, sight.endings))
        case 'real':
          return onDisk(sight.path, sight.real === sight.path ? 'r' : `r${sight.real}`)
        case 'held':
          return inSnapshot(sight.path, shown?.text(sight.path))
        case 'held-folder':
          return inSnapshot(sight.path, shown?.folder(sight.path))
        case 'held-entries':
          return inSnapshot(sight.path, shown?.entries(sight.path, sight.endings))
        case 'search': {
          const { folder, wanted } = sight
          return void searches.set(keyOf(sight), { folder, wanted, found: digest(sight.found.join('\0')) })
        }
        case 'elsewhere':
          sure = false
      }
    },
    include(trace) {
      for (const [mine, theirs] of [[disk, trace.disk] as const, [held, trace.held] as const])
        for (const [folder, names] of theirs)
          for (const [name, facts] of names) for (const fact of facts) add(mine, folder, name, fact)
      for (const search of trace.searches) searches.set(keyOf(search), search)
    },
    trace: () => (sure ? { disk, held, searches: [...searches.values()] } : undefined),
  }
}

/** A text that is not there is seen again; one that is there and cannot be read may be readable a moment later. */
function textFact(sight: Extract<Sight, { kind: 'text' | 'head' }>): Fact | undefined {
  const { path, text } = sight
  if (text === undefined) return isThere(path) ? undefined : 'F'
  return `${sight.kind === 'head' ? 'h' : sight.as === 'utf8' ? 'u' : 't'}${digest(text)}`
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

const note = (facts: Growing, path: string, fact: Fact): void => add(facts, dirname(path), basename(path), fact)

function add(facts: Growing, folder: string, name: string, fact: Fact): void {
  const names = facts.get(folder) ?? new Map<string, Set<Fact>>()
  facts.set(folder, names)
  const known = names.get(name) ?? new Set<Fact>()
  names.set(name, known)
  known.add(fact)
}

const keyOf = ({ folder, wanted }: Pick<Search, 'folder' | 'wanted'>): string => JSON.stringify([folder, wanted])
