import ts from 'typescript'
import type { Json } from '../../../model/json.js'
import type { Scope } from '../../values/value.js'
import { enumeration } from './makers.js'
import type { Args, Reading } from './reading.js'

/** Plain values given one by one or in a list; null where one of them is not known. */
export function plainValues(reading: Reading, args: Args, scope: Scope): readonly Json[] | null {
  const given = args.flatMap((arg) => {
    const value = listIn(reading, ts.isSpreadElement(arg) ? arg.expression : arg, scope)
    return Array.isArray(value) ? value : [value]
  })
  const known = given.filter(isPlain)
  return known.length === given.length ? known : null
}

/** A value, or several: of a list, or of `Object.values` of an enum or an object. */
function listIn(reading: Reading, written: ts.Expression, scope: Scope): unknown {
  const isListed = ts.isCallExpression(written) && written.expression.getText() === 'Object.values'
  return isListed ? enumeration(reading, [written], scope)?.schema.enum : reading.literal(written, scope)
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
