import fc from 'fast-check'
import type { Field, Plan, Scope, WrittenObject } from '../plan.js'

const names = ['id', 'name', 'kind', 'a', 'b', 'c', 'x-y', 'with space', '7', 'é', '$ref', "'q'"] as const

export interface PlannedField extends Omit<Field, 'type'> {
  readonly plan: Plan
}

/** A few fields with names of their own; `after` keeps two lists apart. */
export function fieldsOf(plan: fc.Arbitrary<Plan>, after = ''): fc.Arbitrary<readonly PlannedField[]> {
  const field = fc.record({
    name: fc.constantFrom(...names).map((name) => `${name}${after}`),
    optional: fc.constantFrom(false, false, true),
    orUndefined: fc.constantFrom(false, false, false, true),
    readonly: fc.boolean(),
    plan,
  })
  return fc.uniqueArray(field, { selector: ({ name }) => name, minLength: 1, maxLength: 4 })
}

export function write(fields: readonly PlannedField[], scope: Scope): readonly Field[] {
  return fields.map(({ plan, ...field }) => ({ ...field, type: plan(scope) }))
}

export function key(name: string): string {
  return JSON.stringify(name)
}

function typeOf({ type, orUndefined }: Field): string {
  return orUndefined ? `(${type.text}) | undefined` : `(${type.text})`
}

/** The fields as the body of an interface, of a class or of a type literal has them. */
export function body(fields: readonly Field[]): string {
  return fields
    .map((field) => {
      const modifier = field.readonly ? 'readonly ' : ''
      return `${modifier}${key(field.name)}${field.optional ? '?' : ''}: ${typeOf(field)}`
    })
    .join('; ')
}

/** Object literals with these fields; an optional one is sometimes left out. */
export function literals(fields: readonly Field[]): fc.Arbitrary<string> {
  const parts = fields.map((field) => {
    const some = field.orUndefined
      ? fc.oneof({ weight: 3, arbitrary: field.type.values }, { weight: 1, arbitrary: fc.constant('undefined') })
      : field.type.values
    const pair = some.map((value) => `${key(field.name)}: ${value}`)
    return field.optional ? fc.option(pair, { freq: 2 }) : pair
  })
  return fc.tuple(...parts).map((pairs) => `{ ${pairs.filter((pair) => pair !== null).join(', ')} }`)
}

export function asObject(text: string, fields: readonly Field[]): WrittenObject {
  return { text, fields, values: literals(fields) }
}
