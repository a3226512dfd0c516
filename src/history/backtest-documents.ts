import { isAbsolute, relative, sep } from 'node:path'
import type { Backtest } from '../model/backtest.js'
import type { Result } from '../model/result.js'
import type { UserError } from '../model/user-error.js'
import { findDocuments } from '../openapi/discover.js'
import { backtest } from './backtest.js'
import { documentTimeline } from './document-history.js'
import type { Timeline } from './timeline.js'

/**
 * Backtests the cost model on the history of some documents.
 * In: the project's root, the documents (found by name where absent), how many months to hold out, and the version of the
 * tool, where what was read may be kept for it. The error says why there
 * is nothing to hold the model against.
 */
export async function backtestDocuments(
  root: string,
  named: readonly string[] | undefined,
  months: number,
  version?: string,
): Promise<Result<Backtest, UserError>> {
  const documents = (named ?? (await findDocuments({ root }))).map((file) =>
    isAbsolute(file) ? relative(root, file).split(sep).join('/') : file,
  )
  if (documents.length === 0) return failure('no document was found', 'Name it: --spec openapi.yaml.')
  const timelines = new Map<string, Timeline>()
  for (const document of documents) {
    const timeline = await documentTimeline(root, document, version)
    if (!timeline.ok) return failure(timeline.error)
    timelines.set(document, timeline.value)
  }
  const tested = backtest(timelines, months)
  if (tested !== null) return { ok: true, value: tested }
  return failure(`no endpoint was documented ${months} months before the last commit`, 'Hold out less: --months 6.')
}

function failure(message: string, hint?: string): { readonly ok: false; readonly error: UserError } {
  return { ok: false, error: { message, ...(hint === undefined ? {} : { hint }) } }
}
