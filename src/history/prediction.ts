import type { Prediction } from '../model/backtest.js'

/** How many changes were foretold of an endpoint, and how many came. */
export interface Foretold {
  readonly predicted: number
  readonly observed: number
}

/** Judges a prediction as a Poisson model is judged; the expected counts are above 0. */
export function predictionOf(endpoints: readonly Foretold[]): Prediction {
  return {
    predicted: endpoints.reduce((sum, { predicted }) => sum + predicted, 0),
    deviance: endpoints.reduce((sum, each) => sum + devianceOf(each), 0),
    topFifth: topFifthOf(endpoints),
  }
}

function devianceOf({ predicted, observed }: Foretold): number {
  if (predicted <= 0) return 0
  const surprise = observed > 0 ? observed * Math.log(observed / predicted) : 0
  return 2 * (surprise - (observed - predicted))
}

/** Endpoints that are foretold the same share the places that are left for them, so that their order tells nothing. */
function topFifthOf(endpoints: readonly Foretold[]): number {
  const all = endpoints.reduce((sum, { observed }) => sum + observed, 0)
  const sorted = [...endpoints].sort((a, b) => b.predicted - a.predicted)
  const places = Math.ceil(sorted.length / 5)
  const last = sorted[places - 1]?.predicted ?? 0
  const above = sorted.filter(({ predicted }) => predicted > last)
  const tied = sorted.filter(({ predicted }) => predicted === last)
  const sum = (some: readonly Foretold[]) => some.reduce((total, { observed }) => total + observed, 0)
  const caught = sum(above) + (sum(tied) * (places - above.length)) / Math.max(1, tied.length)
  return all > 0 ? caught / all : 0
}
