import fc from 'fast-check'
import type { ObjectPlan, Plan } from '../plan.js'
import { objects } from './objects.js'

/** A type that nobody wrote: inferred from one expression, in the ways in which a handler's answer is. */
type Form = (name: string, expression: string, type: string) => string

const forms: readonly (readonly [wished: string, declare: Form, text: (name: string) => string])[] = [
  ['constant', (name, value) => `const ${name} = ${value} as const`, (name) => `typeof ${name}`],
  ['satisfied', (name, value, type) => `const ${name} = ${value} satisfies ${type}`, (name) => `typeof ${name}`],
  ['widened', (name, value) => `const ${name} = ${value}`, (name) => `typeof ${name}`],
  ['answer', (name, value) => `function ${name}() { return ${value} }`, (name) => `ReturnType<typeof ${name}>`],
  [
    'loaded',
    (name, value) => `async function ${name}() { return ${value} }`,
    (name) => `Awaited<ReturnType<typeof ${name}>>`,
  ],
  [
    'either',
    (name, value) => `function ${name}(flag: boolean) { return flag ? ${value} : { failed: true as const } }`,
    (name) => `ReturnType<typeof ${name}>`,
  ],
]

export function inferred(plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc
    .tuple(fc.constantFrom(...forms), objects(plan), fc.nat())
    .map(([[wished, declare, text], planned, seed]) => written(planned, seed, wished, declare, text))
}

function written(
  planned: ObjectPlan,
  seed: number,
  wished: string,
  declare: Form,
  text: (name: string) => string,
): Plan {
  return (scope) => {
    const object = planned(scope)
    // `{}` as a type takes any value, as an expression it has none but itself, and types alone cannot tell the two.
    const said = fc.sample(object.values, { seed, numRuns: 5 }).find((one) => !/\{\s*\}/.test(one))
    const [expression, type] = said === undefined ? ['{ "kept": 1 }', 'object'] : [said, object.text]
    const name = scope.declare(wished, (own) => declare(own, expression, type))
    return { text: text(name), values: fc.constant(expression) }
  }
}
