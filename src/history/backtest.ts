import { endpointRate, expectedRate, repositoryRate } from '../cost/changes.js'
import { constants, costModelVersion } from '../cost/constants.js'
import { countQuantile } from '../cost/negative-binomial.js'
import type { Backtest } from '../model/backtest.js'
import type { EndpointChanges } from '../model/cost.js'
import { countChanges, endpointsAt, secondsAMonth } from './count.js'
import { type Foretold, predictionOf } from './prediction.js'
import type { Timeline } from './timeline.js'

/**
 * Hides the last months of each timeline, lets the model predict them from the rest, and compares with what came. Asked are
 * the endpoints that were there on the first hidden day, each for as long as it stayed.
 * In: the timelines of the documents by name. Out: null where no endpoint was there before the hidden months.
 */
export function backtest(timelines: ReadonlyMap<string, Timeline>, months: number): Backtest | null {
  const until = Math.max(...[...timelines.values()].map(({ end }) => end))
  const from = until - months * secondsAMonth
  const windows = [...timelines.values()].map(({ revisions }) => ({
    there: endpointsAt(revisions, from),
    past: countChanges(revisions, { until: from }),
    future: countChanges(revisions, { from, until }),
    commits: revisions.filter(({ time }) => time <= from).length,
  }))
  const sum = (of: (window: (typeof windows)[number]) => number) =>
    windows.reduce((total, window) => total + of(window), 0)
  const before = {
    commits: sum(({ commits }) => commits),
    changes: sum(({ past }) => past.changes),
    months: sum(({ past }) => past.months),
  }
  const repository = repositoryRate(before)
  const asked = windows.flatMap(({ there, past, future }) =>
    [...there].map(([name, nameNow]) => ({
      seen: past.endpoints.get(name) ?? unseen,
      came: future.endpoints.get(nameNow) ?? unseen,
    })),
  )
  if (asked.length === 0) return null
  const by = (rate: (seen: EndpointChanges) => number): readonly Foretold[] =>
    asked.map(({ seen, came }) => ({ predicted: rate(seen) * came.months, observed: came.changes }))
  const shrunk = predictionOf(by((seen) => expectedRate(endpointRate(seen, repository))))
  const raw = predictionOf(by(rawRate))
  const observed = asked.reduce((total, { came }) => total + came.changes, 0)
  const covered = asked.filter(({ seen, came }) => {
    const { shape, rate } = endpointRate(seen, repository)
    const at = (share: number) => countQuantile(share, shape, rate, came.months)
    // The interval is one of whole changes; parts of shared ones are rounded to them.
    const whole = Math.round(came.changes)
    return at(0.1) <= whole && whole <= at(0.9)
  })
  return {
    version: 1,
    model: costModelVersion,
    documents: [...timelines.keys()],
    months,
    from: day(from),
    until: day(until),
    before,
    endpoints: asked.length,
    observed,
    flat: predictionOf(by(() => constants.priorRate.value)),
    raw,
    shrunk,
    devianceRatio: raw.deviance > 0 ? shrunk.deviance / raw.deviance : null,
    predictedOverObserved: observed > 0 ? shrunk.predicted / observed : null,
    coverage: covered.length / asked.length,
  }
}

const unseen: EndpointChanges = { changes: 0, months: 0 }

/** An endpoint that never changed counts as half a change: a rate of nothing would make any change infinitely surprising. */
function rawRate({ changes, months }: EndpointChanges): number {
  return Math.max(changes, 0.5) / Math.max(months, 1)
}

const day = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10)
