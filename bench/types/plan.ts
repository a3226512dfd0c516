import type fc from 'fast-check'

/** A type as its author writes it, and JavaScript expressions that have it. */
export interface Written {
  readonly text: string
  readonly values: fc.Arbitrary<string>
}

export interface Field {
  readonly name: string
  readonly optional: boolean
  /** `| undefined` stands behind the type. */
  readonly orUndefined: boolean
  readonly readonly: boolean
  readonly type: Written
}

/** A type whose values are object literals with these fields. */
export interface WrittenObject extends Written {
  readonly fields: readonly Field[]
}

/** Where declarations go that a type needs beside its own text. */
export interface Scope {
  /** Declares what the text says under a name that nothing else has, and gives that name. */
  declare(wished: string, text: (name: string) => string): string
}

/** A type that is still to be written into a scope. */
export type Plan = (scope: Scope) => Written
export type ObjectPlan = (scope: Scope) => WrittenObject
