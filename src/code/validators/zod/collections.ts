import { leastOf, optionsIn, tuple } from '../chains/makers.js'
import { inexact, type Maker } from '../chains/reading.js'
import { keyedBy, listedIn } from '../chains/records.js'
import { objectOf } from '../chains/shapes.js'
import { byVersion, versionOf } from './version.js'

/** `z.record(z.enum(['a', 'b']), value)`: zod 4 asks for every key that is listed, zod 3 and `partialRecord` for none. */
export const record =
  (isPartial: boolean): Maker =>
  (reading, args, scope) => {
    const [first, second] = args
    const expression = second ?? first
    if (expression === undefined) return null
    const value = reading.read(expression, scope)
    const key =
      second === undefined || first === undefined ? { type: ['string' as const] } : reading.read(first, scope).schema
    const listed = listedIn(key)
    if (listed !== null) {
      const version = isPartial ? 3 : versionOf(reading)
      const { doubted: _, ...known } = value
      const field =
        version === 4 ? value : { ...known, optional: true, ...(version === null ? { doubted: byVersion } : {}) }
      return objectOf({ fields: new Map(listed.map((name) => [String(name), field])), others: 'strict' })
    }
    return keyedBy(key, value.schema)
  }

/** Items at the end that may be left out, which zod 3 asks for all the same. */
export const tupleOf: Maker = (reading, args, scope) => {
  const made = tuple(reading, args, scope)
  const { prefixItems = [] } = made?.schema ?? {}
  const items = args[0] === undefined ? null : optionsIn(reading, args[0], scope)
  const least = leastOf(items ?? [])
  const version = versionOf(reading)
  if (made === null || least === prefixItems.length || version === 3) return made
  const short = { ...made, schema: { ...made.schema, minItems: least } }
  return version === 4 && items?.every(({ doubted }) => doubted === undefined) ? short : inexact(short, byVersion)
}
