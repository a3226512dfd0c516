import type { Json } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import type { Arm, ArrayArm, NumberArm, ObjectArm, Side, StringArm } from './form.js'
import { formOf } from './normal.js'

/** A schema in a few words: `string (uuid)`, `"a" or "b"`, `array of integer`, `object or null`. */
export function say(schema: Schema, side: Side, depth = 0): string {
  const form = formOf(schema, side)
  if ('unclear' in form) return 'something too complex to name'
  // What is taken beside it is nothing that anybody would name.
  const meant = form.arms.filter(({ implied }) => !implied)
  const arms = meant.length > 0 ? meant : form.arms
  if (arms.length === 0) return 'no value at all'
  const kinds = new Set(arms.map((arm) => arm.kind))
  if (kinds.size === 6 && arms.every((arm) => !arm.typed))
    return arms.some((arm) => arm.doubt) ? 'an unknown value' : 'any value'
  const literals = arms.flatMap((arm) => literalsOf(arm) ?? [])
  const first = arms.findIndex((arm) => literalsOf(arm) !== null)
  const words = [
    ...new Set(
      arms.flatMap((arm, index) =>
        index === first ? sayValues(literals) : literalsOf(arm) === null ? sayArm(arm, side, depth) : [],
      ),
    ),
  ]
  const last = words.indexOf('null')
  if (last >= 0) words.push(...words.splice(last, 1))
  return words.length > 5 ? `${words.slice(0, 4).join(', ')} or ${words.length - 4} others` : listing(words)
}

/** `a`, `a or b`, `a, b or c`. */
function listing(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

function sayArm(arm: Arm, side: Side, depth: number): string {
  if (arm.kind === 'array') return sayArray(arm, side, depth)
  if (arm.kind === 'object') return sayObject(arm)
  if (arm.kind === 'number') return sayNumber(arm)
  if (arm.kind === 'string') return sayString(arm)
  return arm.kind
}

/** The values of an arm that lists them; null says `null` by itself. */
function literalsOf(arm: Arm): readonly Json[] | null {
  return 'values' in arm && arm.kind !== 'null' ? arm.values : null
}

function sayValues(values: readonly Json[]): string {
  const words = [...new Set(values.map((value) => JSON.stringify(value)))]
  return words.length > 6 ? `${words.slice(0, 5).join(', ')} or ${words.length - 5} others` : listing(words)
}

function sayArray(arm: ArrayArm, side: Side, depth: number): string {
  const bounds = sayRange(arm.minItems, arm.maxItems, 'items')
  const items = typeof arm.rest === 'object' && depth < 3 ? ` of ${say(arm.rest, side, depth + 1)}` : ''
  return `array${arm.prefix.length > 0 ? ` of ${arm.prefix.length} fixed items` : items}${bounds && ` (${bounds})`}`
}

function sayObject(arm: ObjectArm): string {
  const names = [...arm.properties.keys()]
  if (names.length === 0) return 'object'
  return `object with ${names.slice(0, 3).join(', ')}${names.length > 3 ? ' …' : ''}`
}

function sayNumber(arm: NumberArm): string {
  const notes = [
    Number.isFinite(arm.minimum) ? `at least ${arm.minimum}` : '',
    Number.isFinite(arm.exclusiveMinimum) ? `more than ${arm.exclusiveMinimum}` : '',
    Number.isFinite(arm.maximum) ? `at most ${arm.maximum}` : '',
    Number.isFinite(arm.exclusiveMaximum) ? `less than ${arm.exclusiveMaximum}` : '',
    ...arm.multiples.map((step) => `a multiple of ${step}`),
  ].filter((note) => note !== '')
  return (arm.integer ? 'integer' : 'number') + (notes.length > 0 ? ` (${notes.join(', ')})` : '')
}

function sayString(arm: StringArm): string {
  const notes = [
    ...arm.formats,
    sayRange(arm.minLength, arm.maxLength, 'characters'),
    ...arm.patterns.map((pattern) => `pattern ${pattern}`),
  ].filter((note) => note !== '')
  return notes.length > 0 ? `string (${notes.join(', ')})` : 'string'
}

function sayRange(least: number, most: number, unit: string): string {
  if (least === most) return `exactly ${least} ${unit}`
  const parts = [least > 0 ? `at least ${least}` : '', Number.isFinite(most) ? `at most ${most}` : ''].filter(Boolean)
  return parts.length > 0 ? `${parts.join(', ')} ${unit}` : ''
}
