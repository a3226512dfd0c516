import { BaseType, ObjectProperty, ObjectType } from 'ts-json-schema-generator'

/** A set of which only an upper bound is known; without a bound nothing is known. */
export class InexactType extends BaseType {
  constructor(
    readonly reason: string,
    readonly bound?: BaseType,
  ) {
    super()
  }

  getId(): string {
    return `inexact<${this.reason}${this.bound === undefined ? '' : `, ${this.bound.getId()}`}>`
  }
}

/** A value that `JSON.stringify` throws on. */
export class UnserialisableType extends BaseType {
  constructor(readonly what: string) {
    super()
  }

  getId(): string {
    return `unserialisable<${this.what}>`
  }
}

/** A string of which only a pattern is known. */
export class PatternType extends BaseType {
  constructor(readonly pattern: string) {
    super()
  }

  getId(): string {
    return `pattern<${this.pattern}>`
  }
}

/** An object whose further keys follow patterns: a typed array, a template literal index signature. */
export class PatternObjectType extends ObjectType {
  constructor(
    id: string,
    properties: readonly ObjectProperty[],
    additional: BaseType | false,
    readonly patterns: ReadonlyMap<string, BaseType>,
  ) {
    super(id, [], properties, additional)
  }
}

/** A property under its own name: the library takes quotes that belong to a name for those of a literal. */
export class WireProperty extends ObjectProperty {
  constructor(
    private readonly key: string,
    type: BaseType,
    required: boolean,
  ) {
    super(key, type, required)
  }

  override getName(): string {
    return this.key
  }
}
