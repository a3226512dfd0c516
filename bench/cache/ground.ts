import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { shop } from './shop.js'

/** A project in a folder of its own, to be edited. */
export interface Ground {
  readonly root: string
  readonly spec: readonly string[] | undefined
  /** Where its audits are remembered. */
  readonly cache: string
  remove(): void
}

const repository = resolve(import.meta.dirname, '../..')

/** Lays out the shop, or a copy of a sample with its dependencies linked. */
export function layOut(name: string): Ground {
  const root = mkdtempSync(join(tmpdir(), `tattletype-${name}-`))
  const modules = join(root, 'node_modules')
  if (name === 'shop') {
    for (const [file, text] of Object.entries(shop)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
    for (const each of ['express', '@types']) symlinkSync(join(repository, 'node_modules', each), join(modules, each))
  } else {
    cpSync(join(repository, 'samples', name), root, { recursive: true })
    symlinkSync(join(repository, 'node_modules'), modules)
  }
  const spec = name === 'shop' ? undefined : ['openapi.drifted.yaml']
  const cache = `${root}-cache`
  const remove = () => {
    for (const folder of [root, cache]) rmSync(folder, { recursive: true, force: true })
  }
  return { root, spec, cache, remove }
}
