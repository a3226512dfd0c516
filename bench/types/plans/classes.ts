import fc from 'fast-check'
import type { Field, Plan, Scope } from '../plan.js'
import { body, fieldsOf, key, literals, write } from './fields.js'

const secrets = 'private hidden: true = true; protected kept: null = null; #gone = 1; static count = 3'
const kept = '"hidden": true; "kept": null'
const behaviour =
  'get label(): string { return String(this.#gone) } set label(_: string) {} method(): void {} static make(): void {}'

/** The constructor takes the fields as one object, so that what is left out there is left out here. */
function fill(fields: readonly Field[]): string {
  return fields.map(({ name }) => `if (${key(name)} in init) this[${key(name)}] = init[${key(name)}]!`).join('; ')
}

function declareClass(scope: Scope, fields: readonly Field[]): string {
  return scope.declare(
    'Model',
    (
      name,
    ) => `class ${name} { ${fields.map((field) => `${body([field]).replace(/"\??:/, (mark) => (field.optional ? mark : '"!:'))}; `).join('')}
  ${secrets}; declare readonly [own]: { ${body(fields)}; ${kept} }
  constructor(init: { ${body(fields)} }) { ${fill(fields)} } ${behaviour} }`,
  )
}

/** Fields of all visibilities, statics, accessors and methods: a class's type shows other members than its values send. */
const model = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fieldsOf(plan).map((planned) => (scope) => {
    const fields = write(planned, scope).map((field) => ({ ...field, readonly: false }))
    const name = declareClass(scope, fields)
    return { text: name, values: literals(fields).map((init) => `new ${name}(${init})`) }
  })

const heir = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  fc.tuple(fieldsOf(plan), plan).map(([planned, more]) => (scope) => {
    const fields = write(planned, scope).map((field) => ({ ...field, readonly: false }))
    const base = declareClass(scope, fields)
    const extra = more(scope)
    const name = scope.declare(
      'Heir',
      (
        own,
      ) => `class ${own} extends ${base} { declare readonly [own]: { ${body(fields)}; ${kept}; "extra": (${extra.text}) }
  constructor(init: { ${body(fields)} }, readonly extra: (${extra.text})) { super(init) } override method(): void {} }`,
    )
    const values = fc.tuple(literals(fields), extra.values).map(([init, value]) => `new ${name}(${init}, ${value})`)
    return { text: name, values }
  })

const toJson = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  plan.map((planned) => (scope) => {
    const held = planned(scope)
    const name = scope.declare(
      'Converted',
      (own) =>
        `class ${own} { secret = 1; constructor(private readonly held: (${held.text})) {} toJSON(): (${held.text}) { return this.held } }`,
    )
    return { text: name, values: held.values.map((value) => `new ${name}(${value})`) }
  })

const literalToJson = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  plan.map((planned) => (scope) => {
    const held = planned(scope)
    return {
      text: `{ other: 1; toJSON(): (${held.text}) }`,
      values: held.values.map((value) => `{ other: 1 as const, toJSON: () => (${value}) }`),
    }
  })

const generic = (plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> =>
  plan.map((planned) => (scope) => {
    const held = planned(scope)
    return {
      text: `Wrapper<(${held.text})>`,
      values: held.values.map((value) => `new Wrapper<(${held.text})>(${value})`),
    }
  })

const error: fc.Arbitrary<Plan> = fc.constant((scope) => {
  const name = scope.declare(
    'Failure',
    (own) =>
      `class ${own} extends Error { declare readonly [own]: { code: 404 | 500 }; constructor(readonly code: 404 | 500) { super("x") } }`,
  )
  return { text: name, values: fc.constantFrom(`new ${name}(404)`, `new ${name}(500)`) }
})

export function classes(plan: fc.Arbitrary<Plan>): fc.Arbitrary<Plan> {
  return fc.oneof(
    { weight: 3, arbitrary: model(plan) },
    { weight: 2, arbitrary: heir(plan) },
    { weight: 2, arbitrary: toJson(plan) },
    { weight: 1, arbitrary: literalToJson(plan) },
    { weight: 2, arbitrary: generic(plan) },
    { weight: 1, arbitrary: error },
  )
}
