import { spawn } from 'node:child_process'
import type { Result } from '../model/result.js'

/** What a repository's own configuration could make git run or fetch stays off: an audited project is data. */
const guarded = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null']
const environment = { GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' }

/**
 * Runs one git command.
 * In: the folder, the arguments (never through a shell), what goes to its input. Out: what it printed, as bytes; the error is
 * what it complained of, one line.
 */
export function git(folder: string, args: readonly string[], input?: string): Promise<Result<Buffer, string>> {
  return new Promise((resolve) => {
    const child = spawn('git', [...guarded, ...args], { cwd: folder, env: { ...process.env, ...environment } })
    const printed: Buffer[] = []
    const complaints: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk))
    // A command that ends before it has read its input tells why by its exit code.
    child.stdin.on('error', () => undefined)
    child.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ ok: false, error: error.code === 'ENOENT' ? 'git is not installed' : error.message }),
    )
    child.on('close', (code) => {
      if (code === 0) return resolve({ ok: true, value: Buffer.concat(printed) })
      const lines = Buffer.concat(complaints).toString('utf8').trim().split('\n')
      // What git only warns of may stand before the reason why it gave up.
      const line = lines.find((each) => !each.startsWith('warning: ')) ?? ''
      resolve({ ok: false, error: line.replace(/^(fatal|error): /, '') || `git ended with ${code}` })
    })
    child.stdin.end(input)
  })
}

/** The same, as text without the last line break. */
export async function gitText(folder: string, args: readonly string[]): Promise<Result<string, string>> {
  const printed = await git(folder, args)
  return printed.ok ? { ok: true, value: printed.value.toString('utf8').replace(/\n$/, '') } : printed
}
