import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Draft, Found } from './draft.js'

/** The hook: a file of its own, or where another tool keeps the hooks, what to add there. */
export type Hook = { readonly draft: Draft } | { readonly advice: string }

/** Tools that keep all hooks in one file, which is the team's to edit. */
const keepers = ['.pre-commit-config.yaml', 'lefthook.yml', 'lefthook.yaml', '.lefthook.yml']

/** A script for husky where it is used, else one for git itself; nothing outside of a repository. */
export function hook({ root, place }: Found): Hook | null {
  if (place === undefined) return null
  const { top, prefix, hooks } = place
  const keeper = keepers.find((file) => existsSync(join(top, file)))
  if (keeper !== undefined) return { advice: `the hooks are in ${keeper}: add tattletype as docs/ci.md says` }
  const husky = existsSync(join(top, '.husky'))
  const path = join(husky ? join(top, '.husky') : hooks, 'pre-commit')
  const command = `${prefix === '' ? '' : `cd ${quoted(prefix)} && `}npx --no-install tattletype --staged`
  const file = relative(root, path)
  if (existsSync(path)) return { advice: `there is a hook already: add this line to ${file}: ${command}` }
  const text = husky ? `${command}\n` : `#!/bin/sh\n${command}\n`
  return { draft: { file, text, executable: true, purpose: 'the hook: refuses a commit with new drift' } }
}

const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`)}'`
