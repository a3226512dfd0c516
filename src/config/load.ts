import { readFileSync } from 'node:fs'
import { basename, dirname, extname, relative, resolve, sep } from 'node:path'
import type { Config, ConfigRequest, Layer, Outcome } from './config.js'
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
  const { spec, project, code, format, baseline, $schema: _, ...same } = { $schema: '', ...config }
  const fromRoot = (file: string) => relative(root, resolve(folder, file)).split(sep).join('/')
  return {
    ...same,
    ...(spec === undefined ? {} : { spec: [spec].flat().map(fromRoot) }),
    ...(project === undefined ? {} : { project: [project].flat().map(fromRoot) }),
    ...(code === undefined ? {} : { code: /^https?:/i.test(code) ? code : fromRoot(code) }),
    ...(baseline === undefined ? {} : { baseline: fromRoot(baseline) }),
    ...(format === undefined ? {} : { format: [format].flat() }),
  }
}
