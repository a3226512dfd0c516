/** What became of one mutant, or of one document written anew; plain data, so that workers can send it. */
export interface Row {
  readonly table: 'document' | 'code' | 'rewrite'
  readonly operator: string
  readonly sample: string
  readonly where: string
  readonly outcome: 'found' | 'said so' | 'missed' | 'untold'
  readonly rightRule: boolean
  readonly rightPointer: boolean
  /** Findings that nothing expected speaks of; of a rewrite, all that differ. */
  readonly beside: readonly string[]
  readonly wrong: readonly string[]
  /** Of a fault in a shared schema: whether its findings have one cause. */
  readonly oneCause: boolean | null
  readonly proofs: { readonly right: number; readonly wrong: number; readonly none: number }
}

/** How much of everything is tried. */
export interface Plan {
  readonly seed: number
  /** Mutants of one operator on one document as it is written, at most. */
  readonly written: number
  /** Mutants of one operator on the same document without `$ref`, at most. */
  readonly inlined: number
  /** How often chance rewrites a document in one way. */
  readonly rounds: number
  readonly code: boolean
  /** Only operators whose name holds it. */
  readonly only: string | null
}
