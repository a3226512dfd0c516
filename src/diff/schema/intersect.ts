import type { Schema } from '../../model/schema.js'
import { spelledOut } from './extremes.js'
import type { Arm, ArrayArm, NumberArm, ObjectArm, PlainArm, StringArm } from './form.js'
import { allOf } from './identity.js'
import { same } from './json.js'
import { saidByPatterns } from './said-by-patterns.js'

/** What both arms allow: one arm, or none where they share no value. */
export function intersect(left: Arm, right: Arm): Arm[] {
  const merged = merge(left, right)
  if (merged === null) return []
  const common = {
    doubt: left.doubt ?? right.doubt,
    rules: [...left.rules, ...right.rules.filter(({ text }) => !left.rules.some((rule) => rule.text === text))],
    choices: new Map([...right.choices, ...left.choices]),
    typed: left.typed || right.typed,
    implied: left.implied || right.implied,
    at: left.at ?? right.at,
  }
  return [{ ...merged, ...common }]
}

function merge(left: Arm, right: Arm): Arm | null {
  if (left.kind === 'number' && right.kind === 'number') return numbers(left, right)
  if (left.kind === 'string' && right.kind === 'string') return strings(left, right)
  if (left.kind === 'array' && right.kind === 'array') return arrays(left, right)
  if (left.kind === 'object' && right.kind === 'object') return objects(left, right)
  if (isPlain(left) && isPlain(right) && left.kind === right.kind) {
    const values = common(left, right)
    return values?.length === 0 ? null : { ...left, values }
  }
  return null
}

function isPlain(arm: Arm): arm is PlainArm {
  return arm.kind === 'null' || arm.kind === 'boolean'
}

function common(left: { values: PlainArm['values'] }, right: { values: PlainArm['values'] }): PlainArm['values'] {
  if (left.values === null || right.values === null) return left.values ?? right.values
  const others = right.values
  return left.values.filter((value) => others.some((other) => same(value, other)))
}

function numbers(left: NumberArm, right: NumberArm): NumberArm | null {
  const values = common(left, right)
  if (values?.length === 0) return null
  return {
    ...left,
    values,
    integer: left.integer || right.integer,
    minimum: Math.max(left.minimum, right.minimum),
    maximum: Math.min(left.maximum, right.maximum),
    exclusiveMinimum: Math.max(left.exclusiveMinimum, right.exclusiveMinimum),
    exclusiveMaximum: Math.min(left.exclusiveMaximum, right.exclusiveMaximum),
    multiples: [...new Set([...left.multiples, ...right.multiples])],
  }
}

function strings(left: StringArm, right: StringArm): StringArm | null {
  const values = common(left, right)
  if (values?.length === 0) return null
  return {
    ...left,
    values,
    formats: [...new Set([...left.formats, ...right.formats])],
    patterns: [...new Set([...left.patterns, ...right.patterns])],
    minLength: Math.max(left.minLength, right.minLength),
    maxLength: Math.min(left.maxLength, right.maxLength),
  }
}

function arrays(left: ArrayArm, right: ArrayArm): ArrayArm {
  const length = Math.max(left.prefix.length, right.prefix.length)
  const prefix = Array.from({ length }, (_, index) =>
    both(left.prefix[index] ?? left.rest, right.prefix[index] ?? right.rest),
  )
  return {
    ...left,
    prefix: prefix.map(spelledOut),
    rest: both(left.rest, right.rest),
    minItems: Math.max(left.minItems, right.minItems),
    maxItems: Math.min(left.maxItems, right.maxItems),
    unique: left.unique || right.unique,
  }
}

function objects(left: ObjectArm, right: ObjectArm): ObjectArm {
  const properties = new Map<string, Schema>()
  for (const name of new Set([...left.properties.keys(), ...right.properties.keys()])) {
    const schema = both(share(left, name), share(right, name))
    properties.set(name, spelledOut(schema))
  }
  const patterns = new Map(left.patterns)
  for (const [pattern, schema] of right.patterns) {
    const other = patterns.get(pattern)
    patterns.set(pattern, other ? allOf([other, schema]) : schema)
  }
  return {
    ...left,
    properties,
    patterns,
    required: new Set([...left.required, ...right.required]),
    open: left.open === null || right.open === null ? (left.open ?? right.open) : both(left.open, right.open),
    mentions: left.mentions || right.mentions,
    minProperties: Math.max(left.minProperties, right.minProperties),
    maxProperties: Math.min(left.maxProperties, right.maxProperties),
  }
}

/** What one part of an `allOf` says about a property that some part lists; silence allows it. */
function share(arm: ObjectArm, name: string): Schema | boolean {
  const said = saidByPatterns(arm, name)
  const listed = arm.properties.get(name)
  if (listed) said.unshift(listed)
  return said.length > 0 ? allOf(said) : (arm.open ?? true)
}

function both(left: Schema | boolean, right: Schema | boolean): Schema | boolean {
  if (left === false || right === false) return false
  if (left === true) return right
  if (right === true) return left
  return left === right ? left : allOf([left, right])
}
