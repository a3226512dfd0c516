/** One change of a sample's TypeScript, and what must be said of the document that no longer fits it. */
export interface CodeEdit {
  readonly sample: 'express-genai' | 'fastify-orders' | 'nest-library'
  readonly file: string
  readonly from: string
  readonly to: string
  /**
   * `rule METHOD /path part status pointer` as the document names them, `-` for none; several rules with `|` where each
   * would be right.
   */
  readonly expected: readonly string[]
}
