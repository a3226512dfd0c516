import ts from 'typescript'
import type { Machine } from './machine.js'
import { moduleScope, referenceTo } from './scope.js'
import type { Reference, Value } from './value.js'
import { unknown } from './values.js'

/** What an imported or re-exported name leads to: a symbol of the project, or the value where it leaves the project. */
type Target = { readonly symbol: ts.Symbol } | { readonly value: Value }

/** Follows imports, re-exports and barrels one step at a time, to see where they leave the project. */
export function followAlias(machine: Machine, start: ts.Symbol, node: ts.Node): Target {
  let symbol = start
  for (let step = 0; symbol.flags & ts.SymbolFlags.Alias && step < 50; step++) {
    const declaration = symbol.declarations?.[0]
    // `const x = require('…')` of a JavaScript file is an alias to the compiler; as a variable it reads the same.
    if (declaration && (ts.isVariableDeclaration(declaration) || ts.isBindingElement(declaration))) return { symbol }
    const specifier = declaration && moduleOf(declaration)
    if (declaration && specifier) {
      const file = machine.resolve(specifier)
      if (!file) return { value: outside(specifier, importedName(declaration), node) }
      const json = jsonOf(machine, file)
      if (json !== undefined) return { value: json }
      if (ts.isNamespaceImport(declaration) || ts.isNamespaceExport(declaration))
        return { value: { kind: 'namespace', file } }
    }
    const next = machine.checker.getImmediateAliasedSymbol(symbol)
    if (!next?.declarations?.length) {
      return { value: unknown(`\`${symbol.name}\` is not exported where it is imported from`, node) }
    }
    symbol = next
  }
  return { symbol }
}

/** What `import x = require('…')`, `require('…')` and `import('…')` give. */
export function moduleValue(machine: Machine, specifier: ts.Expression, node: ts.Node): Value {
  const file = machine.resolve(specifier)
  if (!file) return outside(specifier, '*', node)
  return jsonOf(machine, file) ?? { kind: 'namespace', file }
}

/** What a JSON file holds, which is the same however it is imported; undefined for any other file. */
function jsonOf(machine: Machine, file: ts.SourceFile): Value | undefined {
  const [statement] = file.statements
  if (!file.fileName.endsWith('.json') || !statement || !ts.isExpressionStatement(statement)) return undefined
  return machine.evaluate({ expression: statement.expression, scope: moduleScope })
}

/** The symbol that a module exports under a name; `export =` stands for the whole module. */
export function exportOf(machine: Machine, file: ts.SourceFile, name: string): ts.Symbol | undefined {
  const symbol = machine.checker.getSymbolAtLocation(file)
  if (!symbol) return undefined
  return (
    symbol.exports?.get(ts.escapeLeadingUnderscores(name)) ??
    machine.checker.getExportsOfModule(symbol).find((each) => each.name === name)
  )
}

/** Everything that a module exports as a value, by its name. */
export function exportsOf(
  machine: Machine,
  module: Extract<Value, { kind: 'namespace' }>,
  node: ts.Expression,
): { readonly entries: ReadonlyMap<string, Reference>; readonly complete: boolean } {
  const symbol = machine.checker.getSymbolAtLocation(module.file)
  const names = (symbol === undefined ? [] : machine.checker.getExportsOfModule(symbol))
    .filter((each) => isValue(machine, each))
    .map(({ name }) => name)
  const entries = names.map((name) => [name, referenceTo(machine.property(module, name), node)] as const)
  return { entries: new Map(entries), complete: symbol !== undefined }
}

function isValue({ checker }: Machine, symbol: ts.Symbol): boolean {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
  return (target.flags & ts.SymbolFlags.Value) !== 0
}

function outside(specifier: ts.Expression, name: string, node: ts.Node): Value {
  if (!ts.isStringLiteralLike(specifier)) return unknown('a module whose name is computed', node)
  if (specifier.text.startsWith('.')) return unknown(`the module ${specifier.text} cannot be found`, node)
  return { kind: 'import', module: specifier.text.replace(/^node:/, ''), name, node }
}

function moduleOf(declaration: ts.Declaration): ts.Expression | undefined {
  if (ts.isImportEqualsDeclaration(declaration)) {
    const reference = declaration.moduleReference
    return ts.isExternalModuleReference(reference) ? reference.expression : undefined
  }
  for (let node: ts.Node = declaration; !ts.isSourceFile(node); node = node.parent) {
    if (ts.isImportDeclaration(node)) return node.moduleSpecifier
    if (ts.isExportDeclaration(node)) return node.moduleSpecifier
  }
  return undefined
}

function importedName(declaration: ts.Declaration): string {
  if (ts.isImportSpecifier(declaration) || ts.isExportSpecifier(declaration)) {
    return (declaration.propertyName ?? declaration.name).text
  }
  return ts.isImportClause(declaration) ? 'default' : '*'
}
