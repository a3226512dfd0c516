import type { TrendPoint, Weekly } from '../../src/model/weekly.js'

/** A week's audit of one endpoint, with so many errors. */
function pointOf(date: string, errors: number, more: Partial<TrendPoint> = {}): TrendPoint {
  return {
    commit: `${date.replaceAll('-', '')}0000`,
    date,
    findings: { error: errors, warning: 0, info: 0 },
    causes: errors,
    endpoints: { documented: 1, served: 1, matched: 1 },
    coverage: { elements: 4, verified: 3, drifted: 1, unverifiable: 0 },
    mending: errors * 10,
    debtRatio: 0.1,
    ...more,
  }
}

/** The second of two weekly audits; nothing came, went or stayed unless told. */
export function weeklyOf(more: Partial<Weekly> = {}): Weekly {
  const points = [pointOf('2026-03-01', 2), pointOf('2026-03-08', 1)]
  return {
    now: { commit: '202603080000', date: '2026-03-08' },
    before: { commit: '202603010000', date: '2026-03-01' },
    fresh: [],
    stayed: [],
    mended: [],
    points,
    gaps: [],
    origins: [],
    brought: [],
    ages: [],
    ...more,
  }
}
