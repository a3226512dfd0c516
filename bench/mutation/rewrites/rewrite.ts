import type { RawMap } from '../document/raw.js'

/** A text that means the same as the document; chance decides what exactly is rewritten. */
export type Rewrite = (document: RawMap, next: () => number) => { readonly name: string; readonly text: string }

/** A document that means the same. */
export type Restructure = (document: RawMap, next: () => number) => RawMap
