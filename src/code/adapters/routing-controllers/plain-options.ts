import type { WriteOptions } from '../../controllers/write-options.js'
import type { Project } from '../../project.js'
import type { Route } from './route.js'
import { marked } from './vocabulary.js'

/** How class-transformer writes the answers of an action; null where it writes none, or heeds no decorator. */
export function plainOptions(project: Project, route: Route): WriteOptions | 'unread' | null {
  if (!route.writesPlain) return null
  const [own] = marked(project, route.handler, 'ResponseClassTransformOptions')
  const stated = own?.args[0] ? project.values.evaluate(own.args[0]) : route.server.writes
  if (stated === null) return { groups: [] }
  const data = project.values.literal(stated)
  if (!data.known || typeof data.value !== 'object' || data.value === null) return 'unread'
  const options = new Map<string, unknown>(Object.entries(data.value))
  if (options.get('ignoreDecorators') === true) return null
  // Which properties these choose is not read.
  if (['strategy', 'version', 'excludePrefixes', 'exposeUnsetFields'].some((name) => options.has(name))) return 'unread'
  const groups = options.get('groups') ?? []
  return { groups: Array.isArray(groups) && groups.every((one) => typeof one === 'string') ? groups : null }
}
