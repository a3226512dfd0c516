import type { Coverage } from '../model/report.js'

export const noElements: Coverage = { elements: 0, verified: 0, drifted: 0, unverifiable: 0 }

/** All elements together. */
export const sumOf = (coverages: readonly Coverage[]): Coverage =>
  coverages.reduce(
    (sum, one) => ({
      elements: sum.elements + one.elements,
      verified: sum.verified + one.verified,
      drifted: sum.drifted + one.drifted,
      unverifiable: sum.unverifiable + one.unverifiable,
    }),
    noElements,
  )
