import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A real repository in a folder of its own, removed when the test that asked for it is over. */
export interface TestRepository {
  readonly root: string
  write(files: Readonly<Record<string, string>>): void
  /** Runs git there, as a person with a name and a fixed day would. */
  git(...args: string[]): string
  /** Writes the files, adds everything and commits; answers with the commit. */
  commit(message: string, files?: Readonly<Record<string, string>>, date?: string): string
}

export function createRepository(name = 'project'): TestRepository {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'tattletype-')))
  onTestFinished(() => rmSync(home, { recursive: true, force: true }))
  const root = join(home, name)
  mkdirSync(root)
  const run = (args: readonly string[], date = '2026-01-05T12:00:00Z') => {
    const identity = { GIT_AUTHOR_NAME: 'Ada', GIT_AUTHOR_EMAIL: 'ada@example.org', GIT_AUTHOR_DATE: date }
    const committer = { GIT_COMMITTER_NAME: 'Ada', GIT_COMMITTER_EMAIL: 'ada@example.org', GIT_COMMITTER_DATE: date }
    const env = { ...process.env, ...identity, ...committer, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
    return execFileSync('git', args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()
  }
  const write: TestRepository['write'] = (files) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
  }
  run(['init', '-q', '-b', 'main'])
  return {
    root,
    write,
    git: (...args) => run(args),
    commit(message, files = {}, date) {
      write(files)
      run(['add', '-A'], date)
      run(['commit', '-q', '--allow-empty', '-m', message], date)
      return run(['rev-parse', 'HEAD'])
    },
  }
}
