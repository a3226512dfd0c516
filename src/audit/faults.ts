import type { DocumentContract, DocumentProblem } from '../model/contract.js'
import type { UserError } from '../model/user-error.js'

/** The `$ref`s of documents that lead nowhere or run in a circle. */
export const faultsOf = (documents: readonly Pick<DocumentContract, 'problems'>[]): readonly UserError[] =>
  documents.flatMap(({ problems }) => problems.filter(({ reference }) => reference === 'broken').map(placed))

/** A problem of a document as a mistake of its author. */
export const placed = ({ message, at: { file, line, column } }: DocumentProblem): UserError => ({
  message,
  file,
  line,
  column,
})
