import type { Json } from './json.js'
import type { Location } from './location.js'

export type JsonType = 'null' | 'boolean' | 'integer' | 'number' | 'string' | 'array' | 'object'

/**
 * The set of values that an element can hold on the wire, in the words of JSON Schema 2020-12, whatever dialect or
 * language it was written in. An empty schema holds every value.
 *
 * Three readings differ from plain JSON Schema, but not for what `unevaluatedProperties` looks at: the schemas
 * that speak of the same value beside it, which are written out there.
 * - `ref` names a schema of the same {@link Contract} (never a URL), so that recursion stays finite and sharing visible.
 * - An object is *closed* unless it opens itself: absent `additionalProperties` means that nothing else is listed.
 *   `true` or a schema opens it. An object schema that says nothing at all about its members is free-form, hence open.
 * - `inexact` says that the true set is some non-empty part of what the other keywords allow, and why it is not known
 *   which part. `{ inexact }` alone is the wholly unknown value. TypeScript's `string` is `{ type: ['string'], inexact }`:
 *   it cannot say which strings. A literal union, `boolean`, `null` and the presence of a property are exact.
 */
export interface Schema {
  readonly ref?: string
  readonly inexact?: string

  readonly type?: readonly JsonType[]
  readonly enum?: readonly Json[]

  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly contentEncoding?: string
  readonly contentMediaType?: string

  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly exclusiveMaximum?: number
  readonly multipleOf?: number

  readonly prefixItems?: readonly Schema[]
  readonly items?: Schema | boolean
  readonly contains?: Schema
  readonly minContains?: number
  readonly maxContains?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean

  readonly properties?: Readonly<Record<string, Schema>>
  readonly patternProperties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly required?: readonly string[]
  readonly minProperties?: number
  readonly maxProperties?: number
  readonly unevaluatedProperties?: Schema | boolean

  readonly allOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly not?: Schema
  readonly if?: Schema
  readonly then?: Schema
  readonly else?: Schema
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> }

  /**
   * Of a property: whether it is ever there in an answer, or must be there in a request, is not known, and why; nothing
   * follows from its absence on either side.
   */
  readonly presence?: string

  /**
   * Of a variant: values that the code takes beside what it wants and turns into that, such as `"5"` for 5. A document need
   * not list them; one that does is held against them.
   */
  readonly implied?: true

  readonly readOnly?: boolean
  readonly writeOnly?: boolean
  readonly deprecated?: boolean
  readonly default?: Json

  /** A value that `JSON.stringify` throws on (a `bigint`, a cycle), and which. */
  readonly unserialisable?: string

  /** Where the schema, or the property that holds it, was written. */
  readonly at?: Location
}

/** The named schemas of one side, by the name that `ref` gives. */
export type Schemas = Readonly<Record<string, Schema>>
