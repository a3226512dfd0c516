import type { Range } from './report.js'

/** The documentation points of an endpoint beside the one for the operation, by where they stand. */
export interface PointsInParts {
  readonly parameters: number
  readonly responses: number
  /** Properties that are written in the endpoint itself. */
  readonly properties: number
  /** Named schemas that it reaches, each with all of its properties and the number of endpoints that share them. */
  readonly shared: readonly { readonly schema: string; readonly points: number; readonly endpoints: number }[]
}

/** One number that a figure is made of. */
export interface CostTerm {
  readonly term: string
  readonly value: number
  readonly unit: string
  readonly source: string
}

/** One figure of an endpoint: what it comes to, how, and from which numbers. */
export interface CostFigure {
  readonly figure: 'points' | 'creation' | 'upkeep' | 'mending'
  readonly value: number | Range
  readonly unit: string
  readonly formula: string
  readonly terms: readonly CostTerm[]
}
