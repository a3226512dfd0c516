import { type Annotations, ExtendedAnnotationsReader } from 'ts-json-schema-generator'
import ts from 'typescript'
import type { AnnotationSource, TypeSource } from './context.js'

const keywords = [
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'contentEncoding',
  'contentMediaType',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'readOnly',
  'writeOnly',
  'deprecated',
  'default',
]

type Said = readonly [keyword: string, value: unknown]

const primitives = ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.Boolean

/** The library's JSDoc reader, kept to the keywords that mean something on the wire, with the position as `x-at`. */
export function createAnnotations(source: TypeSource, isOwn: (node: ts.Node) => boolean): AnnotationSource {
  const reader = new ExtendedAnnotationsReader(source.checker)
  return {
    of: (symbol, declaration) =>
      asAnnotations([...aliasKeywords(declaration), ...said(symbol, declaration), ...place(declaration)]),
  }

  function said(symbol: ts.Symbol, declaration: ts.Declaration): readonly Said[] {
    const tagged = symbol.getJsDocTags().length === 0 ? undefined : reader.getAnnotations(declaration)
    const isWhole = symbol.getJsDocTags().some(({ name }) => name === 'isInt' || name === 'isLong')
    const type: readonly Said[] = isWhole ? [['type', 'integer']] : []
    return [...Object.entries(tagged ?? {}).filter(([keyword]) => keywords.includes(keyword)), ...type]
  }

  function place(declaration: ts.Declaration): readonly Said[] {
    return isOwn(declaration) ? [['x-at', source.locate(ts.getNameOfDeclaration(declaration) ?? declaration)]] : []
  }

  /** The checker forgets the alias of a primitive (`type Uuid = string`), and with it what the alias says. */
  function aliasKeywords(declaration: ts.Declaration): readonly Said[] {
    const isProperty = ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration)
    if (!isProperty || declaration.type === undefined || !ts.isTypeReferenceNode(declaration.type)) return []
    const symbol = source.checker.getSymbolAtLocation(declaration.type.typeName)
    const target =
      symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? source.checker.getAliasedSymbol(symbol) : symbol
    const alias = target?.declarations?.[0]
    if (target === undefined || alias === undefined || !ts.isTypeAliasDeclaration(alias)) return []
    return target.getJsDocTags().length > 0 && source.checker.getDeclaredTypeOfSymbol(target).flags & primitives
      ? said(target, alias)
      : []
  }
}

function asAnnotations(all: readonly Said[]): Annotations | undefined {
  return all.length === 0 ? undefined : Object.fromEntries(all)
}
