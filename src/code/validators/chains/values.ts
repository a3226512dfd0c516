import type { Json } from '../../../model/json.js'
import type { Scope } from '../../values/value.js'
import type { Args, Reading } from './reading.js'

/** Plain values given one by one or in a list; null where one of them is not known. */
export function plainValues(reading: Reading, args: Args, scope: Scope): readonly Json[] | null {
  const given = args.flatMap((arg) => {
    const value = reading.literal(arg, scope)
    return Array.isArray(value) ? value : [value]
  })
  const known = given.filter(isPlain)
  return known.length === given.length ? known : null
}

/** Whether one of the values may come of something of another type: a number of `"5"`, `"5"` of a number. */
export function comesOfOthers(values: readonly Json[]): boolean {
  return values.some(
    (value) => value !== null && (typeof value !== 'string' || /^(true|false|[-+]?[\d.].*)$/.test(value)),
  )
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}
