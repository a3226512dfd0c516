import fc from 'fast-check'
import type { Plan } from '../plan.js'

/** How a type contains itself: its declaration around a value's type, and its values from plainest to deepest. */
interface Form {
  readonly declare: (name: string, value: string) => string
  readonly base: (value: string) => string
  readonly around: (inner: string, value: string) => string
  readonly text?: (name: string) => string
}

const forms: readonly Form[] = [
  {
    declare: (name, value) => `interface ${name} { value: ${value}; next: ${name} | null }`,
    base: (value) => `{ value: ${value}, next: null }`,
    around: (inner, value) => `{ value: ${value}, next: ${inner} }`,
  },
  {
    declare: (name, value) =>
      `interface ${name} { value?: ${value}; items: ${name}[]; byName: Record<string, ${name}> }`,
    base: () => '{ items: [], byName: {} }',
    around: (inner, value) => `{ value: ${value}, items: [${inner}], byName: { one: ${inner} } }`,
  },
  {
    declare: (name, value) => `type ${name} = ${value} | ${name}[]`,
    base: (value) => value,
    around: (inner, value) => `[${inner}, ${value}]`,
  },
  {
    declare: (name, value) =>
      `interface ${name} { others: ${name}Other[] }; interface ${name}Other { back: ${name} | null; value: ${value} }`,
    base: () => '{ others: [] }',
    around: (inner, value) => `{ others: [{ back: ${inner}, value: ${value} }] }`,
  },
  {
    declare: (name, value) => `type ${name}<T> = { value: T; kids: ${name}<T>[] }; type ${name}Of = ${name}<${value}>`,
    base: (value) => `{ value: ${value}, kids: [] }`,
    around: (inner, value) => `{ value: ${value}, kids: [${inner}] }`,
    text: (name) => `${name}Of`,
  },
  {
    declare: (name, value) =>
      `type ${name} = { leaf: true; value: ${value} } | { leaf: false; left: ${name}; right: ${name} }`,
    base: (value) => `{ leaf: true, value: ${value} }`,
    around: (inner) => `{ leaf: false, left: ${inner}, right: ${inner} }`,
  },
  {
    declare: (name, value) =>
      `interface ${name} { value: ${value}; next: ${name} | null }; type ${name}Part = Partial<Omit<${name}, 'value'>>`,
    base: () => '{}',
    around: (_, value) => `{ next: { value: ${value}, next: null } }`,
    text: (name) => `${name}Part`,
  },
  {
    declare: (name, value) =>
      `type ${name}Deep<T> = { [K in keyof T]?: T[K] extends Array<infer I> ? ${name}Deep<I>[] : T[K] }; interface ${name} { value: ${value}; items: ${name}[] }`,
    base: () => '{}',
    around: (inner, value) => `{ value: ${value}, items: [${inner}] }`,
    text: (name) => `${name}Deep<${name}>`,
  },
]

export const recursion = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(fc.constantFrom(...forms), plan).map(([form, planned]) => (scope) => {
    const value = planned(scope)
    const name = scope.declare('Deep', (own) => form.declare(own, `(${value.text})`))
    const values = fc
      .array(value.values, { minLength: 1, maxLength: 3 })
      .map(([first = '', ...rest]) => rest.reduce(form.around, form.base(first)))
    return { text: form.text?.(name) ?? name, values }
  })
