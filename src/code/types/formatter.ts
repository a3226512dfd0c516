import {
  type BaseType,
  type CompletedConfig,
  createFormatter,
  type Definition,
  ObjectTypeFormatter,
  type SubTypeFormatter,
  type TypeFormatter,
} from 'ts-json-schema-generator'
import { InexactType, PatternObjectType, PatternType, UnserialisableType } from './wire-types.js'

/** The library's formatters, with one in front for the types that are ours; what JSON Schema has no word for becomes an `x-` key. */
export function createWireFormatter(config: CompletedConfig): TypeFormatter {
  return createFormatter(config, (chain, circular) => chain.addTypeFormatter(new WireTypeFormatter(circular)))
}

class WireTypeFormatter implements SubTypeFormatter {
  private readonly objects: ObjectTypeFormatter

  constructor(private readonly child: TypeFormatter) {
    this.objects = new ObjectTypeFormatter(child)
  }

  supportsType(type: BaseType): boolean {
    return (
      type instanceof InexactType ||
      type instanceof UnserialisableType ||
      type instanceof PatternType ||
      type instanceof PatternObjectType
    )
  }

  getDefinition(type: BaseType): Definition {
    if (type instanceof InexactType) return this.inexact(type)
    if (type instanceof UnserialisableType) return extended({}, 'x-unserialisable', type.what)
    if (type instanceof PatternType) return { type: 'string', pattern: type.pattern }
    if (type instanceof PatternObjectType) return this.patterned(type)
    throw new TypeError(`not a type of ours: ${type.getId()}`)
  }

  getChildren(type: BaseType): BaseType[] {
    if (type instanceof InexactType) return type.bound === undefined ? [] : this.child.getChildren(type.bound)
    if (!(type instanceof PatternObjectType)) return []
    return [
      ...this.objects.getChildren(type),
      ...[...type.patterns.values()].flatMap((value) => this.child.getChildren(value)),
    ]
  }

  private inexact(type: InexactType): Definition {
    const bound = type.bound === undefined ? {} : this.child.getDefinition(type.bound)
    return extended(bound, 'x-inexact', type.reason)
  }

  private patterned(type: PatternObjectType): Definition {
    const patterns = [...type.patterns].map(([pattern, value]) => [pattern, this.child.getDefinition(value)])
    return { ...this.objects.getDefinition(type), patternProperties: Object.fromEntries(patterns) }
  }
}

function extended(definition: Definition, key: `x-${string}`, value: string): Definition {
  return { ...definition, ...{ [key]: value } }
}
