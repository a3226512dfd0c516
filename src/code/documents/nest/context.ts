import type ts from 'typescript'
import type { TextPlace, TextTree } from '../../../model/text-tree.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'

/** What every reader of @nestjs/swagger's decorators shares. */
export interface SwaggerContext {
  readonly project: Project
  /** The file that places are told relative to. */
  readonly home: string
  /** Whether the plugin of @nestjs/swagger adds to what the decorators say, and how that is known. */
  readonly plugin: string | null
  readonly models: Models
  place(node: ts.Node): TextPlace
}

/** The classes that the document describes as named schemas. */
export interface Models {
  /** `{ $ref }` to the schema of a class; undefined for a value that is no class, nor made of one. */
  reference(value: Value, at: TextPlace): TextTree | undefined
  /** The schemas that were referred to, by name. */
  schemas(): Iterable<readonly [string, TextTree]>
}

/** A property of a class, as its decorators describe it. */
export interface ModelProperty {
  readonly name: string
  readonly required: boolean
  readonly schema: TextTree
  readonly at: TextPlace
}

/** What the decorators say of the properties of a class; `incomplete` says why there may be more. */
export interface ModelProperties {
  readonly properties: ReadonlyMap<string, ModelProperty>
  readonly incomplete?: string
}

export const reflected = 'the decorator leaves the type to reflection'
