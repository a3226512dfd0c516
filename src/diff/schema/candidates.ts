import type { Json } from '../../model/json.js'
import type { Arm, NumberArm, ScalarArm, StringArm } from './form.js'
import { sampleOf } from './regex-sample.js'
import { textByFormat, textByName, textOfLength } from './texts.js'

/**
 * Values worth trying where these arms decide: the listed ones, real-looking ones, and those on either side of every
 * bound. Most readable first. `name` is the property that holds the value.
 */
export function candidates(arms: readonly ScalarArm[], name: string): Json[] {
  const listed = arms.flatMap((arm) => arm.values ?? [])
  const strings = arms.filter((arm): arm is StringArm => arm.kind === 'string')
  const numbers = arms.filter((arm): arm is NumberArm => arm.kind === 'number')
  return [
    ...listed,
    ...(strings.length > 0 ? texts(strings, name) : []),
    ...(numbers.length > 0 ? amounts(numbers, name) : []),
    ...(has(arms, 'boolean') ? [true, false] : []),
    ...(has(arms, 'null') ? [null] : []),
  ]
}

function has(arms: readonly ScalarArm[], kind: Arm['kind']): boolean {
  return arms.some((arm) => arm.kind === kind)
}

function texts(arms: readonly StringArm[], name: string): string[] {
  const formats = arms.flatMap((arm) => arm.formats)
  const patterns = arms.flatMap((arm) => arm.patterns)
  const lengths = arms.flatMap((arm) => [arm.minLength, arm.minLength - 1, arm.maxLength, arm.maxLength + 1])
  const starts = [
    textByName(name),
    ...formats.flatMap((format) => textByFormat[format] ?? []),
    ...patterns.flatMap((pattern) => [1, 2, 3, 6, 12].flatMap((times) => sampleOf(pattern, times) ?? [])),
    ...Object.values(textByFormat),
    'abc',
    'ABC',
    '12345',
    'a1-b2',
    'x',
    'not this!',
    '',
  ]
  const fitted = [...new Set(lengths)]
    .filter(Number.isFinite)
    .flatMap((length) => [
      ...starts.flatMap((start) => textOfLength(start, length) ?? []),
      ...(length >= 0 && length <= 200 ? ['a'.repeat(length), '1'.repeat(length)] : []),
    ])
  return [...new Set([...starts, ...fitted])]
}

function amounts(arms: readonly NumberArm[], name: string): number[] {
  const usual = /year/i.test(name) ? [2026] : /price|amount|rate|total|score|percent/i.test(name) ? [9.5, 42] : [42]
  const bounds = arms
    .flatMap((arm) => [arm.minimum, arm.maximum, arm.exclusiveMinimum, arm.exclusiveMaximum])
    .filter(Number.isFinite)
  const steps = arms.flatMap((arm) => arm.multiples)
  const near = bounds.flatMap((bound) => [bound, bound + 1, bound - 1, bound + 0.5, bound - 0.5])
  const between = bounds.flatMap((low) => bounds.map((high) => (low + high) / 2))
  const product = steps.reduce((left, right) => left * right, 1)
  const stepped = [...steps, product].flatMap((step) => [
    step,
    0,
    -step,
    step / 2,
    ...bounds.flatMap((bound) => [Math.ceil(bound / step) * step, Math.floor(bound / step) * step]),
    ...bounds.flatMap((bound) => [(Math.ceil(bound / step) + 1) * step, (Math.floor(bound / step) - 1) * step]),
  ])
  return [...new Set([...usual, 1, 0, 1.5, ...near, ...between, ...stepped, -1, -1.5, 1000000])].filter(Number.isFinite)
}
