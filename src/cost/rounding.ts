import type { Range } from '../model/report.js'

/** Two decimals: figures of the report must not show the noise of floating point. */
export const cents = (value: number): number => Math.round(value * 100) / 100

export const roundedRange = ({ low, expected, high }: Range): Range => ({
  low: cents(low),
  expected: cents(expected),
  high: cents(high),
})
