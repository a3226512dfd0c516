import type { Range } from '../../model/report.js'

/** Two significant digits, since no more is known: `0.34`, `7.0`, `12`, `1,600`; whole numbers below ten are counts. */
export function twoDigits(value: number): string {
  if (Number.isInteger(value) && value < 10) return String(value)
  return value < 10 ? value.toPrecision(2) : Number(value.toPrecision(2)).toLocaleString('en')
}

/** `0 – 12 – 84`: low, expected, high. */
export function span({ low, expected, high }: Range): string {
  return [low, expected, high].map(twoDigits).join(' – ')
}

/** The same with a unit that suits what is expected. */
export function timeSpan(range: Range, hoursPerDay: number): string {
  const [unit, minutes] = unitFor(range.expected, hoursPerDay)
  const scaled = { low: range.low / minutes, expected: range.expected / minutes, high: range.high / minutes }
  return `${span(scaled)} ${unit}`
}

/** `13 min`, `2.6 h`, `11 days`. */
export function time(minutes: number, hoursPerDay: number): string {
  const [unit, each] = unitFor(minutes, hoursPerDay)
  return `${twoDigits(minutes / each)} ${unit}`
}

function unitFor(minutes: number, hoursPerDay: number): readonly [string, number] {
  if (minutes < 90) return ['min', 1]
  return minutes < 2 * hoursPerDay * 60 ? ['h', 60] : ['days', hoursPerDay * 60]
}
