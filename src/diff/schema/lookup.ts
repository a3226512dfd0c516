import type { Schema, Schemas } from '../../model/schema.js'
import type { Direction, Side } from './form.js'

/** A schema may be called `constructor`. */
export function schemaNamed(schemas: Schemas, name: string): Schema | undefined {
  return Object.hasOwn(schemas, name) ? schemas[name] : undefined
}

/** The schema that a reference leads to, through references to references; itself where it is none. */
export function resolve(schema: Schema, side: Side): Schema {
  let found = schema
  for (let hops = 0; found.ref !== undefined && hops < 50; hops += 1) {
    const target = schemaNamed(side.schemas, found.ref)
    if (target === undefined) return { inexact: `the schema ${found.ref} was not found` }
    found = target
  }
  return found
}

/** Whether a property belongs to the other direction only: `readOnly` in a request, `writeOnly` in a response. */
export function isOtherWay(schema: Schema, side: Side): boolean {
  const flag = otherWay(side.direction)
  return (
    schema[flag] === true ||
    resolve(schema, side)[flag] === true ||
    (schema.allOf ?? []).some((part) => part[flag] === true || resolve(part, side)[flag] === true)
  )
}

function otherWay(direction: Direction): 'readOnly' | 'writeOnly' {
  return direction === 'request' ? 'readOnly' : 'writeOnly'
}

/** Whether a schema says which members an object has. */
export function mentionsMembers(schema: Schema): boolean {
  return (
    schema.properties !== undefined ||
    schema.patternProperties !== undefined ||
    schema.additionalProperties !== undefined ||
    schema.unevaluatedProperties !== undefined
  )
}

const besideRef: ReadonlySet<string> = new Set<keyof Schema>([
  'ref',
  'at',
  'deprecated',
  'readOnly',
  'writeOnly',
  'default',
])

/** Whether a schema says what another one does, and no more of the value. */
export function isBareReference(schema: Schema): boolean {
  return schema.ref !== undefined && Object.keys(schema).every((word) => besideRef.has(word))
}

/** What a schema says, through references beside which nothing stands that says more. */
export function targetOf(schema: Schema, side: Side): Schema {
  let found = schema
  for (let hops = 0; isBareReference(found) && hops < 50; hops += 1) {
    const target = found.ref === undefined ? undefined : schemaNamed(side.schemas, found.ref)
    if (target === undefined) return found
    found = target
  }
  return found
}
