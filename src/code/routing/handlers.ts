import ts from 'typescript'
import type { Project } from '../project.js'
import type { Reference, Value } from '../values/value.js'

/** The functions of a registration, lists of them opened; what a condition leaves out is left out. */
export function flattenHandlers(project: Project, references: readonly Reference[]): readonly Reference[] {
  return references.flatMap((reference) => {
    const opened = ts.isSpreadElement(reference.expression)
      ? { expression: reference.expression.expression, scope: reference.scope }
      : reference
    const value = project.values.evaluate(opened)
    if (value.kind === 'array') return flattenHandlers(project, value.elements)
    if (value.kind === 'literal') return []
    return [opened]
  })
}

/** What a value may be, by an unknown condition. */
export function optionsOf(value: Value): readonly Value[] {
  return value.kind === 'choice' ? value.options : [value]
}
