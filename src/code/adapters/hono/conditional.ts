import type { Project } from '../../project.js'
import type { Template } from '../../routing/graph.js'
import { pathsOf } from '../../routing/paths.js'
import type { Reference } from '../../values/value.js'
import { covers, readPath } from './path.js'

/** The functions that run for a path: `except('/login', guard)` of `hono/combine` opened where the path decides. */
export function reachingHandlers(
  project: Project,
  handlers: readonly Reference[],
  path: Template,
): readonly Reference[] {
  return handlers.flatMap((handler) => {
    const value = project.values.evaluate(handler)
    if (value.kind !== 'call' || value.callee.kind !== 'import') return [handler]
    if (value.callee.module !== 'hono/combine' || value.callee.name !== 'except') return [handler]
    const [condition, ...inner] = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
    if (condition === undefined) return []
    const { templates, problems } = pathsOf(project, condition, readPath)
    if (problems.length > 0) return [handler]
    return templates.some((each) => covers(each, path)) ? [] : inner
  })
}
