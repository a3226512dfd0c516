import { readFileSync } from 'node:fs'
import { basename, dirname, extname, relative, resolve, sep } from 'node:path'
import type { Config, ConfigRequest, Layer, Outcome, PairConfig, ProjectConfig } from './config.js'
import { discoverConfig } from './discover.js'

const codeExtensions = new Set(['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'])

/** The configuration file of a run as a layer, nothing if there is none, or the one mistake in it. */
export async function loadConfig(request: ConfigRequest): Promise<Outcome<Layer | null>> {
  const [name, other] = request.file === undefined ? discoverConfig(request.root) : [request.file]
  if (name === undefined) return { ok: true, value: null }
  if (other !== undefined) {
    const hint = 'Keep one of them, or name one with --config.'
    return { ok: false, error: { message: `two configurations: ${name} and ${other}`, hint } }
  }
  const path = resolve(request.root, name)
  const file = relative(request.root, path).split(sep).join('/')
  const read = await readValue(path, file, request.execute)
  if (!read.ok) return read
  const { validateConfig } = await import('./validate.js')
  const valid = validateConfig(read.value, file, request.vocabulary)
  if (!valid.ok) return valid
  return { ok: true, value: { from: file, values: layerOf(valid.value, request.root, dirname(path)) } }
}

async function readValue(path: string, file: string, execute: boolean): Promise<Outcome<unknown>> {
  if (codeExtensions.has(extname(path))) {
    if (execute) return (await import('./execute.js')).executeConfig(path, file)
    const hint = 'Write it as JSON or YAML, or drop --no-exec-config where its authors are trusted.'
    return {
      ok: false,
      error: { message: 'this configuration is code, and --no-exec-config forbids to run it', file, hint },
    }
  }
  const text = readText(path)
  if (text === undefined) return { ok: false, error: { message: 'the configuration cannot be read', file } }
  const { parseConfig } = await import('./parse.js')
  const parsed = parseConfig(text, file)
  return parsed.ok && basename(path) === 'package.json' ? { ok: true, value: packageKey(parsed.value) } : parsed
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

function packageKey(content: unknown): unknown {
  return typeof content === 'object' && content !== null && 'tattletype' in content ? content.tattletype : {}
}

/** The same settings with files relative to the root, as all others are. */
function layerOf(config: Config, root: string, folder: string): Layer['values'] {
  const { format, baseline, projects, $schema: _, ...pair } = { $schema: '', ...config }
  const fromRoot = (file: string) => relative(root, resolve(folder, file)).split(sep).join('/')
  const entryOf = (entry: string | ProjectConfig): string | ProjectConfig => {
    if (typeof entry !== 'string') return { ...entry, folder: fromRoot(entry.folder ?? '.') }
    return entry.startsWith('!') ? `!${fromRoot(entry.slice(1))}` : fromRoot(entry)
  }
  return {
    ...pairFrom(pair, fromRoot),
    ...(baseline === undefined ? {} : { baseline: fromRoot(baseline) }),
    ...(format === undefined ? {} : { format: [format].flat() }),
    ...(projects === undefined ? {} : { projects: projects.map(entryOf) }),
  }
}

/** What is said of one pair, with its files as the given function names them. */
export function pairFrom(config: PairConfig, named: (file: string) => string): Layer['values'] {
  const { spec, project, code, ...same } = config
  return {
    ...same,
    ...(spec === undefined ? {} : { spec: [spec].flat().map(named) }),
    ...(project === undefined ? {} : { project: [project].flat().map(named) }),
    ...(code === undefined ? {} : { code: /^https?:/i.test(code) ? code : named(code) }),
  }
}
