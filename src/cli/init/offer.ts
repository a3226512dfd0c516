import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { count } from '../../reporters/pretty/words.js'
import { visible } from '../../reporters/visible.js'
import { exit } from '../exit.js'
import type { Flags } from '../flags.js'
import type { Io } from '../io.js'
import { printError } from '../messages.js'
import { writeNew } from '../write-new.js'
import { configuration } from './configuration.js'
import type { Advice, Draft, Found, Offer } from './draft.js'
import { hook } from './hook.js'
import { known } from './known.js'
import { managerOf } from './managers.js'
import { quoted } from './quoted.js'
import { workflow } from './workflow.js'

/** Shows the files, asks for each where somebody can answer, and writes what is agreed to: all of it, or nothing. */
export async function offer(found: Found, { yes, skip = [] }: Flags, io: Io): Promise<number> {
  const wanted = <Value>(what: string, value: Value): Value | null => (skip.includes(what) ? null : value)
  const hooked = wanted('hook', hook(found))
  const gate = wanted('workflow', workflow(found))
  const own = configuration(found)
  const baseline = wanted('baseline', known(found))
  const drafts = [own, draftOf(hooked), draftOf(gate), baseline].filter((draft) => draft !== null)
  const standing = drafts.find(({ file }) => existsSync(resolve(found.root, file)))
  if (standing !== undefined) {
    const hint =
      'Delete it, or set the rest up by hand as node_modules/tattletype/docs/ci.md says; nothing was written.'
    printError(io, { file: standing.file, message: 'is there already, though there is no configuration', hint })
    return exit.failed
  }
  for (const draft of drafts) io.out.write(shown(draft))
  for (const advice of [adviceOf(hooked), adviceOf(gate)]) if (advice !== null) io.out.write(advised(advice))
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

const draftOf = (offered: Offer | null): Draft | null => (offered !== null && 'draft' in offered ? offered.draft : null)
const adviceOf = (offered: Offer | null): Advice | null =>
  offered !== null && 'advice' in offered ? offered.advice : null

/** Without its configuration nothing else is of use. */
async function agreedOf(drafts: readonly Draft[], first: Draft, { ask }: Io): Promise<readonly Draft[]> {
  const agreed: Draft[] = []
  for (const draft of drafts) {
    if (await ask?.(`Write ${visible(draft.file)}, ${visible(draft.purpose)}?`)) agreed.push(draft)
    else if (draft === first) return []
  }
  return agreed
}

/** Enough to see what a long file is like. */
const longest = 30

function shown({ file, text, purpose, shown: most = longest }: Draft): string {
  const lines = text.trimEnd().split('\n')
  const rest = lines.length > most ? [`… ${count(lines.length - most, 'more line')}`] : []
  return `${visible(file)}: ${visible(purpose)}\n\n${indented([...lines.slice(0, most), ...rest])}\n\n`
}

const advised = ({ file, lines }: Advice): string =>
  `${visible(file)} is yours to edit. To have tattletype in it, add:\n\n${indented(lines)}\n\n`

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${visible(line)}`.trimEnd()).join('\n')

function ending(files: readonly Draft[], { root, place }: Found): string {
  if (files.length === 0) return 'Nothing was written.\n'
  const names = files.map(({ file }) => quoted(file))
  const installed = existsSync(resolve(root, 'node_modules/tattletype'))
  const { add } = managerOf(place?.top ?? root, root)
  const kept = files.filter(({ file }) => !file.includes('.git/hooks/')).map(({ file }) => quoted(file))
  const steps = [...(installed ? [] : [`${add} tattletype`]), `git add ${kept.join(' ')}`]
  const next = place === undefined ? steps.slice(0, -1) : steps
  return [
    `${count(files.length, 'file')} written. To undo it: rm ${names.join(' ')}`,
    ...(next.length === 0 ? [] : [`Next: ${next.join(' && ')}`]),
    '',
  ].join('\n')
}
