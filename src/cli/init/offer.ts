import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { visible } from '../../reporters/visible.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { writeNew } from '../write-new.js'
import { configuration } from './configuration.js'
import type { Draft, Found } from './draft.js'
import { hook } from './hook.js'
import { known } from './known.js'
import { workflow } from './workflow.js'

/** Shows the files, asks for each where somebody can answer, and writes what is agreed to: all of it, or nothing. */
export async function offer(found: Found, { yes, skip = [] }: Flags, io: Io): Promise<number> {
  const wanted = <Value>(what: string, value: Value): Value | null => (skip.includes(what) ? null : value)
  const hooked = wanted('hook', hook(found))
  const gate = wanted('workflow', workflow(found))
  const own = configuration(found)
  const baseline = wanted('baseline', known(found))
  const drafts = [own, hooked !== null && 'draft' in hooked ? hooked.draft : null, gate, baseline].filter(
    (draft) => draft !== null,
  )
  const standing = drafts.find(({ file }) => existsSync(resolve(found.root, file)))
  if (standing !== undefined) {
    const hint = 'Delete it, or set the rest up by hand as docs/ci.md says; nothing was written.'
    printError(io, { file: standing.file, message: 'is there already, though there is no configuration', hint })
    return exit.failed
  }
  for (const draft of drafts) io.out.write(shown(draft))
  if (hooked !== null && 'advice' in hooked) io.out.write(`Note: ${visible(hooked.advice)}\n\n`)
  if (!yes && io.ask === undefined) {
    io.out.write('Nothing is written yet. To write this: tattletype init --yes (--skip leaves some of it out)\n')
    return exit.clean
  }
  const agreed = yes ? drafts : await agreedOf(drafts, own, io)
  const mistake = writeNew(found.root, agreed)
  if (mistake !== null) {
    printError(io, mistake)
    return exit.failed
  }
  io.out.write(ending(agreed, found))
  return exit.clean
}

/** Without its configuration nothing else is of use. */
async function agreedOf(drafts: readonly Draft[], first: Draft, { ask }: Io): Promise<readonly Draft[]> {
  const agreed: Draft[] = []
  for (const draft of drafts) {
    if (await ask?.(`Write ${draft.file}?`)) agreed.push(draft)
    else if (draft === first) return []
  }
  return agreed
}

/** Enough to see what a long file is like. */
const longest = 30

function shown({ file, text, purpose }: Draft): string {
  const lines = text.trimEnd().split('\n')
  const rest = lines.length > longest ? [`… ${lines.length - longest} more lines`] : []
  const body = [...lines.slice(0, longest), ...rest].map((line) => `  ${visible(line)}`.trimEnd()).join('\n')
  return `${visible(file)}: ${purpose}\n\n${body}\n\n`
}

function ending(files: readonly Draft[], { root }: Found): string {
  if (files.length === 0) return 'Nothing was written.\n'
  const names = files.map(({ file }) => (/^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`))
  const installed = existsSync(resolve(root, 'node_modules/tattletype'))
  const next = installed ? '' : 'Next: npm install --save-dev tattletype\n'
  return `${count(files.length)} written. To undo it: rm ${names.join(' ')}\n${next}`
}

const count = (files: number): string => (files === 1 ? '1 file' : `${files} files`)
