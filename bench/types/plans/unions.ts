import fc from 'fast-check'
import type { Field, ObjectPlan, Plan, WrittenObject } from '../plan.js'
import { asObject, body, key, literals } from './fields.js'
import { objects } from './objects.js'

const union = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.array(plan, { minLength: 2, maxLength: 3 }).map((plans) => (scope) => {
    const members = plans.map((planned) => planned(scope))
    return {
      text: members.map(({ text }) => `(${text})`).join(' | '),
      values: fc.oneof(...members.map(({ values }) => values)),
    }
  })

/** `a` and `b` tell the alternatives apart, as a word, a number or a truth value. */
const discriminated = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc
    .tuple(objects(plan, '1'), objects(plan, '2'), fc.constantFrom(['"a"', '"b"'], ['1', '2'], ['true', 'false']))
    .map(([left, right, [one = '', two = '']]) => (scope) => {
      const first = tagged(left(scope), one)
      const second = tagged(right(scope), two)
      return {
        text: scope.declare('Choice', (name) => `type ${name} = (${first.text}) | (${second.text})`),
        values: fc.oneof(first.values, second.values),
      }
    })

function tagged({ text, fields }: WrittenObject, tag: string): WrittenObject {
  const type: Field = {
    name: 'tag',
    optional: false,
    orUndefined: false,
    readonly: false,
    type: { text: tag, values: fc.constant(tag) },
  }
  return asObject(`{ tag: ${tag} } & ${text}`, [type, ...fields])
}

export const intersections = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<ObjectPlan> =>
  fc.tuple(objects(plan, '1'), objects(plan, '2')).map(([left, right]) => (scope) => {
    const first = left(scope)
    const second = right(scope)
    return asObject(`(${first.text}) & (${second.text})`, [...first.fields, ...second.fields])
  })

/** A base and one of two others: the intersection is spread over the union. */
const spread = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(objects(plan, '1'), objects(plan, '2'), objects(plan, '3')).map(([base, left, right]) => (scope) => {
    const [shared, first, second] = [base(scope), left(scope), right(scope)]
    return {
      text: `(${shared.text}) & ((${first.text}) | (${second.text}))`,
      values: fc.oneof(literals([...shared.fields, ...first.fields]), literals([...shared.fields, ...second.fields])),
    }
  })

/** The same property twice: it is there if one side asks for it, and has the narrower type. */
const overlapping = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  objects(plan).map((planned) => (scope) => {
    const object = planned(scope)
    const [first] = object.fields
    if (first === undefined) return object
    const certain = { ...first, optional: false, orUndefined: false }
    return asObject(`(${object.text}) & { ${body([certain])}; only: 'a' | 'b' } & { only: string }`, [
      certain,
      ...object.fields.slice(1),
      { ...certain, name: 'only', type: { text: "'a' | 'b'", values: fc.constantFrom(key('a'), key('b')) } },
    ])
  })

export function unions(plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc.oneof(
    { weight: 4, arbitrary: union(plan) },
    { weight: 3, arbitrary: discriminated(plan) },
    { weight: 2, arbitrary: intersections(plan) },
    { weight: 2, arbitrary: spread(plan) },
    { weight: 1, arbitrary: overlapping(plan) },
  )
}
