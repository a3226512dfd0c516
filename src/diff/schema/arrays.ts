import type { Json } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import type { ArrayArm, Side } from './form.js'
import { suspect } from './record.js'
import type { Place, Run, Wider } from './run.js'
import { sampleItem } from './sample.js'

/** Compares two arrays: their items, each fixed position, and their lengths. */
export function compareArrays(
  run: Run,
  spec: ArrayArm,
  code: ArrayArm,
  place: Place,
  schemas: { spec: Schema; code: Schema },
): void {
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

const nothing: Schema = { enum: [] }
const anything: Schema = {}

function itemAt(arm: ArrayArm, index: number): Schema {
  const schema = arm.prefix[index] ?? arm.rest
  return schema === true ? anything : schema === false ? nothing : schema
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

function compareLengths(
  run: Run,
  spec: ArrayArm,
  code: ArrayArm,
  place: Place,
  schemas: { spec: Schema; code: Schema },
): void {
  // A type cannot say how long an array is; who says nothing about lengths is not held to them.
  const silent = code.minItems === 0 && code.maxItems === Number.POSITIVE_INFINITY && !code.unique
  for (const wider of ['code', 'spec'] as const) {
    if (wider === 'code' && silent) continue
    if (wider === 'spec' && run.spec.direction === 'response') continue
    const [own, other] = wider === 'code' ? [code, spec] : [spec, code]
    if (!place.exact[wider] || own.doubt !== null) continue
    const whole = ofBadLength(run, own, other, wider, place)
    if (whole !== undefined) suspect(run, { pointer: place.pointer, aspect: 'constraint', wider, whole, ...schemas })
  }
}

function ofBadLength(run: Run, own: ArrayArm, other: ArrayArm, wider: Wider, place: Place): Json | undefined {
  const side = run[wider]
  const lengths = [other.minItems - 1, other.maxItems + 1, own.minItems, own.maxItems].filter(
    (length) => length >= own.minItems && length <= own.maxItems && length <= 200,
  )
  const length = lengths.find((one) => one >= 0 && (one < other.minItems || one > other.maxItems))
  if (length === undefined) return undefined
  const items: Json[] = []
  for (let index = 0; index < length; index += 1) {
    const item = sampleItem(own, side, index, place.name, undefined, 0)
    if (item === undefined) return undefined
    items.push(item)
  }
  return place.hold(items, wider)
}
