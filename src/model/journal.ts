import type { Wanted } from './wanted.js'

/** A name in a folder and what stands under it; links are not followed. */
export interface FolderEntry {
  readonly name: string
  readonly kind: 'file' | 'folder' | 'link' | 'other'
}

/** One thing that was seen of the files. Paths are absolute, except where a snapshot answers. */
export type Sight =
  /** `marked`: decoded as the compiler does, by its byte order mark, which is cut off. Undefined: it could not be read. */
  | { readonly kind: 'text'; readonly path: string; readonly text: string | undefined; readonly as: 'utf8' | 'marked' }
  /** The first bytes, as many as {@link headSize} at most; undefined as above. */
  | { readonly kind: 'head'; readonly path: string; readonly text: string | undefined }
  | { readonly kind: 'file' | 'folder'; readonly path: string; readonly is: boolean }
  /** Undefined: it could not be listed. Of the files only those with one of the endings count, where there are any. */
  | {
      readonly kind: 'entries'
      readonly path: string
      readonly endings?: readonly string[] | undefined
      readonly entries: readonly FolderEntry[] | undefined
    }
  | { readonly kind: 'real'; readonly path: string; readonly real: string }
  /** A file of the snapshot, by its path relative to the root: its text, or that there is none. */
  | { readonly kind: 'held'; readonly path: string }
  /** Whether the snapshot has such a folder. */
  | { readonly kind: 'held-folder'; readonly path: string }
  /** The names that stand in a folder of the snapshot; of the files those with one of the endings, where there are any. */
  | { readonly kind: 'held-entries'; readonly path: string; readonly endings?: readonly string[] | undefined }
  /** The files of the project that globs match. */
  | {
      readonly kind: 'search'
      readonly folder?: string | undefined
      readonly wanted: Wanted
      readonly found: readonly string[]
    }
  /** Something that no file tells, such as what a URL answered. */
  | { readonly kind: 'elsewhere' }

/** Takes down what is seen while something is read, so that it is known later whether it would be read the same again. */
export interface Journal {
  saw(sight: Sight): void
}

/** Enough of a text to tell whether it is a document. */
export const headSize = 16_384
