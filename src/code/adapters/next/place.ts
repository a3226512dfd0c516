import type ts from 'typescript'

/** What Next takes a file for, by where it lies. */
export type Place =
  | {
      readonly kind: 'route' | 'page'
      readonly file: ts.SourceFile
      readonly root: string
      readonly paths: readonly string[]
    }
  | { readonly kind: 'middleware'; readonly file: ts.SourceFile; readonly root: string }
