import fc from 'fast-check'
import type { Plan, Written } from '../plan.js'

/** What the generated types share; it stands at the head of each generated file. */
export const house = `
interface Page<T> { items: T[]; total: number; next?: T | null }
type Box<T> = { value: T }
type Maybe<T> = T | null | undefined
type Outcome<T, E = 'failed'> = { ok: true; value: T } | { ok: false; error: E }
class Wrapper<T> { declare readonly [own]: { held: T }; constructor(readonly held: T) {} }
type Nullable<T> = { [K in keyof T]: T[K] | null }
type Prefixed<T> = { [K in keyof T as \`get_\${K & string}\`]: T[K] }
type Unwrap<T> = T extends Promise<infer U> ? U : T extends (infer I)[] ? { list: I } : T
type Only<T, U> = T extends U ? T : never
`

type Form = (held: Written) => Written

const same =
  (text: (held: string) => string): Form =>
  (held) => ({ text: text(held.text), values: held.values })

const forms: readonly Form[] = [
  ({ text, values }) => ({
    text: `Page<${text}>`,
    values: fc
      .tuple(fc.array(values, { maxLength: 2 }), fc.oneof(values, fc.constant('null')))
      .map(([items, next]) => `{ items: [${items.join(', ')}], total: ${items.length}, next: ${next} }`),
  }),
  ({ text, values }) => ({
    text: `Box<Box<${text}>>`,
    values: values.map((value) => `{ value: { value: ${value} } }`),
  }),
  ({ text, values }) => ({ text: `Box<Maybe<${text}>>`, values: values.map((value) => `{ value: ${value} }`) }),
  ({ text, values }) => ({
    text: `Outcome<${text}>`,
    values: fc.oneof(
      values.map((value) => `{ ok: true, value: ${value} }`),
      fc.constant('{ ok: false, error: "failed" }'),
    ),
  }),
  same((text) => `Unwrap<Promise<${text}>>`),
  ({ text, values }) => ({ text: `Unwrap<(${text})[]>`, values: values.map((value) => `{ list: ${value} }`) }),
  same((text) => `Awaited<Promise<${text}>>`),
  same((text) => `Exclude<(${text}) | "zz", "zz">`),
  same((text) => `Extract<(${text}) | "zz", (${text})>`),
  same((text) => `NonNullable<(${text}) | null | undefined>`),
  same((text) => `ReturnType<() => (${text})>`),
  same((text) => `Parameters<(first: (${text})) => void>[0]`),
  same((text) => `Box<${text}>['value']`),
  same((text) => `Only<(${text}), unknown>`),
]

export function generics(plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc.tuple(fc.constantFrom(...forms), plan).map(
    ([form, planned]) =>
      (scope) =>
        form(planned(scope)),
  )
}
