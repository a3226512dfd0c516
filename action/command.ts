import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How tattletype is started: the project's own, else the version that the workflow names; nothing where there is neither. */
export function commandOf(folder: string, workspace: string, version: string): readonly string[] | null {
  for (let at = folder; ; at = dirname(at)) {
    const own = join(at, 'node_modules/tattletype/dist/cli.js')
    if (existsSync(own)) return [process.execPath, own]
    if (at === workspace || at === dirname(at)) break
  }
  return version === '' ? null : ['npx', '--yes', `tattletype@${version}`]
}

/** Runs it, its output being that of the step; answers with its exit code. */
export function runTool(
  [program = '', ...before]: readonly string[],
  args: readonly string[],
  cwd: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 2))
  })
}
