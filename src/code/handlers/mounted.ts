import type { Reference } from '../values/value.js'
import type { Dialect } from './dialect.js'
import type { Chain } from './exchange.js'

const unknownPath = '{*}'

/** The dialect with what one function of the chain can tell of where the request was sent; Express calls the path from the mount on. */
export function routed(dialect: Dialect, chain: Chain, reference: Reference): Dialect {
  const { method, path, mounts, parameters, handlers } = chain
  if (dialect.route !== undefined || mounts === undefined) return dialect
  const mount = mounts.get(reference)
  return {
    ...dialect,
    route: {
      method: method === 'ALL' ? null : method,
      path: mount === undefined ? unknownPath : below(path, mount),
      whole: path,
      pattern: unknownPath,
      ...(parameters === undefined || !handlers.includes(reference) ? {} : { parameters }),
    },
  }
}

/** The rest of the path behind the prefix; unknown where the prefix holds a parameter. */
function below(path: string, mount: string): string {
  if (mount === '/') return path
  if (mount.includes('{') || !path.toLowerCase().startsWith(mount.toLowerCase())) return unknownPath
  const rest = path.slice(mount.length)
  return rest === '' ? '/' : rest
}
