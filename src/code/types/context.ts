import type { Annotations, BaseType } from 'ts-json-schema-generator'
import type ts from 'typescript'
import type { Location } from '../../model/location.js'

/** `sent`: what leaves through `JSON.stringify`; `received`: what comes out of `JSON.parse`. */
export type Direction = 'sent' | 'received'

/** What the type reader is built on. */
export interface TypeSource {
  readonly program: ts.Program
  readonly checker: ts.TypeChecker
  /** Where the node stands, relative to the root. */
  locate(node: ts.Node): Location
  /** Properties that never reach the wire although the type has them (a serialiser's exclusions). */
  omit?(property: ts.Symbol): boolean
}

/** Where the project lies, beside what the reader is built on. */
export interface TypeReaderOptions extends TypeSource {
  readonly root: string
}

/** What every part of the conversion needs: the program, the direction, and the way back into the recursion. */
export interface Conversion extends TypeSource {
  readonly direction: Direction
  /** `origin` is the node whose type this is; it tells why an `any` is one. */
  read(type: ts.Type, origin: ts.Node | undefined): BaseType
  /** Reads what `toJSON` has returned: its own members, without asking it for `toJSON` again. */
  readPlain(type: ts.Type, origin: ts.Node | undefined): BaseType
  annotationsOf(symbol: ts.Symbol, declaration: ts.Declaration): Annotations | undefined
  /** An id that no other type of this conversion has. */
  nextId(): string
  isOwn(node: ts.Node): boolean
}

/** Gives each named type one name of its own. */
export interface Names {
  /** The name that the authors gave the type, or `undefined` for an anonymous one. */
  declared(type: ts.Type): string | undefined
  /** A name that nothing else has: the wished one, or that with a number. */
  claim(wished: string): string
}

/** Reads what a declaration says beside its type: its JSDoc keywords, and where it stands. */
export interface AnnotationSource {
  of(symbol: ts.Symbol, declaration: ts.Declaration): Annotations | undefined
}
