/** How well one way to predict did. */
export interface Prediction {
  /** Changes that it expected. */
  readonly predicted: number
  /** Poisson deviance of what came, summed over the endpoints: 0 is perfect, less is better. */
  readonly deviance: number
  /** The part of all changes that fell to the fifth of the endpoints that it thought the busiest. */
  readonly topFifth: number
}

/**
 * What the cost model would have said of the last months of a document's history, had it known only what was before: held
 * against what came.
 */
export interface Backtest {
  readonly version: 1
  /** The model that was tested. */
  readonly model: number
  readonly documents: readonly string[]
  /** How many months were held out, from the first to the last day of them (UTC). */
  readonly months: number
  readonly from: string
  readonly until: string
  /** What the model was told: commits that changed the document, and contract changes in endpoint-months, before the first day. */
  readonly before: { readonly commits: number; readonly changes: number; readonly months: number }
  /** What came: of the endpoints that were there on the first day. */
  readonly endpoints: number
  readonly observed: number
  /** Changes of the prior for every endpoint; of each endpoint's own past alone; of the model. */
  readonly flat: Prediction
  readonly raw: Prediction
  readonly shrunk: Prediction
  /** Deviance of the model over that of the raw rate; below 1 the model is better. Null where the raw rate was perfect. */
  readonly devianceRatio: number | null
  /** What the model expected over what came; null where nothing came. */
  readonly predictedOverObserved: number | null
  /** The part of the endpoints whose changes fell into the model's 80 % interval. */
  readonly coverage: number
}
