import type { Schema } from '../../model/schema.js'
import type { Side } from './form.js'
import { schemaNamed } from './lookup.js'

/** The members that a schema lists for its value, and those that the schemas beside it list for the same one. */
export interface Listed {
  readonly names: ReadonlySet<string>
  readonly patterns: ReadonlySet<string>
  /** Some schema speaks of all members. */
  readonly all: boolean
  /** What is listed depends on the value: there are schemas that may hold of it or not. */
  readonly depends: boolean
}

const deepest = 20

/**
 * What `unevaluatedProperties` of the schema looks at. `holds` says of a condition under which a schema beside it counts
 * whether it is to be taken to hold.
 */
export function listedBeside(schema: Schema, side: Side, holds: (condition: Schema) => boolean = () => true): Listed {
  const names = new Set<string>()
  const patterns = new Set<string>()
  let all = false
  let depends = false
  const seen = new Set<Schema>()
  const visit = (part: Schema, depth: number): void => {
    if (seen.has(part)) return
    // At the top less counts: what leads back there is looked at again.
    if (depth > 0) seen.add(part)
    // What is not known may speak of any member.
    if (depth > deepest || part.inexact !== undefined) all = true
    const { additionalProperties = false, unevaluatedProperties = false } = part
    if (depth > 0 && (additionalProperties !== false || unevaluatedProperties !== false)) all = true
    for (const name of Object.keys(part.properties ?? {})) names.add(name)
    for (const pattern of Object.keys(part.patternProperties ?? {})) patterns.add(pattern)
    if (all) return
    const target = part.ref === undefined ? undefined : schemaNamed(side.schemas, part.ref)
    for (const beside of [...(part.allOf ?? []), ...(target === undefined ? [] : [target])]) visit(beside, depth + 1)
    for (const [choice, condition] of choicesOf(part)) {
      depends = true
      if (holds(condition)) visit(choice, depth + 1)
    }
  }
  visit(schema, 0)
  return { names, patterns, all, depends }
}

/** The schemas beside others that may hold of a value or not, each with the condition under which it counts. */
function choicesOf(schema: Schema): (readonly [choice: Schema, condition: Schema])[] {
  const options = [schema.anyOf, schema.oneOf, schema.if && [schema.if]].flatMap((list) => list ?? [])
  const { if: condition } = schema
  return [
    ...options.map((option) => [option, open(option)] as const),
    ...(condition && schema.then ? [[schema.then, open(condition)] as const] : []),
    ...(condition && schema.else ? [[schema.else, { not: open(condition) }] as const] : []),
  ]
}

/** Beside others a schema is not closed to what it does not list. */
function open(schema: Schema): Schema {
  return { ...schema, additionalProperties: schema.additionalProperties ?? true }
}
