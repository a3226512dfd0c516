import { didYouMean } from '../../config/suggest.js'
import type { EndpointReport } from '../../model/report.js'
import type { Result } from '../../model/result.js'
import type { UserError } from '../../model/user-error.js'

/** What the table can be sorted by; the numbers largest first. */
export const costColumns = ['points', 'creation', 'upkeep', 'mending', 'path'] as const
export type CostColumn = (typeof costColumns)[number]

export function costColumn(text = 'mending'): Result<CostColumn, UserError> {
  const column = costColumns.find((name) => name === text)
  if (column !== undefined) return { ok: true, value: column }
  const message = `--sort has to be one of ${costColumns.join(', ')}, not "${text}".${didYouMean(text, costColumns)}`
  return { ok: false, error: { message } }
}

/** The endpoints by a column, ties by what they cost to write, then by path and method. */
export function sortedBy(column: CostColumn, endpoints: readonly EndpointReport[]): EndpointReport[] {
  const byPath = (a: EndpointReport, b: EndpointReport) => compare(a.path, b.path) || compare(a.method, b.method)
  return [...endpoints].sort((a, b) =>
    column === 'path'
      ? byPath(a, b)
      : figureOf(b, column) - figureOf(a, column) || b.cost.creation - a.cost.creation || byPath(a, b),
  )
}

export function figureOf({ cost }: EndpointReport, column: Exclude<CostColumn, 'path'>): number {
  return column === 'upkeep' ? cost.upkeep.expected : cost[column]
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
