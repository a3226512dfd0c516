import type { Aspect } from '../../model/difference.js'
import type { Json } from '../../model/json.js'
import { matchOf } from '../../patterns/matching.js'
import { armAdmits, hasFormat } from './admits.js'
import type { NumberArm, ScalarArm, Side, StringArm } from './form.js'
import { same } from './json.js'
import { isMultiple } from './multiples.js'

/** One restriction of a scalar arm. */
export interface Keyword {
  readonly aspect: Aspect
  /** Whether a value of the right kind surely keeps it. */
  holds(value: Json): boolean
  /** Whether every value of another arm surely keeps it. */
  impliedBy(arm: ScalarArm): boolean
}

/** The restrictions of an arm beyond its kind. */
export function keywordsOf(arm: ScalarArm, side: Side): Keyword[] {
  const found: Keyword[] = []
  const { values } = arm
  if (values !== null) {
    const listed = (value: Json) => values.some((known) => same(known, value))
    found.push({ aspect: 'enum', holds: listed, impliedBy: (other) => other.values?.every(listed) ?? false })
  }
  if (arm.kind === 'string') found.push(...stringKeywords(arm))
  if (arm.kind === 'number') found.push(...numberKeywords(arm))
  // Whoever lists values has said with them all that the other keywords say.
  return found.map((keyword) => ({
    ...keyword,
    impliedBy: (other) =>
      keyword.impliedBy(other) ||
      (other.values?.filter((value) => armAdmits(other, value, side)).every((value) => keyword.holds(value)) ?? false),
  }))
}

function stringKeywords(arm: StringArm): Keyword[] {
  const text = (check: (value: string) => boolean) => (value: Json) => typeof value !== 'string' || check(value)
  const strings = (check: (other: StringArm) => boolean) => (other: ScalarArm) =>
    other.kind === 'string' && check(other)
  const length = (value: string) => [...value].length
  return [
    ...arm.formats.map(
      (format): Keyword => ({
        aspect: 'format',
        holds: text((value) => hasFormat(format, value)),
        impliedBy: strings((other) => other.formats.some((one) => one === format || narrower[one] === format)),
      }),
    ),
    ...arm.patterns.map(
      (pattern): Keyword => ({
        aspect: 'constraint',
        holds: text((value) => matchOf(pattern, value) === 'matches'),
        impliedBy: strings((other) => other.patterns.includes(pattern)),
      }),
    ),
    ...(arm.minLength > 0
      ? [
          {
            aspect: 'constraint',
            holds: text((value) => length(value) >= arm.minLength),
            impliedBy: strings((other) => Math.max(other.minLength, ...other.formats.map(shortest)) >= arm.minLength),
          } as const,
        ]
      : []),
    ...(Number.isFinite(arm.maxLength)
      ? [
          {
            aspect: 'constraint',
            holds: text((value) => length(value) <= arm.maxLength),
            impliedBy: strings((other) => Math.min(other.maxLength, ...other.formats.map(longest)) <= arm.maxLength),
          } as const,
        ]
      : []),
  ]
}

/** Formats whose every text is also of another. */
const narrower: Readonly<Record<string, string>> = { uri: 'uri-reference' }

/** The fewest and the most letters that Ajv takes for a format: ajv-formats 3, src/formats.ts, by its expressions. */
const lengths: Readonly<Record<string, readonly [number, number]>> = {
  date: [10, 10],
  'date-time': [20, Number.POSITIVE_INFINITY],
  duration: [2, Number.POSITIVE_INFINITY],
  email: [3, Number.POSITIVE_INFINITY],
  hostname: [1, 254],
  ipv4: [7, 15],
  ipv6: [2, 45],
  time: [9, Number.POSITIVE_INFINITY],
  uri: [2, Number.POSITIVE_INFINITY],
  uuid: [36, 45],
}

function shortest(format: string): number {
  return lengths[format]?.[0] ?? 0
}

function longest(format: string): number {
  return lengths[format]?.[1] ?? Number.POSITIVE_INFINITY
}

function numberKeywords(arm: NumberArm): Keyword[] {
  const amount = (check: (value: number) => boolean) => (value: Json) => typeof value !== 'number' || check(value)
  const numbers = (check: (other: NumberArm) => boolean) => (other: ScalarArm) =>
    other.kind === 'number' && check(other)
  const found: Keyword[] = []
  if (arm.integer) {
    const whole = (other: NumberArm) => other.integer || other.multiples.some(Number.isInteger)
    found.push({ aspect: 'type', holds: amount(Number.isInteger), impliedBy: numbers(whole) })
  }
  const bound = (holds: (value: number) => boolean, impliedBy: (other: NumberArm) => boolean) =>
    found.push({ aspect: 'constraint', holds: amount(holds), impliedBy: numbers(impliedBy) })
  if (Number.isFinite(arm.minimum))
    bound(
      (value) => value >= arm.minimum,
      (other) => lowest(other).at >= arm.minimum,
    )
  if (Number.isFinite(arm.maximum))
    bound(
      (value) => value <= arm.maximum,
      (other) => highest(other).at <= arm.maximum,
    )
  if (Number.isFinite(arm.exclusiveMinimum)) {
    const least = arm.exclusiveMinimum
    bound(
      (value) => value > least,
      (other) => lowest(other).at > least || (lowest(other).at === least && lowest(other).open),
    )
  }
  if (Number.isFinite(arm.exclusiveMaximum)) {
    const most = arm.exclusiveMaximum
    bound(
      (value) => value < most,
      (other) => highest(other).at < most || (highest(other).at === most && highest(other).open),
    )
  }
  for (const step of arm.multiples) {
    const implied = (other: NumberArm) =>
      other.multiples.some((one) => isMultiple(one, step)) || (other.integer && isMultiple(1, step))
    bound((value) => isMultiple(value, step), implied)
  }
  return found
}

/** Where the numbers of an arm end. */
interface Bound {
  readonly at: number
  /** The bound itself is not in. */
  readonly open: boolean
}

export function lowest(arm: NumberArm): Bound {
  const open = arm.exclusiveMinimum >= arm.minimum
  const at = open ? arm.exclusiveMinimum : arm.minimum
  if (!arm.integer || !Number.isFinite(at)) return { at, open }
  return { at: open ? Math.floor(at) + 1 : Math.ceil(at), open: false }
}

export function highest(arm: NumberArm): Bound {
  const open = arm.exclusiveMaximum <= arm.maximum
  const at = open ? arm.exclusiveMaximum : arm.maximum
  if (!arm.integer || !Number.isFinite(at)) return { at, open }
  return { at: open ? Math.ceil(at) - 1 : Math.floor(at), open: false }
}
