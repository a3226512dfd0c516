import ts from 'typescript'
import type { Project } from '../project.js'
import { decorated } from './read-decorators.js'

/** The classes of the project that a decorator of a package marks. */
export function classesWith(
  project: Project,
  module: string,
  ...names: readonly string[]
): readonly ts.ClassDeclaration[] {
  return project.files
    .filter(({ text }) => names.some((name) => text.includes(name)))
    .flatMap(({ statements }) => statements.filter(ts.isClassDeclaration))
    .filter((node) => decorated(project, node, ...names).some((one) => one.module === module))
}

export function isAbstract(node: ts.ClassLikeDeclaration): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AbstractKeyword) ?? false
}
