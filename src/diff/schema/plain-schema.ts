/** A plain JSON Schema 2020-12. */
export type Plain = { [word: string]: unknown }
