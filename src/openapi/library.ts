import type { Dialect, DocumentProblem } from '../model/contract.js'
import type { Journal } from '../model/journal.js'
import type { Snapshot } from '../model/snapshot.js'
import type { TextTree } from '../model/text-tree.js'
import type { ParseText } from './text/parse-text.js'

/** One file of the document. */
export interface SourceFile {
  /** Absolute path, or URL. */
  readonly id: string
  /** As locations name it. */
  readonly name: string
  readonly text: string
  readonly tree: TextTree
}

/** A place in the document: the file in which the text stands, the pointer into that file, and what stands there. */
export interface Spot {
  readonly file: SourceFile
  readonly pointer: string
  readonly node: TextTree
}

/** All files that the document reaches, read before anything is made of them. */
export interface Library {
  readonly root: SourceFile
  readonly dialect: Dialect
  readonly files: ReadonlyMap<string, SourceFile>
  /** Why a file that is referred to is not among the files, by its id. */
  readonly refused: ReadonlyMap<string, string>
  /** Those of them that may not be read: URLs, and files outside the root. */
  readonly forbidden: ReadonlySet<string>
  /** Schemas by the absolute URI that they give themselves with `$id`. */
  readonly identified: ReadonlyMap<string, Spot>
}

export type Found =
  | { readonly ok: true; readonly spot: Spot }
  | { readonly ok: false; readonly reason: string; readonly circle?: true }

/** What the reading of files is told. */
export interface LoadOptions {
  readonly root: string
  readonly allowRemote: boolean
  /** What stands for the files below the root. */
  readonly snapshot?: Snapshot | undefined
  /** Takes down what is seen of the files. */
  readonly journal?: Journal | undefined
  /** How YAML and JSON are read; see `rememberingParser`. */
  readonly parse?: ParseText
}

/** Where a document's parts may be read: in these folders; below the root, from the snapshot where there is one. */
export interface Confines {
  readonly folders: readonly string[]
  readonly root: string
  readonly snapshot?: Snapshot | undefined
  readonly journal?: Journal | undefined
}

/** What a `$ref` says: the file it leads to (absolute path or URL) and the part behind `#`. */
export interface Target {
  readonly id: string
  readonly fragment: string
}

/** A `$ref`, or a value of a discriminator's mapping, as it stands in a file. */
export interface Reference {
  readonly kind: '$ref' | 'mapping'
  readonly ref: string
  /** Of the reference itself. */
  readonly pointer: string
  /** The text of the reference itself. */
  readonly node: TextTree
}

/** A `$ref` that leads nowhere, or is written so that strict readers get nowhere: a problem of the document, and a place that validators must not stumble over. */
export interface BrokenReference {
  readonly file: string
  /** Of the object that holds the `$ref`, or of the value in a mapping. */
  readonly pointer: string
  readonly problem: DocumentProblem
  /** What is plainly meant, where only the letter is broken. */
  readonly meant?: string
}
