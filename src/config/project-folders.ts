import { posix } from 'node:path'
import picomatch from 'picomatch'
import { findFiles } from '../files/find.js'
import type { ProjectConfig } from './config.js'
import { configPlaces, discoverConfig } from './discover.js'

/** A project before its settings are read. */
export interface ProjectPlace {
  /** Relative to the root; empty for the root itself. */
  readonly folder: string
  /** Where among the `projects` it is written. */
  readonly index: number
  /** What is written there of it. */
  readonly entry?: ProjectConfig
  /** Whether a glob found it, and not its name. */
  readonly isFound: boolean
}

/** The places of the projects that a configuration lists, those that globs find among them. In: folders relative to the root. */
export async function projectPlaces(
  root: string,
  entries: readonly (string | ProjectConfig)[],
): Promise<readonly ProjectPlace[]> {
  const left = entries.flatMap((entry) => (typeof entry === 'string' && entry.startsWith('!') ? [entry.slice(1)] : []))
  const isLeftOut = left.length === 0 ? () => false : picomatch(left)
  const named = entries.flatMap((entry, index): ProjectPlace[] => {
    if (typeof entry !== 'string') return [{ folder: trimmed(entry.folder ?? ''), index, entry, isFound: false }]
    return isGlob(entry) ? [] : [{ folder: trimmed(entry), index, isFound: false }]
  })
  const known = new Set(named.map(({ folder }) => folder))
  const found: ProjectPlace[] = []
  for (const [index, entry] of entries.entries()) {
    if (typeof entry !== 'string' || entry.startsWith('!') || !isGlob(entry)) continue
    for (const folder of await foldersOf(root, trimmed(entry))) {
      if (known.has(folder) || isLeftOut(folder)) continue
      known.add(folder)
      found.push({ folder, index, isFound: true })
    }
  }
  return [...named, ...found]
}

const isGlob = (entry: string): boolean => entry.startsWith('!') || picomatch.scan(entry).isGlob

const trimmed = (folder: string): string => {
  const way = posix.normalize(folder === '' ? '.' : folder).replace(/\/$/, '')
  return way === '.' ? '' : way
}

/** Only a folder with a configuration of its own: `packages/*` matches libraries and front ends as well. */
async function foldersOf(root: string, glob: string): Promise<readonly string[]> {
  const patterns = [...configPlaces, 'package.json'].map((name) => `${glob}/${name}`)
  const files = await findFiles({ root }, { patterns, ignore: ['**/node_modules/**'] })
  const folders = [...new Set(files.map((file) => posix.dirname(file)))].sort()
  return folders.filter((folder) => discoverConfig(posix.join(root, folder)).length > 0)
}
