import type ts from 'typescript'
import type { Decoration } from '../../decorators/decoration.js'
import { decorated } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'

export const packageName = 'routing-controllers'

/** Those decorations of a node as the framework meets them: decorators run from the last to the first. */
export function applied(project: Project, node: ts.Node, ...names: readonly string[]): readonly Decoration[] {
  return marked(project, node, ...names).toReversed()
}

/** Those decorations of this package with one of the names. */
export function marked(project: Project, node: ts.Node, ...names: readonly string[]): readonly Decoration[] {
  return decorated(project, node, ...names).filter(({ module }) => module === packageName)
}
