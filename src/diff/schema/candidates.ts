import type { Json } from '../../model/json.js'
import type { Arm, NumberArm, ScalarArm, StringArm } from './form.js'
import { sampleOf } from './regex-sample.js'
import { amountByName, textByFormat, textByName, textOfLength } from './texts.js'

/**
 * Values worth trying where these arms decide: the listed ones, real-looking ones, and those on either side of every
 * bound. Most readable first. `name` is the property that holds the value.
 */
export function* candidates(arms: readonly ScalarArm[], name: string): Generator<Json> {
  for (const arm of arms) yield* arm.values ?? []
  const strings = arms.filter((arm): arm is StringArm => arm.kind === 'string')
  const numbers = arms.filter((arm): arm is NumberArm => arm.kind === 'number')
  if (strings.length > 0) yield* texts(strings, name)
  if (numbers.length > 0) yield* amounts(numbers, name)
  if (has(arms, 'boolean')) yield* [true, false]
  if (has(arms, 'null')) yield null
}

function has(arms: readonly ScalarArm[], kind: Arm['kind']): boolean {
  return arms.some((arm) => arm.kind === kind)
}

/** Texts that one would write in an example, whatever they are for; those of rarer formats come last. */
const usual = ['date', 'date-time', 'email', 'uri', 'uuid', 'hostname', 'ipv4'] as const
const formatted = usual.flatMap((format) => textByFormat[format] ?? [])
const rare = Object.values(textByFormat).filter((text) => !formatted.includes(text))
const plain = ['abc', 'ABC', '12345', 'a1-b2', 'x', 'not this!', '']
const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const digits = '1234567890'

/** One after the other: mostly the first will do. */
function* texts(arms: readonly StringArm[], name: string): Generator<string> {
  const starts: string[] = []
  for (const text of startsOf(arms, name)) {
    if (starts.includes(text)) continue
    starts.push(text)
    yield text
  }
  const lengths = arms.flatMap((arm) => [arm.minLength, arm.minLength - 1, arm.maxLength, arm.maxLength + 1])
  const told = new Set(starts)
  for (const length of new Set(lengths.filter(Number.isFinite))) {
    const long = length >= 0 && length <= 200 ? [runOf(alphabet, length), runOf(digits, length)] : []
    for (const text of [...starts.flatMap((start) => textOfLength(start, length) ?? []), ...long]) {
      if (told.has(text)) continue
      told.add(text)
      yield text
    }
  }
  yield* rare
}

function runOf(letters: string, length: number): string {
  return letters.repeat(Math.ceil(length / letters.length)).slice(0, length)
}

function* startsOf(arms: readonly StringArm[], name: string): Generator<string> {
  yield textByName(name)
  for (const { formats } of arms) yield* formats.flatMap((format) => textByFormat[format] ?? [])
  for (const { patterns } of arms)
    yield* patterns.flatMap((pattern) => [1, 2, 3, 6, 12].flatMap((times) => sampleOf(pattern, times) ?? []))
  yield* formatted
  yield* plain
}

function amounts(arms: readonly NumberArm[], name: string): number[] {
  const usual = amountByName(name)
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
  const rounded = stepped.map((value) => Number(value.toPrecision(15)))
  return [...new Set([...usual, 1, 0, 1.5, ...near, ...between, ...rounded, -1, -1.5, 1000000])].filter(Number.isFinite)
}
