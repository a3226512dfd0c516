import { existsSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'
import type { Found, Offer } from './draft.js'
import { managerOf } from './managers.js'
import { quoted } from './quoted.js'

type Keeper = readonly [file: string, lines: (command: string) => readonly string[]]

const preCommit = (command: string) => [
  'repos:',
  '  - repo: local',
  '    hooks:',
  '      - id: tattletype',
  '        name: tattletype',
  `        entry: ${command.includes(' && ') ? `sh -c ${JSON.stringify(command)}` : command}`,
  '        language: system',
  '        pass_filenames: false',
  '        require_serial: true',
  '        types_or: [ts, tsx, javascript, yaml, json]',
]
const lefthook = (command: string) => [
  'pre-commit:',
  '  commands:',
  '    tattletype:',
  '      glob: "*.{ts,tsx,js,json,yaml,yml}"',
  `      run: ${command}`,
]

/** Tools that keep all hooks in one file, which is the team's to edit. */
const keepers: readonly Keeper[] = [
  ['.pre-commit-config.yaml', preCommit],
  ['lefthook.yml', lefthook],
  ['lefthook.yaml', lefthook],
  ['.lefthook.yml', lefthook],
]

/** A script for husky where it is used, else one for git itself; nothing outside of a repository. */
export function hook({ root, place }: Found): Offer | null {
  if (place === undefined) return null
  const { top, prefix, hooks } = place
  const go = prefix === '' ? '' : `cd ${quoted(prefix)} && `
  const command = `${go}${managerOf(top, root).run} tattletype --staged`
  const keeper = keepers.find(([file]) => existsSync(join(top, file)))
  if (keeper !== undefined) {
    const [file, lines] = keeper
    return { advice: { file: relative(root, join(top, file)), lines: lines(command) } }
  }
  const husky = existsSync(join(top, '.husky'))
  const path = join(husky ? join(top, '.husky') : hooks, 'pre-commit')
  const file = relative(root, path)
  // Hooks outside of the repository are those of other repositories too.
  const shared = !husky && place.shared
  if (shared || existsSync(path))
    return { advice: { file: isAbsolute(file) || shared ? path : file, lines: [command] } }
  const text = husky ? `${command}\n` : `#!/bin/sh\n${command}\n`
  const purpose = 'the hook: refuses a commit with new drift'
  return { draft: { file, text, executable: true, purpose } }
}
