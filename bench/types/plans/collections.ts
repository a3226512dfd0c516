import fc from 'fast-check'
import type { Plan, Scope, Written } from '../plan.js'

const list = (item: Written, most = 3) =>
  fc.array(item.values, { maxLength: most }).map((items) => `[${items.join(', ')}]`)

const arrayForms: readonly ((text: string) => string)[] = [
  (text) => `(${text})[]`,
  (text) => `readonly (${text})[]`,
  (text) => `Array<${text}>`,
  (text) => `ReadonlyArray<${text}>`,
]

const arrays = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(fc.constantFrom(...arrayForms), plan).map(([form, planned]) => (scope) => {
    const item = planned(scope)
    return { text: form(item.text), values: list(item) }
  })

const holes = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  plan.map((planned) => (scope) => {
    const item = planned(scope)
    const some = fc.oneof(item.values, fc.constant('undefined'))
    return { text: `((${item.text}) | undefined)[]`, values: list({ text: '', values: some }) }
  })

/** An element of a tuple: how it is written around its type, and how many values it takes. */
interface Element {
  readonly write: (text: string, index: number) => string
  readonly values: (item: Written) => fc.Arbitrary<readonly string[]>
}

const one: Element = { write: (text) => `(${text})`, values: ({ values }) => values.map((value) => [value]) }
const maybe: Element = { write: (text) => `(${text})?`, values: ({ values }) => fc.array(values, { maxLength: 1 }) }
const many: Element = { write: (text) => `...(${text})[]`, values: ({ values }) => fc.array(values, { maxLength: 2 }) }
const namedOne: Element = { ...one, write: (text, index) => `n${index}: (${text})` }
const namedMaybe: Element = { ...maybe, write: (text, index) => `n${index}?: (${text})` }

const tupleForms: readonly (readonly Element[])[] = [
  [],
  [one],
  [one, one],
  [one, maybe],
  [maybe],
  [one, many],
  [one, many, one],
  [many, one],
  [one, maybe, many],
  [namedOne, namedOne],
  [namedOne, namedMaybe],
]

const tuples = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(fc.constantFrom(...tupleForms), fc.boolean(), plan, plan, plan).map(([form, fixed, ...plans]) => (scope) => {
    const elements = form.map((element, index) => ({ element, item: writeAt(plans, index, scope) }))
    const texts = elements.map(({ element, item }, index) => element.write(item.text, index))
    return {
      text: `${fixed ? 'readonly ' : ''}[${texts.join(', ')}]`,
      values: fc
        .tuple(...elements.map(({ element, item }) => element.values(item)))
        .filter((parts) => parts.every((part, index) => part.length > 0 || isEnd(form, index, parts)))
        .map((parts) => `[${parts.flat().join(', ')}]`),
    }
  })

/** What is left out of a tuple is left out at its end; a rest may be empty anywhere. */
function isEnd(form: readonly Element[], index: number, parts: readonly (readonly string[])[]): boolean {
  return form[index] === many || parts.slice(index).every((part) => part.length === 0)
}

function writeAt(plans: readonly Plan[], index: number, scope: Scope): Written {
  const plan = plans[index]
  if (plan === undefined) throw new Error('a tuple has three elements at most')
  return plan(scope)
}

export function collections(plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc.oneof(
    { weight: 3, arbitrary: arrays(plan) },
    { weight: 1, arbitrary: holes(plan) },
    { weight: 4, arbitrary: tuples(plan) },
  )
}
