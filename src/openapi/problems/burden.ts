/** What the validators, which follow references in their own ways, would have to carry. */
export interface Burden {
  /** So many values stand in the document once each reference is written out. */
  readonly extent: number
  /** So many references lead to one another, one by one. */
  readonly chain: number
}

/** Nobody writes longer ones, and the validators follow each of them from each of its links. */
export const longestChain = 200
