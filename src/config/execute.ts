import { fileURLToPath } from 'node:url'
import { createJiti } from 'jiti'
import type { Outcome } from './config.js'

/** Runs a configuration file that is code and gives its default export; writes no cache. */
export async function executeConfig(path: string, file: string): Promise<Outcome<unknown>> {
  // Run by npx, the package is not among the project's own dependencies, so that the import has to be led here.
  const alias = { tattletype: fileURLToPath(new URL('./define-config', import.meta.url)) }
  const jiti = createJiti(import.meta.url, { fsCache: false, moduleCache: false, alias })
  try {
    const value: unknown = await jiti.import(path, { default: true })
    return { ok: true, value: plain(value) }
  } catch (error) {
    const [reason = 'unknown'] = String(error instanceof Error ? error.message : error).split('\n')
    return { ok: false, error: { message: `could not be run: ${reason}`, file } }
  }
}

/** What a module exports may be a namespace or hold functions; only data is a configuration. */
function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value
}
