import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { createTypeReader } from '../../src/code/types/create.js'
import type { TypeReader } from '../../src/code/types/reader.js'
import type { Json } from '../../src/model/json.js'
import type { Location } from '../../src/model/location.js'
import { maker, type Source } from './sources.js'

const root = dirname(fileURLToPath(import.meta.url))
const module = join(root, 'generated.ts')

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
  skipLibCheck: true,
  noEmit: true,
}

/** What the compiler says of one JSON value and one type. */
export interface Ruling {
  /** The value is one of the type's wire form, objects closed. */
  readonly fits: boolean
  /** The same value as a fresh literal in an assignment: tsc's own excess property check, which is loose in unions. */
  readonly assignable: boolean
}

export interface Compiled {
  /** Null where the compiler refuses the generated type, or finds it too deep to answer. */
  rulingOn(type: string, index: number): Ruling | null
  /** The compiler takes the expression as one of the type. */
  has(type: string, expression: number): boolean
  /** Lines that the compiler refuses although no question stands in them. */
  readonly faults: readonly string[]
  readonly reader: TypeReader
  typeOf(name: string): { readonly type: ts.Type; readonly at: ts.Node }
}

const host = ts.createCompilerHost(options)
const parse = host.getSourceFile
const parsed = new Map<string, ts.SourceFile | undefined>()

/** Puts all questions of a module into one program; `values` are the JSON values to ask about, a list a type. */
export function compile(source: Source, values: readonly (readonly Json[])[], exactOptional: boolean): Compiled {
  const lines = [...source.lines]
  const owners = new Map<number, string>()
  const add = (owner: string, line: string): void => {
    owners.set(lines.length, owner)
    lines.push(line)
  }
  for (const [index, subject] of source.subjects.entries()) {
    for (const expression of subject.expressions.keys())
      add(`make ${subject.name} ${expression}`, maker(subject, expression))
    for (const [at, value] of (values[index] ?? []).entries()) {
      add(
        `fits ${subject.name} ${at}`,
        `export type Fits_${subject.name}_${at} = Fits<${typeText(value)}, Wire<${subject.name}>>`,
      )
      add(
        `assign ${subject.name} ${at}`,
        `export const a_${subject.name}_${at}: Wire<${subject.name}> = ${JSON.stringify(value)}`,
      )
    }
  }
  const program = open(lines.join('\n'), { ...options, exactOptionalPropertyTypes: exactOptional })
  return answers(program, lines, owners)
}

function open(text: string, settings: ts.CompilerOptions): ts.Program {
  const own: ts.CompilerHost = {
    ...host,
    fileExists: (name) => name === module || host.fileExists(name),
    getSourceFile(name, ...rest) {
      if (name === module) return ts.createSourceFile(name, text, { languageVersion: ts.ScriptTarget.ES2022 }, true)
      if (!parsed.has(name)) parsed.set(name, parse(name, ...rest))
      return parsed.get(name)
    },
  }
  return ts.createProgram([module], settings, own)
}

function answers(program: ts.Program, lines: readonly string[], owners: ReadonlyMap<number, string>): Compiled {
  const checker = program.getTypeChecker()
  const file = program.getSourceFile(module)
  const symbol = file && checker.getSymbolAtLocation(file)
  if (file === undefined || symbol?.exports === undefined) throw new Error('the generated module is not a module')
  const exported = symbol.exports
  const refused = new Set<string>()
  const faults: string[] = []
  for (const { start, messageText } of program.getSemanticDiagnostics(file)) {
    const { line } = file.getLineAndCharacterOfPosition(start ?? 0)
    const owner = owners.get(line)
    if (owner !== undefined) refused.add(owner)
    else faults.push(`${lines[line]}\n    ${ts.flattenDiagnosticMessageText(messageText, '\n    ')}`)
  }
  const typeOf = (name: string) => {
    const found = exported.get(ts.escapeLeadingUnderscores(name))
    const at = found?.declarations?.[0]
    if (found === undefined || at === undefined) throw new Error(`no type ${name}`)
    return { type: checker.getDeclaredTypeOfSymbol(found), at }
  }
  return {
    rulingOn(type, index) {
      const answer = checker.typeToString(typeOf(`Fits_${type}_${index}`).type)
      if (refused.has(`fits ${type} ${index}`) || (answer !== 'true' && answer !== 'false')) return null
      return { fits: answer === 'true', assignable: !refused.has(`assign ${type} ${index}`) }
    },
    has: (type, expression) => !refused.has(`make ${type} ${expression}`),
    faults,
    reader: createTypeReader({ program, checker, root, locate }),
    typeOf,
  }
}

/** The value as a type: literals, tuples and objects of required properties. */
function typeText(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(typeText).join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${JSON.stringify(key)}: ${typeText(part)}`)
    .join('; ')} }`
}

function locate(node: ts.Node): Location {
  const file = node.getSourceFile()
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file))
  return { file: relative(root, file.fileName), line: line + 1, column: character + 1 }
}
