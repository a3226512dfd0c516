import { contractShare } from '../cost/changes.js'
import { nothingWatched } from '../cost/history.js'
import { openRepository } from '../git/open.js'
import { timeOfHead } from '../git/revisions.js'
import type { ChangeHistory, CodeCommits, EndpointChanges, Served } from '../model/cost.js'
import { type CodeHistory, codeHistory } from './code/code-history.js'
import { secondsAMonth } from './count.js'
import { type DocumentsPast, documentsPast } from './document-history.js'

/**
 * How often the contract of each endpoint changed. Of those that the documents have a past of, their history tells; of those
 * that only the code has, the commits of their code do, by how often such a commit of this repository changes a contract too.
 * In: the project's root, the documents, what the code serves, and the version of the tool, where what was read may be kept
 * for it. Where nothing can be watched, the answer says why.
 */
export async function historyOf(
  root: string,
  documents: readonly string[],
  served: Served,
  version?: string,
): Promise<ChangeHistory> {
  const past = await documentsPast(root, documents, version)
  if (!past.ok) return nothingWatched(past.error)
  const { history } = past.value
  const silent = served.endpoints.filter(({ name }) => !history.endpoints.has(name))
  const repository = silent.length === 0 ? undefined : await openRepository(root)
  if (!repository?.ok) return history
  const [code, end] = [await codeHistory(repository.value, served, version), await timeOfHead(repository.value)]
  if (!code.ok || !end.ok) return history
  const seen = codeCommits(past.value, code.value)
  const share = contractShare(seen)
  const estimated = silent.flatMap(({ name }): readonly (readonly [string, EndpointChanges])[] => {
    const since = code.value.since.get(name)
    if (since === undefined) return []
    const commits = code.value.changes.reduce((sum, { shares }) => sum + (shares.get(name) ?? 0), 0)
    return [[name, { changes: share * commits, months: (end.value - since) / secondsAMonth, commits }]]
  })
  return { ...history, endpoints: new Map([...history.endpoints, ...estimated]), code: seen }
}

/** Counted while there was a document that could have changed with the code. */
function codeCommits({ history, commits, since }: DocumentsPast, { changes }: CodeHistory): CodeCommits {
  const documented = changes.filter(
    ({ time, shares }) => time > since && [...shares.keys()].some((name) => history.endpoints.has(name)),
  )
  return { commits: documented.length, withContract: documented.filter(({ commit }) => commits.has(commit)).length }
}
