import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { toolVersion } from '../tool-version.js'
import { digest } from './digest.js'
import type { Stamps } from './stamps.js'

/**
 * What stands for the tool that reads: every file of its own, the packages that it stands on, Node and the system. Any of them may
 * read the same files otherwise.
 */
export function toolOf(stamps: Stamps): string {
  running ??= read(stamps)
  return running
}

/** What this process runs stays what it was when it was loaded. */
let running: string | undefined

function read(stamps: Stamps): string {
  const own = dirname(import.meta.dirname)
  const home = dirname(own)
  const files = readdirSync(own, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(js|ts|json)$/.test(name))
  const parts = [
    ...files.sort().map((name) => join(own, name)),
    ...packagesOf(home).flatMap((name) => foldersAbove(home).map((folder) => join(folder, name, 'package.json'))),
    // What package managers write down of what they have installed, and so of what those packages stand on in turn.
    ...foldersAbove(home).flatMap((folder) => records.map((name) => join(folder, name))),
  ]
  const { version, platform, arch } = process
  return digest(
    [toolVersion, version, platform, arch, ...parts.map((path) => stamps.digest(path, 'u') ?? '')].join(' '),
  )
}

const records = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity']

function packagesOf(home: string): readonly string[] {
  const manifest: unknown = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  const isNamed = typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest
  const { dependencies } = isNamed ? manifest : {}
  return typeof dependencies === 'object' && dependencies !== null ? Object.keys(dependencies) : []
}

/** Where a package of this folder may be installed. */
function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder)
  const here = folder.endsWith('node_modules') ? folder : join(folder, 'node_modules')
  return above === folder ? [here] : [here, ...foldersAbove(above)]
}
