import type ts from 'typescript'
import type { Json } from '../../../model/json.js'
import type { JsonType, Schema } from '../../../model/schema.js'
import type { Project } from '../../project.js'
import type { Reference, Scope, Value } from '../../values/value.js'
import { fits } from '../pattern.js'

export type CallValue = Extract<Value, { kind: 'call' }>

/** What a schema accepts. */
export interface Accepted {
  readonly schema: Schema
  /** A key that holds it may be left out. */
  readonly optional: boolean
  /** Other types that the library turns into this one before it checks. */
  readonly converts?: readonly JsonType[]
  /** Values that pass beside what the schema says, whatever is asked of the others. */
  readonly also?: readonly Json[]
  /** Nothing is converted before it is checked. */
  readonly strict?: true
  /** A text is brought to one case before it is checked. */
  readonly recased?: true
  /** Why it is not known whether a key that holds it may be left out. */
  readonly doubted?: string
  /** What comes in where the value is rewritten before the rest is checked. */
  readonly rewritten?: Schema
  /** What is left out is replaced by something. */
  readonly defaulted?: true
  /** An empty text passes what is asked of others, unless something else refuses it. */
  readonly blank?: true
  /** Where values are converted, this one is brought into form; where they are not, it must be of that form. */
  readonly formed?: true
  /** The keys of an object schema, for `extend`, `pick` and the like. */
  readonly shape?: Shape
}

export type Args = readonly ts.Expression[]
/** What a function of a library makes; null where its arguments are not known. */
export type Maker = (reading: Reading, args: Args, scope: Scope) => Accepted | null
/** What a method of a schema makes of what it stands on. */
export type Method = (before: Accepted, args: Args, scope: Scope, reading: Reading) => Accepted | null

/** A library whose schemas are calls: of its functions, and of methods on what they give. */
export interface Library {
  readonly isModule: (module: string) => boolean
  /** What stands before the name of a function: `z.`, `default.`. */
  readonly prefix: RegExp
  readonly makers: Readonly<Record<string, Maker>>
  readonly methods: Readonly<Record<string, Method>>
  /** The function that defers its schema to another one. */
  readonly lazy?: string
}

export interface Shape {
  readonly fields: ReadonlyMap<string, Accepted>
  /** What happens to other keys: dropped, refused, or let through. */
  readonly others: 'strip' | 'strict' | Schema | true
}

/** What reading a schema expression needs, and the way back into the recursion. */
export interface Reading {
  readonly project: Project
  /** Reads another schema expression; by its type where it cannot be read as written. */
  read(expression: ts.Expression, scope: Scope): Accepted
  /** The same, null where it is no schema that can be read as written. */
  written(reference: Reference): Accepted | null
  /** The value of a plain argument; `undefined` where it is not known. */
  literal(expression: ts.Expression | undefined, scope: Scope): unknown
}

export function exact(schema: Schema): Accepted {
  return { schema, optional: false }
}

export function inexact(accepted: Accepted, reason: string): Accepted {
  return { ...accepted, schema: { ...accepted.schema, inexact: accepted.schema.inexact ?? reason } }
}

/** Why a library takes some values of another type; on the wire of a query every value is such a text. */
export const converted = 'the validator turns some of these values into the type that it wants'

/** The schema with the values that pass beside it: those that are listed, and those that the library converts. */
export function finished({ rewritten, ...given }: Accepted): Accepted {
  if (rewritten !== undefined) return inexact({ ...given, schema: rewritten }, 'it is rewritten before it is checked')
  const { converts: turnedInto = [], also, ...accepted } = given
  const isRecased = accepted.recased && (accepted.schema.pattern !== undefined || accepted.schema.enum !== undefined)
  const converts: readonly JsonType[] = isRecased ? [...turnedInto, 'string'] : turnedInto

  const isAnyText = also?.includes('') === true && isFilledText(accepted.schema)
  const schema = isAnyText || isNeverEmpty(accepted.schema) ? withoutLeast(accepted.schema) : accepted.schema
  const values = isAnyText ? also?.filter((value) => value !== '') : also
  const listed: readonly Schema[] = values === undefined || values.length === 0 ? [] : [{ enum: values }]
  const turned: readonly Schema[] = converts.length === 0 ? [] : [{ type: converts, inexact: converted, implied: true }]
  const blank: readonly Schema[] =
    accepted.blank === undefined || (schema.minLength ?? 0) > 0
      ? []
      : [{ enum: [''], inexact: 'an empty text passes where nothing else refuses it', implied: true }]
  if (listed.length + turned.length + blank.length === 0) return { ...accepted, schema }
  return { ...accepted, schema: { anyOf: [schema, ...listed, ...turned, ...blank] } }
}

/** Any text but an empty one, whatever else is said of its length. */
function isFilledText({ type, minLength, pattern, format, enum: values, allOf }: Schema): boolean {
  return type?.join() === 'string' && minLength === 1 && !pattern && !format && !values && !allOf
}

/** A text that must not be empty, of a pattern or format that no empty one has. */
function isNeverEmpty({ minLength, pattern, format }: Schema): boolean {
  return minLength === 1 && (format !== undefined || (pattern !== undefined && !fits(pattern, '')))
}

function withoutLeast({ minLength: _, ...schema }: Schema): Schema {
  return schema
}
