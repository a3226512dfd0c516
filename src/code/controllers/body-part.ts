import type ts from 'typescript'
import type { Schema } from '../../model/schema.js'

/** One decorated parameter that takes the body, a field of it, or a file. */
export type BodyPart =
  | {
      readonly kind: 'value'
      readonly name: string | null
      readonly schema: Schema
      readonly required: boolean | null
      /** A pipe refuses the request without it. */
      readonly demanded: boolean
      /** A pipe checks its value at run time. */
      readonly checked: boolean
      readonly node: ts.Node
    }
  | {
      readonly kind: 'file'
      readonly many: boolean
      readonly name: string | null
      /** Whether a pipe refuses the request without it; null where nothing asks, and nothing says that it may be missing. */
      readonly demanded?: boolean | null
      readonly node: ts.Node
    }
