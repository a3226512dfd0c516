import fc from 'fast-check'
import type { Plan, Written } from '../plan.js'

interface Keys {
  readonly write: (value: string) => string
  readonly keys: readonly string[]
  /** All of the keys are there. */
  readonly whole?: true
}

const forms: readonly Keys[] = [
  { write: (value) => `Record<'a' | 'b', ${value}>`, keys: ['a', 'b'], whole: true },
  { write: (value) => `Partial<Record<'a' | 'b', ${value}>>`, keys: ['a', 'b'] },
  { write: (value) => `Record<string, ${value}>`, keys: ['a', 'any key', '0'] },
  { write: (value) => `{ [key: string]: ${value} }`, keys: ['a', 'any key', '-1'] },
  { write: (value) => `{ readonly [key: number]: ${value} }`, keys: ['0', '12'] },
  { write: (value) => `{ [key: \`x-\${string}\`]: ${value} }`, keys: ['x-a', 'x-'] },
  { write: (value) => `Record<\`n\${number}\`, ${value}>`, keys: ['n1', 'n-2.5'] },
  { write: (value) => `{ [K in 'x' | 'y']: (${value}) | K }`, keys: ['x', 'y'], whole: true },
  { write: (value) => `{ [K in 'x' | 'y']?: ${value} }`, keys: ['x', 'y'] },
]

const record = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(fc.constantFrom(...forms), plan).map(([form, planned]) => (scope) => {
    const value = planned(scope)
    return { text: form.write(`(${value.text})`), values: entries(form, value) }
  })

function entries({ keys, whole }: Keys, { values }: Written): fc.Arbitrary<string> {
  const pairs = keys.map((key) => {
    const pair = values.map((value) => `${JSON.stringify(key)}: ${value}`)
    return whole ? pair : fc.option(pair, { freq: 2 })
  })
  return fc.tuple(...pairs).map((all) => `{ ${all.filter((pair) => pair !== null).join(', ')} }`)
}

/** Some keys by name beside an index signature. */
const mixed = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(plan, plan).map(([one, other]) => (scope) => {
    const [left, right] = [one(scope), other(scope)]
    return {
      text: `{ [key: string]: (${left.text}) | (${right.text}); known: (${right.text}) }`,
      values: fc.tuple(right.values, left.values).map(([known, free]) => `{ "known": ${known}, "free": ${free} }`),
    }
  })

const patterned = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(plan, plan).map(([one, other]) => (scope) => {
    const [left, right] = [one(scope), other(scope)]
    return {
      text: `{ [key: \`x-\${string}\`]: (${left.text}); [key: \`y-\${number}\`]: (${right.text}); plain: 1 }`,
      values: fc.tuple(left.values, right.values).map(([x, y]) => `{ "x-a": ${x}, "y-1": ${y}, "plain": 1 }`),
    }
  })

export function records(plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc.oneof(
    { weight: 4, arbitrary: record(plan) },
    { weight: 1, arbitrary: mixed(plan) },
    { weight: 1, arbitrary: patterned(plan) },
  )
}
