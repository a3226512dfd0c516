import type { ChangeHistory } from '../model/cost.js'

/** A history in which nothing was watched: every rate is the prior's. */
export function nothingWatched(unknown: string): ChangeHistory {
  return { endpoints: new Map(), changes: 0, months: 0, touched: [], unknown }
}
