import ts from 'typescript'
import type { Project } from '../../project.js'
import { expressionAt, moduleScope, referenceTo } from '../../values/scope.js'
import type { Reference } from '../../values/value.js'

/** What a file exports, by name, through re-exports; types are no part of it. */
export function exportsOf({ checker }: Project, file: ts.SourceFile): ReadonlyMap<string, ts.Symbol> {
  const module = checker.getSymbolAtLocation(file)
  if (module === undefined) return new Map()
  return new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]))
}

/** An exported function as the file names it: the expression that makes it, where a variable holds it. */
export interface Exported {
  readonly reference: Reference
  /** Where it is exported. */
  readonly node: ts.Node
}

export function exportedAs(project: Project, file: ts.SourceFile, name: string): Exported | null {
  const symbol = exportsOf(project, file).get(name)
  const [node] = symbol?.declarations ?? []
  if (symbol === undefined || node === undefined) return null
  const written = expressionOf(project, symbol)
  if (written !== null) return { reference: { expression: written, scope: moduleScope }, node }
  const value = project.values.property({ kind: 'namespace', file }, name)
  return { reference: referenceTo(value, expressionAt(nameOf(project, symbol) ?? node)), node }
}

function declarationOf({ checker }: Project, symbol: ts.Symbol): ts.Declaration | undefined {
  const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return own.valueDeclaration ?? own.declarations?.[0]
}

/** `export const POST = withApi(…)` and `export default withApi(…)`: what makes the handler. */
function expressionOf(project: Project, symbol: ts.Symbol): ts.Expression | null {
  const declaration = declarationOf(project, symbol)
  if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return null
  if (ts.isExportAssignment(declaration)) return declaration.expression
  if (!ts.isVariableDeclaration(declaration)) return null
  return declaration.initializer ?? null
}

function nameOf(project: Project, symbol: ts.Symbol): ts.Node | null {
  const declaration = declarationOf(project, symbol)
  return declaration === undefined ? null : (ts.getNameOfDeclaration(declaration) ?? null)
}
