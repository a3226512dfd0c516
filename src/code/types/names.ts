import ts from 'typescript'
import type { Names, TypeSource } from './context.js'

const longest = 80
const named = ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.Enum | ts.SymbolFlags.TypeAlias

/** Names types as their authors do: `Pet`, `Page<Pet>`; a second type of a name gets `Pet_2`. */
export function createNames({ checker, program }: TypeSource, isOwn: (node: ts.Node) => boolean): Names {
  const taken = new Set<string>()

  function declared(type: ts.Type): string | undefined {
    const alias = type.aliasSymbol
    // A library's alias (`Omit`, a query result) is a way of writing a type, not its name.
    if (alias?.declarations?.some(isOwn)) return withArguments(alias.name, type.aliasTypeArguments ?? [])
    const symbol = type.getSymbol()
    if (symbol === undefined || !(symbol.flags & named) || symbol.name.startsWith('__')) return undefined
    if (symbol.declarations?.some(isPlatform)) return undefined
    return withArguments(symbol.name === 'default' ? defaultName(symbol) : symbol.name, argumentsOf(type))
  }

  /** What the language and Node bring along needs no name: the wire shows nothing of it. */
  function isPlatform(node: ts.Node): boolean {
    const file = node.getSourceFile()
    return program.isSourceFileDefaultLibrary(file) || file.fileName.includes('/node_modules/@types/node/')
  }

  function argumentsOf(type: ts.Type): readonly ts.Type[] {
    // Only references to generic classes and interfaces carry a target; the list may end with the `this` type.
    const { target } = type as ts.TypeReference
    if (target?.typeParameters === undefined) return []
    return checker.getTypeArguments(type as ts.TypeReference).slice(0, target.typeParameters.length)
  }

  function withArguments(name: string, args: readonly ts.Type[]): string {
    if (args.length === 0) return name
    const full = `${name}<${args.map((arg) => declared(arg) ?? checker.typeToString(arg)).join(', ')}>`
    return full.length > longest || full.includes('{') ? name : full
  }

  function claim(wished: string): string {
    let name = wished
    for (let count = 2; taken.has(name); count += 1) name = `${wished}_${count}`
    taken.add(name)
    return name
  }

  return { declared, claim }
}

function defaultName(symbol: ts.Symbol): string {
  const declaration = symbol.declarations?.[0]
  const name = declaration === undefined ? undefined : ts.getNameOfDeclaration(declaration)
  return name !== undefined && ts.isIdentifier(name) ? name.text : 'Default'
}
