import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'

/**
 * Finds the tsconfig of the code: that of the root, else the only one a workspace folder below it has.
 * Out: a path relative to the root; an error that lists the candidates where there are several, or none.
 */
export function findProject(root: string): Result<string, UserError> {
  if (existsSync(join(root, 'tsconfig.json'))) return { ok: true, value: 'tsconfig.json' }
  const found = globSync(['*/tsconfig.json', '{apps,packages,services,libs}/*/tsconfig.json'], {
    cwd: root,
    ignore: ['**/node_modules/**'],
    followSymbolicLinks: false,
  }).sort()
  const servers = found.filter((file) => existsSync(join(root, dirname(file), 'package.json')))
  const [only, another] = servers.length > 0 ? servers : found
  if (only === undefined) {
    return {
      ok: false,
      error: {
        message: 'no tsconfig.json was found',
        hint: 'Run tattletype in the folder of the server, or name its tsconfig with --project.',
      },
    }
  }
  if (another === undefined) return { ok: true, value: only }
  return {
    ok: false,
    error: {
      message: `several projects were found: ${(servers.length > 0 ? servers : found).join(', ')}`,
      hint: 'Name the one that serves the API with --project.',
    },
  }
}
