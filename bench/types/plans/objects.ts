import fc from 'fast-check'
import type { ObjectPlan, Plan } from '../plan.js'
import { asObject, body, fieldsOf, type PlannedField, write } from './fields.js'

type Form = (fields: readonly PlannedField[]) => ObjectPlan

const inline: Form = (planned) => (scope) => {
  const fields = write(planned, scope)
  return asObject(`{ ${body(fields)} }`, fields)
}

const alias: Form = (planned) => (scope) => {
  const fields = write(planned, scope)
  return asObject(
    scope.declare('Alias', (name) => `type ${name} = { ${body(fields)} }`),
    fields,
  )
}

const declared: Form = (planned) => (scope) => {
  const fields = write(planned, scope)
  return asObject(
    scope.declare('Shape', (name) => `interface ${name} { ${body(fields)} }`),
    fields,
  )
}

const extended: Form = (planned) => (scope) => {
  const fields = write(planned, scope)
  const half = Math.ceil(fields.length / 2)
  const base = scope.declare('Base', (name) => `interface ${name} { ${body(fields.slice(0, half))} }`)
  return asObject(
    scope.declare('Shape', (name) => `interface ${name} extends ${base} { ${body(fields.slice(half))} }`),
    fields,
  )
}

const merged: Form = (planned) => (scope) => {
  const fields = write(planned, scope)
  const half = Math.ceil(fields.length / 2)
  const name = scope.declare(
    'Merged',
    (own) => `interface ${own} { ${body(fields.slice(0, half))} }; interface ${own} { ${body(fields.slice(half))} }`,
  )
  return asObject(name, fields)
}

const spaced: Form = (planned) => (scope) => {
  const fields = write(planned, scope)
  const name = scope.declare('Space', (own) => `namespace ${own} { export interface Shape { ${body(fields)} } }`)
  return asObject(`${name}.Shape`, fields)
}

/** Objects in all the ways of writing them, with fields of the given types. */
export function objects(plan: fc.Arbitrary<Plan>, after = ''): fc.Arbitrary<ObjectPlan> {
  return fc
    .tuple(fc.constantFrom(inline, alias, declared, extended, merged, spaced), fieldsOf(plan, after))
    .map(([form, fields]) => form(fields))
}
