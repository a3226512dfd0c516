import type { DocumentContract } from '../model/contract.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import type { LoadOptions } from '../openapi/library.js'
import { readDocument, readStandIn as readExport } from '../openapi/read.js'
import { placed } from './faults.js'

/**
 * Reads a document that stays where it may: a `$ref` to a URL or out of the root ends the run, since what it hides could be
 * anything. One that leads nowhere does not; see `faultsOf`.
 */
export async function readConfined(
  input: Parameters<typeof readDocument>[0],
  options: LoadOptions,
): Promise<Result<DocumentContract, UserError>> {
  return confined(await readDocument(input, options))
}

/** As {@link readConfined}, of a document that stands for the code. */
export async function readStandIn(file: string, options: LoadOptions): Promise<Result<DocumentContract, UserError>> {
  return confined(await readExport(file, options))
}

function confined(document: Result<DocumentContract, UserError>): Result<DocumentContract, UserError> {
  if (!document.ok) return document
  const [first, ...others] = document.value.problems.filter(({ reference }) => reference === 'refused')
  if (first === undefined) return document
  const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`
  const hint = first.message.includes('URL')
    ? 'Allow it with --allow-remote, or keep a copy in the project.'
    : 'Keep a copy in the project, or run tattletype in the folder that holds both.'
  const { message, ...place } = placed(first)
  return { ok: false, error: { ...place, message: `${message}${more}`, hint } }
}
