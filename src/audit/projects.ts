import { dirname, normalize, resolve } from 'node:path/posix'
import { findFiles } from '../files/find.js'
import { headOf } from '../files/head.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import type { placeOf } from './place.js'

/**
 * Finds the tsconfig of the code: that of the root, else the only one a workspace folder below it has, or the one whose folder
 * holds the named documents, or the only one whose package needs a framework for servers, from the root. Out: a path relative to the root; an error that lists the candidates where there are
 * several, or none.
 */
export async function findProject(
  place: ReturnType<typeof placeOf>,
  documents: readonly string[] = [],
): Promise<Result<string, UserError>> {
  const folders = ['', '*/', '{apps,packages,services,libs}/*/']
  const named = (file: string) =>
    findFiles(place, { patterns: folders.map((folder) => `${folder}${file}`), ignore: ['**/node_modules/**'] })
  const found = await named('tsconfig.json')
  if (found.includes('tsconfig.json')) return { ok: true, value: place.fromRoot('tsconfig.json') }
  const packages = new Set((await named('package.json')).map((file) => dirname(file)))
  const ofPackages = found.filter((file) => packages.has(dirname(file)))
  const candidates = ofPackages.length > 0 ? ofPackages : found
  const serving = await servers(place, candidates)
  const likely = serving.length > 0 ? serving : candidates
  const beside = likely.filter((file) => documents.some((document) => isBelow(document, dirname(place.fromRoot(file)))))
  const [only, another] = beside.length === 1 ? beside : likely
  if (only === undefined) {
    return {
      ok: false,
      error: {
        message: 'no tsconfig.json was found',
        hint: 'Run tattletype in the folder of the server, or name its tsconfig with --project.',
      },
    }
  }
  if (another === undefined) return { ok: true, value: place.fromRoot(only) }
  return {
    ok: false,
    error: {
      message: `several projects were found: ${likely.join(', ')}`,
      hint: 'Name the one that serves the API with --project.',
    },
  }
}

/** Those whose package needs a framework for servers; one that draws pages too says less. */
async function servers(place: ReturnType<typeof placeOf>, candidates: readonly string[]): Promise<readonly string[]> {
  const manifestOf = (folder: string) => headOf(resolve(place.root, place.folder ?? '', folder, 'package.json'), place)
  // What the root needs, every package may use.
  const shared = await manifestOf('')
  const found: string[] = []
  for (const file of candidates) {
    const manifest = `${await manifestOf(dirname(file))}${shared}`
    if (/"(express|fastify|koa|hono|h3|nitropack|tsoa|routing-controllers|@nestjs\/core)"\s*:/.test(manifest))
      found.push(file)
  }
  return found
}

const isBelow = (file: string, folder: string): boolean => normalize(file).startsWith(`${folder}/`)
