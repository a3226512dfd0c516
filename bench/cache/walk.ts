import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rememberedAudit } from '../../src/audit/remembered.js'
import { audit } from '../../src/audit.js'
import { openMemory } from '../../src/cache/memory.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import { findMoments } from '../../src/gate/find-moments.js'
import type { Memory } from '../../src/model/memory.js'
import type { AuditOptions } from '../../src/model/options.js'
import { random } from '../mutation/random.js'
import { edits, filesOf, restoreAll } from './edits.js'
import { type Ground, layOut } from './ground.js'

/** What came of a walk: how often each kind of answer was remembered, and where a remembered report was another. */
export interface Walk {
  readonly edits: number
  readonly audits: number
  /** By kind of answer: how often it was asked for, and how often it had to be read. */
  readonly asked: ReadonlyMap<string, { asked: number; read: number }>
  readonly wrong: readonly string[]
}

/**
 * Edits a project again and again, and audits it each time with what earlier audits remember and without: in its folder, and now and
 * then as git's index holds it.
 */
export async function walk(name: string, count: number, seed: number): Promise<Walk> {
  const ground = layOut(name)
  const next = random(seed)
  const original = new Map(filesOf(ground.root).map((file) => [file, readFileSync(join(ground.root, file), 'utf8')]))
  const asked: Map<string, { asked: number; read: number }> = new Map()
  const wrong: string[] = []
  const ways = Object.entries(edits)
  let audits = 0
  try {
    git(ground, 'init', '-q')
    for (let step = 0; step <= count; step += 1) {
      const [way, edit] = ways[Math.floor(next() * ways.length)] ?? ['', () => true]
      // A project that is broken for long would have nothing more to tell.
      if (step % 12 === 0) restoreAll(ground.root, original)
      else edit({ root: ground.root, original, next })
      const index = next() < 0.2 ? await indexOf(ground) : {}
      const options = { ...optionsOf(ground, next), ...index }
      const memory = counting(openMemory(ground.root, ground.cache), asked)
      const fresh = JSON.stringify(await audit(options))
      // The second time everything is remembered that can be.
      for (const time of ['first', 'second']) {
        audits += 1
        const kept = JSON.stringify(await rememberedAudit({ ...options, memory }))
        if (kept !== fresh) wrong.push(`${name}, seed ${seed}, step ${step}, ${way}, ${time} time`)
      }
    }
  } finally {
    ground.remove()
  }
  return { edits: count, audits, asked, wrong }
}

function optionsOf({ root, spec }: Ground, next: () => number): AuditOptions {
  return {
    root,
    ...(spec === undefined ? {} : { spec }),
    ignore: next() < 0.1 ? ['DELETE /**'] : [],
    severities: next() < 0.1 ? { 'type-mismatch': 'off' } : {},
    overrides: [],
    allowRemote: false,
    cost: defaultCostSettings,
  }
}

async function indexOf(ground: Ground): Promise<Pick<AuditOptions, 'snapshot'>> {
  git(ground, 'add', '-A', '.', ':!node_modules')
  const moments = await findMoments(ground.root, { staged: true })
  if (!moments.ok || moments.value.now === undefined) throw new Error('the index could not be read')
  return { snapshot: moments.value.now }
}

const git = ({ root }: Ground, ...args: string[]): void => void execFileSync('git', args, { cwd: root, stdio: 'pipe' })

/** The same memory, and what it was asked. */
const counting = (memory: Memory, asked: Map<string, { asked: number; read: number }>): Memory => ({
  recall(question) {
    const count = asked.get(question.kind) ?? { asked: 0, read: 0 }
    asked.set(question.kind, count)
    count.asked += 1
    return memory.recall({
      ...question,
      read(journal) {
        count.read += 1
        return question.read(journal)
      },
    })
  },
})
