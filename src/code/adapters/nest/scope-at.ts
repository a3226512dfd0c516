import type ts from 'typescript'
import type { Project } from '../../project.js'
import { moduleScope } from '../../values/scope.js'
import type { Scope } from '../../values/value.js'

/** A scope that a piece of code is run in; the module's where nothing says who runs it. */
export function scopeAt(project: Project, node: ts.Node): Scope {
  return project.values.scopesOf(node)[0] ?? moduleScope
}
