import type { Dialect } from '../../model/contract.js'
import type { Endpoint, Method } from '../../model/endpoint.js'
import type { Spot } from '../library.js'
import { child, children, incompleteness, locate, textAt, topOf } from '../spot.js'
import type { EndpointContext } from './context.js'
import { readOperation } from './operation.js'
import { layered, layeredEntries, layersOf } from './path-item.js'
import { pathPart, prefixesOf } from './servers.js'

const methods: Readonly<Record<string, Method>> = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  options: 'OPTIONS',
  head: 'HEAD',
  patch: 'PATCH',
  trace: 'TRACE',
}

function methodOf(key: string, dialect: Dialect): Method | undefined {
  return key === 'query' && dialect === 'openapi-3.2' ? 'QUERY' : methods[key]
}

/** Every operation under `paths`, and the prefixes that stand only in servers. Webhooks and callbacks are not served here. */
export function readEndpoints(context: EndpointContext): { endpoints: Endpoint[]; prefixes: string[] } {
  const top = topOf(context.library.root)
  const paths = child(top, 'paths')
  const missing = incompleteness(paths)
  if (paths !== undefined && missing !== undefined) context.unresolved.push({ at: locate(paths), reason: missing })
  const endpoints: Endpoint[] = []
  const prefixes = new Set<string>(rootPrefixes(top))
  for (const [key, spot] of children(paths)) {
    if (key.startsWith('x-')) continue
    const path = key.startsWith('/') ? key : `/${key}`
    const item = layersOf(context, path, spot)
    for (const prefix of prefixesOf(layered(item, 'servers'))) prefixes.add(prefix)
    for (const [word, operation] of layeredEntries(item)) {
      if (word === 'additionalOperations') additional(context, path, operation)
      const method = methodOf(word, context.library.dialect)
      if (method === undefined || operation.node.kind === 'scalar') continue
      endpoints.push(readOperation(context, method, path, item, operation))
      for (const prefix of prefixesOf(child(operation, 'servers'))) prefixes.add(prefix)
    }
  }
  return { endpoints, prefixes: [...prefixes] }
}

function rootPrefixes(top: Spot): string[] {
  const basePath = textAt(top, 'basePath')
  const prefixes = basePath === undefined ? prefixesOf(child(top, 'servers')) : [pathPart(basePath)]
  return prefixes.length === 0 ? [''] : prefixes
}

/** 3.2 allows methods of any name, for which the model has no word. */
function additional(context: EndpointContext, path: string, operations: Spot): void {
  for (const [method, spot] of children(operations)) {
    const reason = `operations with the method ${method} are not compared`
    context.unresolved.push({ at: locate(spot), reason, path })
  }
}
