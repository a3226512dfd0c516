import {
  type CompletedConfig,
  createParser,
  DEFAULT_CONFIG,
  type DefinitionType,
  type NodeParser,
} from 'ts-json-schema-generator'
import type ts from 'typescript'
import type { Schema } from '../../model/schema.js'
import type { Direction, TypeReaderOptions } from './context.js'
import { createConversion } from './conversion.js'
import { createWireFormatter } from './formatter.js'
import { createLift } from './lift.js'
import { createNames } from './names.js'
import { CheckerNodeParser, TypeContext } from './parser.js'
import type { TypeReader } from './reader.js'

const config: CompletedConfig = { ...DEFAULT_CONFIG, topRef: false, encodeRefs: false, jsDoc: 'none' }

/** The one road from types to wire schemas: the library's parser, types, formatter and definitions, with the checker in front. */
export function createTypeReader(options: TypeReaderOptions): TypeReader {
  const { program } = options
  const formatter = createWireFormatter(config)
  const lift = createLift()
  const names = createNames(options, isOwn)
  const pending: DefinitionType[] = []
  const schemas: Record<string, Schema> = {}
  const parsers: Partial<Record<Direction, NodeParser>> = {}

  return {
    sent: (type, at) => answer('sent', type, at),
    received: (type, at) => answer('received', type, at),
    claim: names.claim,
    define: (name, schema) => {
      schemas[name] = schema
    },
    schemas,
  }

  function answer(direction: Direction, type: ts.Type, at: ts.Node): Schema {
    const read = parserFor(direction).createType(at, new TypeContext(type, at))
    const schema = lift(formatter.getDefinition(read))
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      schemas[next.getName()] = lift(formatter.getDefinition(next.getType()))
    }
    return schema
  }

  function parserFor(direction: Direction): NodeParser {
    const known = parsers[direction]
    if (known !== undefined) return known
    const conversion = createConversion(options, direction, names, isOwn, (definition) => pending.push(definition))
    const parser = createParser(program, config, (chain) => chain.addNodeParser(new CheckerNodeParser(conversion)))
    parsers[direction] = parser
    return parser
  }

  /** Whether the authors of the project wrote the node, so that it has a position worth showing. */
  function isOwn(node: ts.Node): boolean {
    const file = node.getSourceFile()
    return (
      !program.isSourceFileFromExternalLibrary(file) &&
      !program.isSourceFileDefaultLibrary(file) &&
      !file.fileName.includes('/node_modules/')
    )
  }
}
