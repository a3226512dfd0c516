import type ts from 'typescript'
import type { Decoration } from '../../decorators/decoration.js'
import { decorated } from '../../decorators/read-decorators.js'
import type { Project } from '../../project.js'

export const packages = ['tsoa', '@tsoa/runtime', '@tsoa-next/runtime']

/** Those decorations of this package with one of the names. */
export function marked(project: Project, node: ts.Node, ...names: readonly string[]): readonly Decoration[] {
  return decorated(project, node, ...names).filter(({ module }) => packages.includes(module))
}
