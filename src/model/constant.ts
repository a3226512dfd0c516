/** A number that the cost model takes from elsewhere. */
export interface Constant {
  readonly value: number
  readonly unit: string
  /** What it stands for. */
  readonly means: string
  /** Where it comes from: a publication, a measurement, or that it is assumed. */
  readonly source: string
}
