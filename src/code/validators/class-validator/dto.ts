import type ts from 'typescript'
import type { Schema } from '../../../model/schema.js'
import type { Decoration, OwnDecoration } from '../../decorators/decoration.js'
import type { Checks } from './checks.js'

/** How the objects of a class are checked. */
export interface DtoOptions {
  /** How the validators run; null where none does. */
  readonly checks: Checks | null
  /** Whether the values are text on the wire, as in a query. */
  readonly text: boolean
}

/** One property of a class with everything that decorates it, inherited decorations included. */
export interface Property {
  readonly name: string
  readonly declaration: ts.PropertyDeclaration
  readonly decorations: readonly (Decoration | OwnDecoration)[]
  /** `PartialType` has made it optional. */
  readonly partial: boolean
}

/** One field as a request may carry it. */
export interface DtoField {
  readonly name: string
  readonly schema: Schema
  /** Null where nothing checks what the type says of it, or it is checked under a condition only. */
  readonly required: boolean | null
  readonly declaration: ts.PropertyDeclaration
}

export interface Dto {
  readonly fields: readonly DtoField[]
  /** Why there may be more fields than these. */
  readonly open: string | null
}
