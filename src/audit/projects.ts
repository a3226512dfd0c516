import { dirname } from 'node:path'
import { findFiles } from '../files/find.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import type { placeOf } from './place.js'

/**
 * Finds the tsconfig of the code: that of the root, else the only one a workspace folder below it has.
 * Out: a path relative to the root; an error that lists the candidates where there are several, or none.
 */
export async function findProject(place: ReturnType<typeof placeOf>): Promise<Result<string, UserError>> {
  const folders = ['', '*/', '{apps,packages,services,libs}/*/']
  const named = (file: string) =>
    findFiles(place, { patterns: folders.map((folder) => `${folder}${file}`), ignore: ['**/node_modules/**'] })
  const found = await named('tsconfig.json')
  if (found.includes('tsconfig.json')) return { ok: true, value: place.fromRoot('tsconfig.json') }
  const packages = new Set((await named('package.json')).map((file) => dirname(file)))
  const servers = found.filter((file) => packages.has(dirname(file)))
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
