import { join } from 'node:path'
import { type Config, createConfig } from '@redocly/openapi-core'
import type { Json, JsonObject } from '../../model/json.js'
import type { Unresolved } from '../../model/location.js'
import { readInside } from '../files/confine.js'
import { nameOf } from '../files/load.js'
import { parseText } from '../text/parse.js'
import { plainValue } from '../text/value.js'
import { ConfigResolver } from './config-resolver.js'

/** The lint configuration in force, and what of the project's was left out. */
export interface LintConfig {
  readonly config: Config
  readonly notices: readonly Unresolved[]
}

/**
 * The project's `redocly.yaml` beside the document, else at the root; without one the `spec` ruleset, which judges
 * structure only. It is taken as data: the plugins that it names are code, and no code of the project is run.
 */
export async function lintConfig(document: string, folder: string, root: string): Promise<LintConfig> {
  for (const home of new Set([folder, root])) {
    for (const name of ['redocly.yaml', 'redocly.yml', '.redocly.yaml']) {
      const path = join(home, name)
      const text = await readInside(path, [root, folder])
      if (text.ok) return projectConfig(document, path, text.value, [root, folder])
    }
  }
  return { config: await createConfig({ extends: ['spec'] }, { configPath: nowhere }), notices: [] }
}

/**
 * Redocly looks for a plugin beside its configuration, and runs it: a path below this very file has no neighbours.
 */
const nowhere = join(import.meta.filename, 'redocly.yaml')

async function projectConfig(
  document: string,
  path: string,
  text: string,
  folders: readonly string[],
): Promise<LintConfig> {
  const name = nameOf(path, folders[0] ?? '')
  const spec = () => createConfig({ extends: ['spec'] }, { configPath: nowhere })
  const failed = async (reason: string, line = 1, column = 1): Promise<LintConfig> => ({
    config: await spec(),
    notices: [{ at: { file: name, line, column }, reason: `the lint configuration is not used: ${reason}` }],
  })
  const tree = parseText(text, name)
  if (!tree.ok) return failed(tree.error.message, tree.error.line, tree.error.column)
  const value = plainValue(tree.value)
  if (!isObject(value)) return failed('it is not a map')
  const plugins = tree.value.kind === 'map' ? tree.value.entries.get('plugins') : undefined
  const notices: Unresolved[] =
    plugins === undefined
      ? []
      : [
          {
            at: { file: name, ...plugins.at },
            reason: 'the plugins of the lint configuration are code and are not run',
          },
        ]
  try {
    const resolver = new ConfigResolver(folders)
    const config = await createConfig(resolver.asData(value, path), {
      configPath: nowhere,
      externalRefResolver: resolver,
      ignore: await ignored(path, folders),
    })
    const api = Object.entries(apisOf(value)).find(([, root]) => join(path, '..', root) === document)
    return { config: api === undefined ? config : config.forAlias(api[0]), notices }
  } catch (error) {
    return failed((error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '')
  }
}

function apisOf(value: JsonObject): Readonly<Record<string, string>> {
  const { apis } = value
  if (!isObject(apis)) return {}
  return Object.fromEntries(
    Object.entries(apis).flatMap(([name, api]) =>
      isObject(api) && typeof api.root === 'string' ? [[name, api.root]] : [],
    ),
  )
}

/** What the project has told Redocly to overlook, by file, rule and pointer. */
async function ignored(path: string, folders: readonly string[]): Promise<Record<string, Record<string, Set<string>>>> {
  const home = join(path, '..')
  const text = await readInside(join(home, '.redocly.lint-ignore.yaml'), folders)
  const tree = text.ok ? parseText(text.value, 'ignore.yaml') : undefined
  const value = tree?.ok ? plainValue(tree.value) : {}
  if (!isObject(value)) return {}
  return Object.fromEntries(
    Object.entries(value).map(([file, rules]) => [
      join(home, file),
      Object.fromEntries(
        Object.entries(isObject(rules) ? rules : {}).map(([rule, pointers]) => [
          rule,
          new Set(Array.isArray(pointers) ? pointers.map(String) : []),
        ]),
      ),
    ]),
  )
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
