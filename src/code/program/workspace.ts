import { dirname } from 'node:path'
import type { Disk } from './contracts.js'

/** The sources that an import of another package of the repository leads to; undefined for any other import. */
type WorkspaceSources = (specifier: string) => string | undefined

/**
 * The packages of the same repository, by the names that their package.json files give them. What is imported from one is read
 * from its sources, whether it is installed or built or not: a router in there is served all the same.
 */
export function workspaceSources(disk: Disk, root: string): WorkspaceSources {
  let folders: ReadonlyMap<string, string> | undefined
  const known = new Map<string, string | undefined>()
  const find: WorkspaceSources = (specifier) => {
    folders ??= packagesOf(disk, root)
    const name = nameIn(specifier)
    const folder = folders.get(name)
    if (folder === undefined) return undefined
    const places = sourcesOf(manifestIn(disk, folder), specifier.slice(name.length + 1))
    return places.map((place) => `${folder}/${place}`).find((path) => disk.fileExists(path))
  }
  return (specifier) => {
    if (!known.has(specifier)) known.set(specifier, find(specifier))
    return known.get(specifier)
  }
}

/** `@org/name` of `@org/name/part`, `name` of `name/part`. */
const nameIn = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

function packagesOf(disk: Disk, root: string): ReadonlyMap<string, string> {
  const manifests = disk.readDirectory(root, ['.json'], ['**/node_modules'], ['*/package.json', '*/*/package.json'], 3)
  const named = manifests.map((path) => [manifestIn(disk, dirname(path)).name, dirname(path)] as const)
  return new Map(named.flatMap(([name, folder]) => (typeof name === 'string' ? [[name, folder] as const] : [])))
}

function manifestIn(disk: Disk, folder: string): Readonly<Record<string, unknown>> {
  try {
    const manifest: unknown = JSON.parse(disk.readFile(`${folder}/package.json`) ?? '{}')
    return typeof manifest === 'object' && manifest !== null ? { ...manifest } : {}
  } catch {
    return {}
  }
}

/** Where the sources of an entry may stand: what the package names, or what that was compiled of, then the usual places. */
function sourcesOf(manifest: Readonly<Record<string, unknown>>, part: string): readonly string[] {
  const { exports, source, types, main, module } = manifest
  const entries = typeof exports === 'object' && exports !== null ? new Map(Object.entries(exports)) : new Map()
  const named =
    part === ''
      ? [entries.get('.') ?? exports, source, types, module, main, 'index.ts', 'src/index.ts']
      : [entries.get(`./${part}`), `${part}.ts`, `${part}/index.ts`, `src/${part}.ts`, `src/${part}/index.ts`]
  return [...new Set(named.flatMap(textsIn).flatMap(uncompiled))]
}

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** `dist/a.js` is compiled of `a.ts` or `src/a.ts`. */
function uncompiled(path: string): readonly string[] {
  const plain = path.replace(/^\.\//, '').replace(/(\.d)?\.([cm]?)[jt]s$/, '.$2ts')
  const inner = plain.replace(/^(?:dist|build|lib|out)\/(?:(?:esm|cjs|types)\/)?/, '')
  return /\.[cm]?tsx?$/.test(plain) ? (inner === plain ? [plain] : [inner, `src/${inner}`]) : []
}
