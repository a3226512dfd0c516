import { dirname } from 'node:path'
import type { Disk, Manifests } from './contracts.js'
import { isInside } from './inside.js'

/** Reads every package.json from the folder up to the root; a broken one counts as empty. */
export function readManifests(disk: Disk, folder: string, root: string): Manifests {
  const dependencies = new Set<string>()
  const needed = new Set<string>()
  let typescript: string | null = null
  for (let at = folder; isInside(at, root); at = dirname(at)) {
    const manifest = parse(disk.readFile(`${at}/package.json`))
    for (const group of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
      for (const [name, range] of Object.entries(record(manifest[group]))) {
        dependencies.add(name)
        if (group === 'dependencies') needed.add(name)
        if (name === 'typescript' && typeof range === 'string') typescript ??= range
      }
    }
    if (at === dirname(at)) break
  }
  return { dependencies, needed, typescript }
}

function parse(text: string | undefined): Record<string, unknown> {
  if (text === undefined) return {}
  try {
    return record(JSON.parse(text))
  } catch {
    return {}
  }
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

/** The major version that a range starts at: 6 of `^6.0.2`. */
export function majorOf(range: string | null): number | null {
  const digits = range?.match(/\d+/)?.[0]
  return digits === undefined ? null : Number(digits)
}
