import ts from 'typescript'
import type { TypeSource } from './context.js'

/** The module and the name that a decorator is imported by. */
export function imported(
  callee: ts.Expression,
  { checker }: TypeSource,
): { readonly module: string; readonly name: string } | null {
  const isMember = ts.isPropertyAccessExpression(callee)
  const declaration = checker.getSymbolAtLocation(isMember ? callee.expression : callee)?.declarations?.[0]
  const statement = declaration && ts.findAncestor(declaration, ts.isImportDeclaration)
  if (!statement || !ts.isStringLiteral(statement.moduleSpecifier)) return null
  const module = statement.moduleSpecifier.text
  if (isMember) return { module, name: callee.name.text }
  if (!declaration || !ts.isImportSpecifier(declaration)) return null
  return { module, name: (declaration.propertyName ?? declaration.name).text }
}
