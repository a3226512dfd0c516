import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Json } from '../../src/model/json.js'
import type { Schema, Schemas } from '../../src/model/schema.js'

/** How Ajv answers for the schema of a type. */
export interface Acceptance {
  /** By the upper bound: what is inexact may be all that its other keywords allow. */
  accepts(value: Json): boolean
  /** The reasons of inexact parts without which the value would be refused: one is enough to make it uncertain. */
  reasons(value: Json): readonly string[]
  /** The schema holds a value that cannot be sent at all. */
  readonly throws: boolean
}

/** `excluded` tells which inexact schemas hold nothing. */
type Excluded = (schema: Schema) => boolean

const ajv = addFormats.default(new Ajv2020({ strict: false, logger: false, validateFormats: true }))

export function acceptance(schema: Schema, schemas: Schemas): Acceptance {
  const reachable = reach(schema, schemas)
  const inexact = [...reachable.reasons]
  const upper = validator(schema, reachable.names, schemas, () => false)
  const without = new Map<string, (value: Json) => boolean>()
  return {
    accepts: upper,
    reasons(value) {
      return inexact.filter((reason) => {
        const known = without.get(reason) ?? validator(schema, reachable.names, schemas, (part) => part.inexact === reason)
        without.set(reason, known)
        return !known(value)
      })
    },
    throws: reachable.throws,
  }
}

function validator(
  schema: Schema,
  names: ReadonlySet<string>,
  schemas: Schemas,
  excluded: Excluded,
): (value: Json) => boolean {
  const definitions = [...names].map((name) => [name, plain(schemas[name] ?? {}, excluded)])
  const root = plain(schema, excluded)
  const validate = ajv.compile(root === false ? { not: {} } : { ...root, $defs: Object.fromEntries(definitions) })
  return (value) => validate(value) === true
}

interface Reached {
  readonly names: Set<string>
  readonly reasons: Set<string>
  throws: boolean
}

function reach(schema: Schema, schemas: Schemas): Reached {
  const found: Reached = { names: new Set(), reasons: new Set(), throws: false }
  const visit = (part: Schema): void => {
    if (part.inexact !== undefined) found.reasons.add(part.inexact)
    if (part.unserialisable !== undefined) found.throws = true
    const target = part.ref === undefined || found.names.has(part.ref) ? undefined : schemas[part.ref]
    if (part.ref !== undefined) found.names.add(part.ref)
    if (target !== undefined) visit(target)
    for (const inner of partsOf(part)) visit(inner)
  }
  visit(schema)
  return found
}

function partsOf(schema: Schema): readonly Schema[] {
  return [
    ...Object.values(schema.properties ?? {}),
    ...Object.values(schema.patternProperties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.prefixItems ?? []),
    ...[schema.items, schema.additionalProperties].filter((part) => typeof part === 'object'),
  ]
}

/** The same set in plain JSON Schema: closed objects say so, and what is excluded is `false`. */
function plain(schema: Schema, excluded: Excluded): Record<string, unknown> | false {
  if (schema.unserialisable !== undefined || (schema.inexact !== undefined && excluded(schema))) return false
  const { ref, inexact, presence, at, type, items, anyOf, prefixItems, properties, patternProperties, ...same } = schema
  const each = (parts: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, plain(part, excluded)]))
  const either = (part: Schema | boolean) => (typeof part === 'boolean' ? part : plain(part, excluded))
  const says = properties ?? patternProperties
  const additional = schema.additionalProperties ?? (says === undefined ? undefined : false)
  return {
    ...same,
    ...(ref === undefined ? {} : { $ref: `#/$defs/${encodeURIComponent(ref.replace(/~/g, '~0').replace(/\//g, '~1'))}` }),
    ...(type === undefined ? {} : { type: [...type] }),
    ...(items === undefined ? {} : { items: either(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((part) => plain(part, excluded)) }),
    ...(prefixItems === undefined ? {} : { prefixItems: prefixItems.map((part) => plain(part, excluded)) }),
    ...(properties === undefined ? {} : { properties: each(properties) }),
    ...(patternProperties === undefined ? {} : { patternProperties: each(patternProperties) }),
    ...(additional === undefined ? {} : { additionalProperties: either(additional) }),
  }
}
