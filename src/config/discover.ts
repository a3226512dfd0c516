import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a configuration file is called, the name that holds first first. */
export const configPlaces = [
  ...['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `tattletype.config.${extension}`),
  ...['', '.json', '.yaml', '.yml'].map((extension) => `.tattletyperc${extension}`),
]

/** The configuration files of a folder, the one that holds first; several are a mistake that the caller should name. */
export function discoverConfig(root: string): string[] {
  const found = configPlaces.filter((name) => existsSync(join(root, name)))
  return hasKeyInPackage(root) ? [...found, 'package.json'] : found
}

function hasKeyInPackage(root: string): boolean {
  try {
    const content: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    return typeof content === 'object' && content !== null && 'tattletype' in content
  } catch {
    // A package.json that is absent or broken holds no configuration; whoever needs it will say what is wrong with it.
    return false
  }
}
