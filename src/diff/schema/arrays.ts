import type { Json } from '../../model/json.js'
import { isArrayArm } from './arms.js'
import type { ArrayArm, Side } from './form.js'
import { itemAt } from './items.js'
import { canonical } from './json.js'
import { doubt, suspect } from './record.js'
import type { BothArms, BothSchemas, Place, Run } from './run.js'
import { sampleItem, sampleItems } from './sample.js'
import { settle } from './settle.js'

/** Compares the lists of both sides; where a side has several kinds of them, as wholes. */
export function compareLists(run: Run, arms: BothArms, schemas: BothSchemas, place: Place): void {
  const [documented, served] = [arms.spec.filter(isArrayArm), arms.code.filter(isArrayArm)]
  const [spec, code] = [documented[0], served[0]]
  if (spec === undefined || code === undefined) return
  if (documented.length === 1 && served.length === 1) compareArrays(run, spec, code, place, schemas)
  else if (canonical(documented) !== canonical(served))
    settle(run, schemas, place, 'there are several kinds of list here, which are not told apart')
}

/** Compares two arrays: their items, each fixed position, and their lengths. */
function compareArrays(run: Run, spec: ArrayArm, code: ArrayArm, place: Place, schemas: BothSchemas): void {
  const fixed = Math.max(spec.prefix.length, code.prefix.length)
  for (let index = 0; index < fixed; index += 1) {
    if (index >= spec.maxItems || index >= code.maxItems) break
    run.descend(itemAt(spec, index), itemAt(code, index), itemPlace(run, spec, code, place, index, String(index)))
  }
  const [documented, served] = [itemAt(spec, fixed), itemAt(code, fixed)]
  if (fixed < spec.maxItems && fixed < code.maxItems) {
    run.descend(documented, served, itemPlace(run, spec, code, place, fixed, '*'))
  }
  compareLengths(run, spec, code, place, schemas)
}

function itemPlace(run: Run, spec: ArrayArm, code: ArrayArm, place: Place, index: number, step: string): Place {
  const name = place.name.replace(/s$/, '')
  return {
    pointer: `${place.pointer}/${step}`,
    name,
    depth: place.depth + 1,
    exact: { spec: place.exact.spec && spec.doubt === null, code: place.exact.code && code.doubt === null },
    hold: (value, by) => {
      const [own, other] = by === 'spec' ? [spec, code] : [code, spec]
      const sides = by === 'spec' ? ([run.spec, run.code] as const) : ([run.code, run.spec] as const)
      const items = fill(own, other, sides, index, name, value)
      return items && place.hold(items, by)
    },
  }
}

function fill(
  own: ArrayArm,
  other: ArrayArm,
  [side, theirs]: readonly [Side, Side],
  index: number,
  name: string,
  value: Json | undefined,
): Json[] | undefined {
  const length = Math.max(index + 1, own.minItems, Math.min(other.minItems, own.maxItems))
  if (length > 200) return undefined
  const items: Json[] = []
  for (let position = 0; position < length; position += 1) {
    const sampled = () => sampleItem(own, side, position, name, { arm: other, side: theirs }, 0)
    const item = position === index && value !== undefined ? value : sampled()
    if (item === undefined) return undefined
    items.push(item)
  }
  return items
}

function compareLengths(run: Run, spec: ArrayArm, code: ArrayArm, place: Place, schemas: BothSchemas): void {
  // A type cannot say how long an array is; who says nothing about lengths is not held to them.
  const silent = code.minItems === 0 && code.maxItems === Number.POSITIVE_INFINITY && !code.unique
  for (const wider of ['code', 'spec'] as const) {
    if (wider === 'spec' && run.spec.direction === 'response') continue
    const [own, other] = wider === 'code' ? [code, spec] : [spec, code]
    const broken = brokenBy(own, other)
    if (broken === null) continue
    if (wider === 'code' && silent)
      doubt(run, place.pointer, 'the code does not say how many items the list holds', 'code')
    else if (place.exact[wider] && own.doubt === null) {
      const items = ofBadLength(own, run[wider], broken, place.name)
      const whole = items && place.hold(items, wider)
      suspect(run, { pointer: place.pointer, aspect: 'constraint', wider, whole, ...schemas })
    }
  }
}

/** A number of items that one array allows and the other does not, or that only the other refuses the same item twice. */
type Broken = { readonly length: number; readonly twice: boolean }

function brokenBy(own: ArrayArm, other: ArrayArm): Broken | null {
  const most = own.rest === false ? Math.min(own.maxItems, own.prefix.length) : own.maxItems
  const lengths = [other.minItems - 1, other.maxItems + 1, own.minItems, most].filter(
    (length) => length >= own.minItems && length <= most,
  )
  const length = lengths.find((one) => one >= 0 && (one < other.minItems || one > other.maxItems))
  if (length !== undefined) return { length, twice: false }
  const repeats = other.unique && !own.unique && most > 1
  return repeats ? { length: Math.max(2, own.minItems), twice: true } : null
}

function ofBadLength(own: ArrayArm, side: Side, { length, twice }: Broken, name: string): Json[] | undefined {
  const items = sampleItems(own, side, length, name)
  const [first] = items ?? []
  return twice && items !== undefined && first !== undefined ? [first, first, ...items.slice(2)] : items
}
