import { AnnotatedType, type BaseType, Context, type SubNodeParser } from 'ts-json-schema-generator'
import type ts from 'typescript'
import type { Conversion } from './context.js'

let contexts = 0

/** Hands the library a type that the checker has inferred, beside the node where it was met. */
export class TypeContext extends Context {
  private readonly key: string

  constructor(
    readonly type: ts.Type,
    node: ts.Node,
  ) {
    super(node)
    contexts += 1
    this.key = `type-${contexts}`
  }

  override getCacheKey(): string {
    return this.key
  }
}

/** Stands first in the library's chain, so that declared and inferred types take one road: through the checker. */
export class CheckerNodeParser implements SubNodeParser {
  constructor(private readonly conversion: Conversion) {}

  supportsNode(): boolean {
    return true
  }

  createType(node: ts.Node, context: Context): BaseType {
    const { conversion } = this
    const type = context instanceof TypeContext ? context.type : conversion.checker.getTypeAtLocation(node)
    return new AnnotatedType(conversion.read(type, node), { 'x-at': conversion.locate(node) }, false)
  }
}
