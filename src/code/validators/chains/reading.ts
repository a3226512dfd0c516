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
  /** Space around a text is taken off before it is checked. */
  readonly trimmed?: true
  /** Why it is not known whether a key that holds it may be left out. */
  readonly doubted?: string
  /** What comes in where the value is rewritten before the rest is checked. */
  readonly rewritten?: Schema
  /** What is left out is replaced by something, or was said not to be. */
  readonly defaulted?: 'value' | 'none'
  /** An empty text passes what is asked of others, unless something else refuses it. */
  readonly blank?: true
  /** Where values are converted, this one is brought into form; where they are not, it must be of that form. */
  readonly formed?: true
  /** The keys of an object schema, for `extend`, `pick` and the like. */
  readonly shape?: Shape
  /** Why nothing is known of what it takes, whatever is asked of it later. */
  readonly lost?: string
  /** Values that count as none, which pass where none need be there. */
  readonly nothing?: readonly Json[]
  /** The kinds of items that a list was said to hold, in joi. */
  readonly kinds?: readonly Accepted[]
  /** It was said outright whether keys pass that are not listed. */
  readonly told?: true
  /** What one item of a list is. */
  readonly item?: Accepted
  /** The schema that this one is made around, for `unwrap` and the like, and whether it was by `optional`. */
  readonly around?: { readonly inner: Accepted; readonly isOptional: boolean }
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
  /** What a value that is no call stands for, where it stands for a schema: `['a', 'b']`, `{ a: Joi.string() }`. */
  readonly bare?: Maker
  /** Values are cast before they are checked, of which types say nothing. */
  readonly isCast?: boolean
  /** The function that defers its schema to another one. */
  readonly lazy?: string
}

export interface Shape {
  readonly fields: ReadonlyMap<string, Accepted>
  /** What happens to other keys: dropped, refused, or let through. */
  readonly others: 'strip' | 'strict' | Schema | true
  /** What keys of one pattern hold, where they are not listed. */
  readonly patterns?: Readonly<Record<string, Schema>>
}

/** What reading a schema expression needs, and the way back into the recursion. */
export interface Reading {
  readonly project: Project
  /** The file that declares what the whole expression is of, which tells versions of a library apart; null where it is not known. */
  declaredIn(): string | null
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
  if (rewritten !== undefined) {
    const { also: _, converts: __, ...other } = given
    return inexact({ ...other, schema: rewritten }, 'it is rewritten before it is checked')
  }
  const { converts: turnedInto = [], also, nothing, ...accepted } = given
  const isRecased = accepted.recased && (accepted.schema.pattern !== undefined || accepted.schema.enum !== undefined)
  const converts: readonly JsonType[] = [...new Set(isRecased ? [...turnedInto, 'string' as const] : turnedInto)]

  const isAnyText = also?.includes('') === true && isFilledText(accepted.schema)
  const asked = withoutNothing(accepted, nothing)
  const schema = isAnyText || isNeverEmpty(asked) ? withoutLeast(asked) : asked
  const values = isAnyText ? also?.filter((value) => value !== '') : also
  const listed: readonly Schema[] = values === undefined || values.length === 0 ? [] : [{ enum: values }]
  const turned: readonly Schema[] = converts.length === 0 ? [] : [{ type: converts, inexact: converted, implied: true }]
  const blank: readonly Schema[] =
    accepted.blank === undefined || (schema.minLength ?? 0) > 0
      ? []
      : [{ enum: [''], inexact: 'an empty text passes where nothing else refuses it', implied: true }]
  const none = withNothing(accepted.optional, nothing)
  const others = [...none, ...listed, ...turned, ...blank, ...(accepted.trimmed && isNarrow(schema) ? [padded] : [])]
  return { ...accepted, schema: others.length === 0 ? schema : { anyOf: [schema, ...others] } }
}

/** Values that count as none pass where a key may be left out; elsewhere they are refused. */
function withNothing(optional: boolean, values: readonly Json[] = []): readonly Schema[] {
  return values.length === 0 || !optional ? [] : [{ enum: values, inexact: 'some values count as none' }]
}

/** Without what counts as none, where something must be there; an empty text is mostly refused anyway. */
function withoutNothing({ optional, schema }: Accepted, values: readonly Json[] = []): Schema {
  const left = values.filter((value) => value !== '' || (schema.minLength ?? 0) === 0)
  return optional || left.length === 0
    ? schema
    : { ...schema, allOf: [...(schema.allOf ?? []), { not: { enum: left } }] }
}

const unpadded = 'space around it is taken off'

/** Whether a variant is there since values are brought into form before they are checked. */
export function isCast({ inexact, implied }: Schema): boolean {
  return implied === true && (inexact === converted || inexact === unpadded)
}

/** What has space around it, which may be what fits when that is gone. */
const padded: Schema = {
  type: ['string'],
  pattern: '^\\s|\\s$',
  inexact: unpadded,
  implied: true,
}

/** Whether a text with space around it may be refused for that space alone. */
function isNarrow({ maxLength, pattern, format, enum: values, allOf }: Schema): boolean {
  return [maxLength, pattern, format, values, allOf].some((each) => each !== undefined)
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

/** What nothing is known of, not even whether it may be left out. */
export function untold(reason: string): Accepted {
  return { schema: { inexact: reason }, optional: true, doubted: reason }
}
