import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { createTypeReader } from '../../../src/code/types/create.js'
import type { Location } from '../../../src/model/location.js'

const root = fileURLToPath(new URL('fixtures/', import.meta.url))

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  experimentalDecorators: false,
  skipLibCheck: true,
  noEmit: true,
}

const host = ts.createCompilerHost(options)
const parse = host.getSourceFile
const parsed = new Map<string, ts.SourceFile | undefined>()

/** Library files are parsed once for all suites that run in one worker. */
host.getSourceFile = (name, ...rest) => {
  if (!parsed.has(name)) parsed.set(name, parse(name, ...rest))
  return parsed.get(name)
}

/** One program over the named fixtures, with a reader of its own. */
export function openFixtures(...names: readonly string[]) {
  const program = ts.createProgram(
    names.map((name) => `${root}${name}.ts`),
    options,
  )
  const checker = program.getTypeChecker()
  const reader = createTypeReader({ program, checker, root, locate })

  /** A type that a fixture exports, or the type of a value that it exports, with the place of its name. */
  function exported(file: string, name: string): { readonly type: ts.Type; readonly at: ts.Declaration } {
    const source = program.getSourceFile(`${root}${file}.ts`)
    const module = source === undefined ? undefined : checker.getSymbolAtLocation(source)
    const symbol = module?.exports?.get(ts.escapeLeadingUnderscores(name))
    const at = symbol?.declarations?.[0]
    if (symbol === undefined || at === undefined) throw new Error(`${file} exports no ${name}`)
    const isValue = ts.isVariableDeclaration(at) || ts.isFunctionDeclaration(at)
    return { type: isValue ? checker.getTypeOfSymbol(symbol) : checker.getDeclaredTypeOfSymbol(symbol), at }
  }

  return { program, checker, reader, locate, exported }
}

function locate(node: ts.Node): Location {
  const file = node.getSourceFile()
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file))
  return { file: relative(root, file.fileName), line: line + 1, column: character + 1 }
}
