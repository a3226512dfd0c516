import { existsSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'
import { digest } from './digest.js'

/** Where a run keeps what it read: the folder that is named, else beside the installed dependencies, else the user's own cache. */
export function cacheFolder(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  named?: string,
): string | undefined {
  if (named !== undefined) return resolve(root, named)
  const modules = join(root, 'node_modules')
  if (existsSync(modules)) return join(modules, '.cache', 'tattletype')
  const { XDG_CACHE_HOME: caches, HOME: home, LOCALAPPDATA: local } = env
  const own = [caches, local, home && join(home, '.cache')].find((each) => each !== undefined && isAbsolute(each))
  return own === undefined ? undefined : join(own, 'tattletype', digest(root).slice(0, 22))
}
