import ts from 'typescript'
import type { DocumentSource } from '../../model/text-tree.js'
import type { Project } from '../project.js'
import { treeOf } from './tree.js'

/**
 * The documents that stand in the code as literals: `export const spec = { openapi: '3.0.3', paths: … }`, or the same returned
 * by a function. Read, never run. A literal without `paths` is somebody's options for a generator and no document.
 */
export function findDocumentLiterals(project: Project): readonly DocumentSource[] {
  return project.files.filter(mentionsPaths).flatMap((file) => sourcesIn(project, file))
}

/** As {@link findDocumentLiterals}, of one file; `file` is relative to the root. */
export function documentLiteralsOf(project: Project, file: string): readonly DocumentSource[] {
  return project.files
    .filter((source) => project.locate(source).file === file)
    .flatMap((source) => sourcesIn(project, source))
}

const mentionsPaths = (file: ts.SourceFile): boolean => /\bpaths\b/.test(file.text)

const sourcesIn = (project: Project, file: ts.SourceFile): readonly DocumentSource[] =>
  literalsIn(file)
    .map((literal) => sourceOf(project, literal))
    .filter(saysVersion)

function sourceOf(project: Project, literal: ts.ObjectLiteralExpression): DocumentSource {
  const { file } = project.locate(literal)
  const [scope = { bindings: new Map(), outer: null }] = project.values.scopesOf(literal)
  return { file, tree: treeOf(project, { expression: literal, scope }, file) }
}

/** `openapi: '3.0.3'` or `swagger: '2.0'`, written in the literal or spread into it. */
function saysVersion({ tree }: DocumentSource): boolean {
  const dialect = tree.kind === 'map' ? (tree.entries.get('openapi') ?? tree.entries.get('swagger')) : undefined
  return dialect?.kind === 'scalar' && typeof dialect.value === 'string' && /^\d+\.\d+/.test(dialect.value)
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

/** Has `paths`, and a version or something spread that may bring one. */
function isDocument({ properties }: ts.ObjectLiteralExpression): boolean {
  const names = properties.map(nameOf)
  const mayHaveVersion =
    names.includes('openapi') || names.includes('swagger') || properties.some(ts.isSpreadAssignment)
  return names.includes('paths') && mayHaveVersion
}

const nameOf = ({ name }: ts.ObjectLiteralElementLike): string =>
  name && (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) ? name.text : ''
