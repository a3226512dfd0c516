import { bothWays } from './drafts.js'
import type { Stage, Statuses } from './exchange.js'
import type { Flow } from './session.js'

export function freshFlow(defaultStatus: number, stage?: Stage): Flow {
  const statuses: Statuses = { known: true, values: [defaultStatus] }
  return { statuses, mediaType: null, headers: [], ...(stage === undefined ? {} : { drafts: stage.drafts }) }
}

/** What holds where two ways meet. */
export function join(left: Flow | null, right: Flow | null): Flow | null {
  if (left === null) return right
  if (right === null || left === right) return left
  return {
    statuses: eitherStatus(left.statuses, right.statuses),
    mediaType: left.mediaType === right.mediaType ? left.mediaType : null,
    headers: [
      ...left.headers,
      ...right.headers.filter((header) => !left.headers.some((known) => known.name === header.name)),
    ],
    ...bothWays(left.drafts, right.drafts),
  }
}

export function joinAll(flows: readonly (Flow | null)[]): Flow | null {
  return flows.reduce<Flow | null>((joined, flow) => join(joined, flow), null)
}

export function eitherStatus(left: Statuses, right: Statuses): Statuses {
  if (!left.known) return left
  if (!right.known) return right
  return { known: true, values: [...new Set([...left.values, ...right.values])] }
}
