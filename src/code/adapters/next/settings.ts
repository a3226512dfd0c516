import ts from 'typescript'
import type { Project } from '../../project.js'
import { configNames } from './places.js'

/** What the configuration of an application says of its paths, read as text: it is never run. */
export interface Settings {
  readonly basePath: string
  /** Why the base path is not known. */
  readonly unknown: string | null
  readonly file: string | null
}

/** Reads `basePath` from the application's `next.config.*`. */
export function settingsAt(project: Project, root: string): Settings {
  for (const name of configNames) {
    const path = `${root}/${name}`
    const text = project.readText(path)
    if (text === undefined) continue
    const file = path.slice(project.root.length + 1)
    return { ...basePathIn(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)), file }
  }
  return { basePath: '', unknown: null, file: null }
}

function basePathIn(source: ts.SourceFile): Pick<Settings, 'basePath' | 'unknown'> {
  const given = initializerOf(source, 'basePath')
  if (given === null) return { basePath: '', unknown: null }
  const node = ts.isIdentifier(given) ? (constantOf(source, given.text) ?? given) : given
  if (ts.isStringLiteralLike(node)) return { basePath: node.text, unknown: null }
  return { basePath: '', unknown: `the base path of the application is computed: \`${given.getText()}\`` }
}

function initializerOf(source: ts.SourceFile, name: string): ts.Expression | null {
  const find = (node: ts.Node): ts.Expression | undefined => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === name) return node.initializer
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === name) return node.name
    return ts.forEachChild(node, find)
  }
  return find(source) ?? null
}

function constantOf(source: ts.SourceFile, name: string): ts.Expression | null {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue
    for (const declaration of statement.declarationList.declarations) {
      if (declaration.name.getText() === name) return declaration.initializer ?? null
    }
  }
  return null
}
