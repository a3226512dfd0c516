import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { build } from 'esbuild'
import { unsealed } from '../../src/cache/sealed.js'
import { random } from '../mutation/random.js'

/** What was left after runs were killed. */
export interface Kills {
  readonly killed: number
  /** Drafts of files that were being written at that moment. */
  readonly midway: number
  /** Files that were put in place and are not whole. */
  readonly torn: readonly string[]
  /** Kills after which an answer or a baseline was another than it should be. */
  readonly wrong: readonly string[]
}

const repository = resolve(import.meta.dirname, '../..')

/** Kills runs at random moments of their writing, two at a time on the same files, and looks at what they leave. */
export async function kills(count: number, seed: number): Promise<Kills> {
  const home = mkdtempSync(join(tmpdir(), 'tattletype-kill-'))
  const root = join(home, 'project')
  mkdirSync(root)
  const next = random(seed)
  const torn: string[] = []
  const wrong: string[] = []
  let midway = 0
  try {
    const child = await bundled(home)
    for (let killed = 0; killed < count; killed += 2) {
      const drafts = draftsIn(root)
      await Promise.all([killedOnce(child, root, next()), killedOnce(child, root, next())])
      midway += draftsIn(root) - drafts
      const answers = join(root, 'cache/answers')
      for (const file of readdirSync(answers))
        if (file.endsWith('.json') && unsealed(join(answers, file)) === undefined) torn.push(file)
      const { stdout, stderr } = spawnSync(process.execPath, [child, 'check', root], { encoding: 'utf8' })
      if (stdout !== '{"answer":true,"baseline":true}') wrong.push(`after ${killed + 2}: ${stdout}${stderr}`)
    }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
  return { killed: count, midway, torn, wrong }
}

/** One file that starts fast, laid out as the tool is, which looks for its own package. */
async function bundled(home: string): Promise<string> {
  const outfile = join(home, 'tool/dist/cache/child.mjs')
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    ...{ bundle: true, platform: 'node', format: 'esm', outfile, logLevel: 'silent' },
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)",
    },
  })
  for (const place of ['tool', 'tool/dist'])
    copyFileSync(join(repository, 'package.json'), join(home, place, 'package.json'))
  return outfile
}

async function killedOnce(child: string, root: string, moment: number): Promise<void> {
  const run = spawn(process.execPath, [child, 'write', root], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((done) => void run.once('exit', () => done()))
  await Promise.race([new Promise((done) => void run.stdout.once('data', done)), ended])
  await setTimeout(moment * 120)
  run.kill('SIGKILL')
  await ended
}

const draftsIn = (root: string): number =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tmp')).length
