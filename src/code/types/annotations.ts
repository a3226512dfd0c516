import { type Annotations, ExtendedAnnotationsReader } from 'ts-json-schema-generator'
import ts from 'typescript'
import type { TypeSource } from './context.js'

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

/** Reads what a declaration says beside its type: its JSDoc keywords, and where it stands. */
export interface AnnotationSource {
  of(symbol: ts.Symbol, declaration: ts.Declaration): Annotations | undefined
}

/** The library's JSDoc reader, kept to the keywords that mean something on the wire, with the position as `x-at`. */
export function createAnnotations(source: TypeSource, isOwn: (node: ts.Node) => boolean): AnnotationSource {
  const reader = new ExtendedAnnotationsReader(source.checker)
  return {
    of(symbol, declaration) {
      const tagged = symbol.getJsDocTags().length === 0 ? undefined : reader.getAnnotations(declaration)
      const said = Object.entries(tagged ?? {}).filter(([keyword]) => keywords.includes(keyword))
      if (isOwn(declaration)) said.push(['x-at', source.locate(ts.getNameOfDeclaration(declaration) ?? declaration)])
      return said.length === 0 ? undefined : Object.fromEntries(said)
    },
  }
}
