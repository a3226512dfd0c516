import fc from 'fast-check'
import type { Field, ObjectPlan, Plan, WrittenObject } from '../plan.js'
import { asObject, key } from './fields.js'
import { objects } from './objects.js'
import { intersections } from './unions.js'

type Derive = (object: WrittenObject) => WrittenObject

function each(object: WrittenObject, text: string, change: (field: Field) => Field): WrittenObject {
  return asObject(text, object.fields.map(change))
}

const names = (fields: readonly Field[]) => fields.map(({ name }) => key(name)).join(' | ')
const certain = (field: Field): Field => {
  return { ...field, optional: false, orUndefined: field.optional ? false : field.orUndefined }
}
const orNull = (field: Field): Field => {
  const values = fc.oneof(field.type.values, fc.constant('null'))
  return { ...field, type: { text: `(${field.type.text}) | null`, values } }
}

const derivations: readonly Derive[] = [
  (object) => each(object, `Partial<${object.text}>`, (field) => ({ ...field, optional: true })),
  (object) => each(object, `Required<${object.text}>`, certain),
  (object) => each(object, `Readonly<${object.text}>`, (field) => field),
  (object) => {
    const some = object.fields.slice(0, Math.ceil(object.fields.length / 2))
    return asObject(`Pick<${object.text}, ${names(some)}>`, some)
  },
  (object) => {
    const [first, ...others] = object.fields
    if (first === undefined || others.length === 0) return object
    return asObject(`Omit<${object.text}, ${names([first])}>`, others)
  },
  (object) => each(object, `Nullable<${object.text}>`, orNull),
  (object) => each(object, `Prefixed<${object.text}>`, (field) => ({ ...field, name: `get_${field.name}` })),
  (object) => each(object, `{ -readonly [K in keyof (${object.text})]-?: (${object.text})[K] }`, certain),
  (object) =>
    each(object, `Partial<Pick<${object.text}, ${names(object.fields)}>>`, (field) => ({ ...field, optional: true })),
  (object) => {
    const [first, ...others] = object.fields
    if (first === undefined || others.length === 0) return object
    return asObject(`Omit<${object.text}, ${names([first])}> & Partial<Pick<${object.text}, ${names([first])}>>`, [
      { ...first, optional: true },
      ...others,
    ])
  },
]

/** Objects that are made of other objects: utility types and mapped types. */
export function derived(plan: fc.Arbitrary<Plan>): fc.Arbitrary<ObjectPlan> {
  return fc.tuple(fc.constantFrom(...derivations), fc.oneof(objects(plan), objects(plan), intersections(plan))).map(
    ([derive, planned]) =>
      (scope) =>
        derive(planned(scope)),
  )
}
