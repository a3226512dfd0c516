import ts from 'typescript'
import type { DocumentSource } from '../../model/text-tree.js'
import type { Project } from '../project.js'
import { treeOf } from './tree.js'

/**
 * The documents that stand in the code as literals: `export const spec = { openapi: '3.0.3', paths: … }`, or the same returned
 * by a function. Read, never run. A literal without `paths` is somebody's options for a generator and no document.
 */
export function findDocumentLiterals(project: Project): readonly DocumentSource[] {
  return project.files
    .filter(mentionsDialect)
    .flatMap((file) => literalsIn(file).map((literal) => sourceOf(project, literal)))
}

/** As {@link findDocumentLiterals}, of one file; `file` is relative to the root. */
export function documentLiteralsOf(project: Project, file: string): readonly DocumentSource[] {
  return project.files
    .filter((source) => project.locate(source).file === file)
    .flatMap((source) => literalsIn(source).map((literal) => sourceOf(project, literal)))
}

const mentionsDialect = (file: ts.SourceFile): boolean =>
  /\b(openapi|swagger)['"]?\s*:/.test(file.text) && /\bpaths\b/.test(file.text)

function sourceOf(project: Project, literal: ts.ObjectLiteralExpression): DocumentSource {
  const { file } = project.locate(literal)
  const [scope = { bindings: new Map(), outer: null }] = project.values.scopesOf(literal)
  return { file, tree: treeOf(project, { expression: literal, scope }, file) }
}

function literalsIn(file: ts.SourceFile): ts.ObjectLiteralExpression[] {
  const found: ts.ObjectLiteralExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node) && isDocument(node)) found.push(node)
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function isDocument(literal: ts.ObjectLiteralExpression): boolean {
  const named = new Map(literal.properties.map((member) => [nameOf(member), member]))
  const dialect = named.get('openapi') ?? named.get('swagger')
  return (
    named.has('paths') &&
    dialect !== undefined &&
    ts.isPropertyAssignment(dialect) &&
    ts.isStringLiteralLike(dialect.initializer) &&
    /^\d+\.\d+/.test(dialect.initializer.text)
  )
}

const nameOf = ({ name }: ts.ObjectLiteralElementLike): string =>
  name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : ''
