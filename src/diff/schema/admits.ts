import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Json } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import { matchOf } from '../../patterns/matching.js'
import { withFormats } from './ajv.js'
import type { Arm, ArrayArm, NumberArm, ObjectArm, ScalarArm, Side, StringArm } from './form.js'
import { isObject, kindOf, same } from './json.js'
import { memberOf } from './members.js'
import { isMultiple } from './multiples.js'
import { formOf } from './normal.js'

/**
 * Whether a schema allows a value, read off its normal form: quick and in doubt generous. It proposes witnesses; Ajv
 * disposes.
 */
export function admits(schema: Schema, value: Json, side: Side): boolean {
  const form = formOf(schema, side)
  return 'unclear' in form || form.arms.some((arm) => armAdmits(arm, value, side))
}

export function armAdmits(arm: Arm, value: Json, side: Side): boolean {
  if (arm.kind !== kindOf(value)) return false
  if ('values' in arm && arm.values !== null && !arm.values.some((known) => same(known, value))) return false
  if (arm.kind === 'number' && typeof value === 'number') return numberFits(arm, value)
  if (arm.kind === 'string' && typeof value === 'string') return stringFits(arm, value)
  if (arm.kind === 'array' && Array.isArray(value)) return arrayFits(arm, value, side)
  if (arm.kind === 'object' && isObject(value)) return objectFits(arm, value, side)
  return true
}

/** Whether the arm allows the value beyond doubt: also of its patterns it is known that the text is of them. */
export function surelyAdmits(arm: ScalarArm, value: Json, side: Side): boolean {
  if (!armAdmits(arm, value, side)) return false
  return arm.kind !== 'string' || arm.patterns.every((pattern) => matchOf(pattern, String(value)) === 'matches')
}

function numberFits(arm: NumberArm, value: number): boolean {
  return (
    (!arm.integer || Number.isInteger(value)) &&
    value >= arm.minimum &&
    value <= arm.maximum &&
    value > arm.exclusiveMinimum &&
    value < arm.exclusiveMaximum &&
    arm.multiples.every((step) => isMultiple(value, step))
  )
}

function stringFits(arm: StringArm, value: string): boolean {
  const length = [...value].length
  return (
    length >= arm.minLength &&
    length <= arm.maxLength &&
    arm.patterns.every((pattern) => matchOf(pattern, value) !== 'differs') &&
    arm.formats.every((format) => hasFormat(format, value))
  )
}

const ajv = withFormats(new Ajv2020({ strict: false, meta: false, validateSchema: false }))
const validators = new Map<string, (value: string) => boolean>()

/** Whether Ajv takes the text for one of the format. */
export function hasFormat(format: string, value: string): boolean {
  const validator = validators.get(format) ?? ajv.compile({ format })
  validators.set(format, validator)
  return validator(value) === true
}

function arrayFits(arm: ArrayArm, value: readonly Json[], side: Side): boolean {
  if (value.length < arm.minItems || value.length > arm.maxItems) return false
  if (arm.unique && value.some((item, index) => value.slice(0, index).some((other) => same(item, other)))) return false
  return value.every((item, index) => {
    const schema = arm.prefix[index] ?? arm.rest
    return typeof schema === 'boolean' ? schema : admits(schema, item, side)
  })
}

function objectFits(arm: ObjectArm, value: { readonly [key: string]: Json }, side: Side): boolean {
  const names = Object.keys(value)
  if (names.length < arm.minProperties || names.length > arm.maxProperties) return false
  if ([...arm.required].some((name) => !Object.hasOwn(value, name))) return false
  return Object.entries(value).every(([name, member]) => {
    const schema = memberOf(arm, name)
    return schema !== undefined && admits(schema, member, side)
  })
}
