import ts from 'typescript'
import type { Location } from '../../model/location.js'
import type { Project } from '../project.js'
import { writtenIn } from '../values/literals.js'

/** A framework's configuration file, read as text: it is never run, and need not belong to the program. */
export interface ConfigText {
  readonly source: ts.SourceFile
  locate(node: ts.Node): Location
}

/** The first of the files that a folder has; null where it has none of them. */
export function configAt(project: Project, folder: string, names: readonly string[]): ConfigText | null {
  for (const name of names) {
    const path = `${folder}/${name}`
    const text = project.readText(path)
    if (text === undefined) continue
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    return { source, locate: (node) => locate(project, source, node) }
  }
  return null
}

function locate(project: Project, source: ts.SourceFile, node: ts.Node): Location {
  const { line, character } = source.getLineAndCharacterOfPosition(node.getStart(source))
  return { file: source.fileName.slice(project.root.length + 1), line: line + 1, column: character + 1 }
}

/** The object that the file exports by default: as it is, in a constant, or handed to one function (`defineConfig({ … })`). */
export function exportedObject(source: ts.SourceFile): ts.ObjectLiteralExpression | null {
  const exported = source.statements.find(ts.isExportAssignment)
  return exported === undefined ? null : objectIn(source, exported.expression)
}

function objectIn(source: ts.SourceFile, expression: ts.Expression): ts.ObjectLiteralExpression | null {
  const node = settled(source, expression)
  if (ts.isObjectLiteralExpression(node)) return node
  const [argument] = ts.isCallExpression(node) ? node.arguments : []
  return argument === undefined ? null : objectIn(source, argument)
}

/** What a member of an object is given; a name of the same file stands for its constant. */
export function memberIn(object: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of object.properties) {
    if (property.name?.getText().replace(/^['"]|['"]$/g, '') !== name) continue
    const written = writtenIn(property)
    if (written !== null) return settled(object.getSourceFile(), written)
  }
  return null
}

/** The expression without `as` and `satisfies`, and where it names a constant of the file, what that is. */
export function settled(source: ts.SourceFile, expression: ts.Expression): ts.Expression {
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression) || ts.isParenthesizedExpression(expression))
    return settled(source, expression.expression)
  const constant = ts.isIdentifier(expression) ? constantOf(source, expression.text) : null
  return constant === null ? expression : settled(source, constant)
}

function constantOf(source: ts.SourceFile, name: string): ts.Expression | null {
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) continue
    for (const declaration of statement.declarationList.declarations) {
      if (declaration.name.getText() === name) return declaration.initializer ?? null
    }
  }
  return null
}
