import type { WriteOptions } from '../../controllers/write-options.js'
import { decorated, each, lineageOf, member } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'
import type { Reference } from '../../values/value.js'
import type { Route } from './route.js'

const unread = 'the options of the ClassSerializerInterceptor choose what is sent'

/** What an interceptor is told by its own options, and by `@SerializeOptions` over the method or else over the class. */
export function writeOptionsOf(project: Project, route: Route, own: Partial<WriteOptions>): WriteOptions {
  const [stated] = [route.handler, ...lineageOf(project, route.controller)].flatMap((node) =>
    decorated(project, node, 'SerializeOptions').flatMap(({ args: [options] }) => (options ? [options] : [])),
  )
  return { groups: [], ...own, ...(stated ? writeOptions(project, stated) : {}) }
}

/** The options as far as they are read: groups; any other says that what is sent is not known. */
export function writeOptions(project: Project, reference: Reference): Partial<WriteOptions> {
  const value = project.values.evaluate(reference)
  if (value.kind !== 'object') return { unread }
  const names = value.node.properties.map((one) => one.name?.getText() ?? '...')
  const groups = member(project, value, 'groups')
  const listed = groups && each(project, groups)
  const texts = listed?.flatMap((one) => (one.kind === 'literal' && typeof one.value === 'string' ? [one.value] : []))
  return {
    ...(listed && texts ? { groups: texts.length === listed.length ? texts : null } : {}),
    ...(names.some((name) => !harmless.has(name)) ? { unread } : {}),
  }
}

const harmless = new Set(['groups', 'enableCircularCheck', 'exposeUnsetFields'])
