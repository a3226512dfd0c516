import type { Project } from '../../project.js'
import { flattenHandlers } from '../../routing/handlers.js'
import { memberOf } from '../../values/literals.js'
import type { Reference } from '../../values/value.js'

/** The functions of a registration, with what `koa-compose` puts together opened, and what a description of koa-joi-router names. */
export function openedHandlers(project: Project, references: readonly Reference[]): readonly Reference[] {
  return flattenHandlers(project, references).flatMap((reference) => {
    const value = project.values.evaluate(reference)
    if (value.kind === 'object') {
      const before = memberOf(value, 'pre')
      const output = memberOf(project.values.property(value, 'validate'), 'output')
      return [
        ...(before === null ? [] : openedHandlers(project, [before])),
        reference,
        ...(output === null ? [] : [output]),
      ]
    }
    if (value.kind !== 'call' || value.callee.kind !== 'import' || value.callee.module !== 'koa-compose')
      return [reference]
    const inner = (value.node.arguments ?? []).map((expression) => ({ expression, scope: value.scope }))
    return openedHandlers(project, inner)
  })
}
