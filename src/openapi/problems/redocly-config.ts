import { dirname, join } from 'node:path'
import { type Config, createConfig } from '@redocly/openapi-core'
import type { JsonObject } from '../../model/json.js'
import type { TextMap } from '../../model/text-tree.js'
import { readInside } from '../files/confine.js'
import { nameOf } from '../files/load.js'
import type { Confines, LoadOptions } from '../library.js'
import { parseText } from '../text/parse.js'
import { isObject, plainValue } from '../text/value.js'
import { ConfigResolver } from './config-resolver.js'
import type { LintConfig } from './lint-config.js'
import { overlooked } from './lint-ignore.js'

/** Redocly looks for a plugin beside its configuration and runs it: a path below this very file has no neighbours. */
const nowhere = join(import.meta.filename, 'redocly.yaml')

/** Words without meaning where they stand, which hand-written documents are full of and every tool passes over. */
const minor = { 'spec-ref-siblings': 'warn', 'nullable-type-sibling': 'warn', 'spec-strict-refs': 'warn' } as const

/** Judges structure only, no style. */
export const structure = (): Promise<Config> =>
  createConfig({ extends: ['spec'], rules: minor }, { configPath: nowhere })

/**
 * The project's `redocly.yaml` beside the document, else at the root; without one the `spec` ruleset, which judges
 * structure only. It is taken as data: the plugins that it names are code, and no code of the project is run.
 */
export async function lintConfig(document: string, options: LoadOptions): Promise<LintConfig> {
  const { root } = options
  const folder = dirname(document)
  const confines = { ...options, folders: [root, folder] }
  for (const home of new Set([folder, root])) {
    for (const file of ['redocly.yaml', 'redocly.yml', '.redocly.yaml']) {
      const path = join(home, file)
      const text = await readInside(path, confines)
      if (text.ok) return projectConfig(document, path, nameOf(path, root), text.value, confines)
    }
  }
  return { config: await structure(), notices: [] }
}

async function projectConfig(
  document: string,
  path: string,
  name: string,
  text: string,
  confines: Confines,
): Promise<LintConfig> {
  const unused = async (reason: string, line = 1): Promise<LintConfig> => ({
    config: await structure(),
    notices: [`${name}:${line}: the lint configuration is not used: ${reason}`],
  })
  const tree = parseText(text, name)
  if (!tree.ok) return unused(tree.error.message, tree.error.line)
  const map = tree.value
  const value = plainValue(map)
  if (map.kind !== 'map' || !isObject(value)) return unused('it is not a map')
  try {
    const resolver = new ConfigResolver(confines)
    const options = { configPath: nowhere, externalRefResolver: resolver, ignore: await overlooked(path, confines) }
    const config = await createConfig(resolver.asData(value, path), options)
    const notices = [
      ...notice(name, map, 'plugins', 'the plugins of the lint configuration are code and are not run'),
      ...resolver.refused.flatMap((reason) => notice(name, map, 'extends', reason)),
    ]
    return { config: forDocument(config, value, path, document), notices, file: name }
  } catch (error) {
    return unused((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '')
  }
}

function notice(file: string, config: TextMap, key: string, reason: string): string[] {
  const node = config.entries.get(key)
  return node === undefined ? [] : [`${file}:${node.at.line}: ${reason}`]
}

/** Rules may be set for one of several documents, which the configuration names by its file. */
function forDocument(config: Config, { apis }: JsonObject, path: string, document: string): Config {
  const named = Object.entries(isObject(apis) ? apis : {}).find(
    ([, api]) => isObject(api) && typeof api.root === 'string' && join(dirname(path), api.root) === document,
  )
  return named === undefined ? config : config.forAlias(named[0])
}
