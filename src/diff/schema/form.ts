import type { Json } from '../../model/json.js'
import type { Location } from '../../model/location.js'
import type { Schema, Schemas } from '../../model/schema.js'

/** Whether values travel to the code or from it; decides about `readOnly` and `writeOnly`. */
export type Direction = 'request' | 'response'

/** One contract's reading of schemas. */
export interface Side {
  readonly name: 'spec' | 'code'
  readonly schemas: Schemas
  readonly direction: Direction
}

/** Why the true set is only some part of what is said. Arms that share one doubt share the promise not to be empty. */
export interface Doubt {
  readonly reason: string
}

/** A keyword about the value as a whole, with what belongs to it. */
export interface Rule {
  readonly word: 'not' | 'if' | 'contains' | 'propertyNames' | 'unevaluatedProperties'
  /** In a normal spelling, so that equal rules compare equal. */
  readonly text: string
  readonly said: Schema
}

/** What every arm says beside its own keywords. */
export interface Common {
  readonly doubt: Doubt | null
  /** Keywords that say something of the value as a whole, and that a comparison part by part does not follow. */
  readonly rules: readonly Rule[]
  /** Which variant of which `oneOf`s this arm comes from. */
  readonly choices: ReadonlyMap<Schema, number>
  /** Whether the schema says the type, or only leaves it open. */
  readonly typed: boolean
  /** Whether it stands for values that nobody means to offer. */
  readonly implied: boolean
  readonly at: Location | undefined
}

export interface PlainArm extends Common {
  readonly kind: 'null' | 'boolean'
  readonly values: readonly Json[] | null
}

export interface NumberArm extends Common {
  readonly kind: 'number'
  readonly values: readonly Json[] | null
  readonly integer: boolean
  readonly minimum: number
  readonly maximum: number
  readonly exclusiveMinimum: number
  readonly exclusiveMaximum: number
  readonly multiples: readonly number[]
}

export interface StringArm extends Common {
  readonly kind: 'string'
  readonly values: readonly Json[] | null
  readonly formats: readonly string[]
  readonly patterns: readonly string[]
  readonly minLength: number
  readonly maxLength: number
}

export interface ArrayArm extends Common {
  readonly kind: 'array'
  readonly prefix: readonly Schema[]
  /** What stands after the prefix; `true` for anything, `false` for nothing. */
  readonly rest: Schema | boolean
  readonly minItems: number
  readonly maxItems: number
  readonly unique: boolean
}

export interface ObjectArm extends Common {
  readonly kind: 'object'
  readonly properties: ReadonlyMap<string, Schema>
  readonly required: ReadonlySet<string>
  readonly patterns: ReadonlyMap<string, Schema>
  /** What a property that is not listed may hold, where the schema says; else it is closed once it mentions any member. */
  readonly open: Schema | boolean | null
  readonly mentions: boolean
  readonly minProperties: number
  readonly maxProperties: number
}

export type ScalarArm = PlainArm | NumberArm | StringArm

/** All values of one JSON kind under one conjunction of keywords. */
export type Arm = ScalarArm | ArrayArm | ObjectArm

/** A schema as the union of its arms, or the reason why it has no such form. */
export type Form = { readonly arms: readonly Arm[] } | { readonly unclear: string }
