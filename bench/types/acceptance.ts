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
  /** The value is accepted only because some part of the schema is wholly unknown. */
  hangsOnUnknown(value: Json): boolean
  /** As `accepts`, but members of which nothing is known may be left out. */
  acceptsWithout(value: Json): boolean
  /** The schema holds a value that cannot be sent at all, or a part that may hold one. */
  readonly throws: boolean
}

/** How a schema is read: which of its inexact parts hold nothing, and whether unknown members may be left out. */
interface Reading {
  excluded(schema: Schema): boolean
  readonly lenient: boolean
}

const ajv = addFormats.default(new Ajv2020({ strict: false, logger: false, validateFormats: true }))

export function acceptance(schema: Schema, schemas: Schemas): Acceptance {
  const reachable = reach(schema, schemas)
  const inexact = [...reachable.reasons]
  const read = (reading: Reading) => lazily(() => validator(schema, reachable.names, schemas, reading))
  const upper = read({ excluded: () => false, lenient: false })
  const known = read({ excluded: isUnknown, lenient: false })
  const lenient = read({ excluded: () => false, lenient: true })
  const without = new Map<string, (value: Json) => boolean>()
  return {
    accepts: upper,
    acceptsWithout: (value) => reachable.unknown && lenient(value),
    hangsOnUnknown: (value) => reachable.unknown && upper(value) && !known(value),
    reasons(value) {
      return inexact.filter((reason) => {
        const rest = without.get(reason) ?? read({ excluded: ({ inexact }) => inexact === reason, lenient: false })
        without.set(reason, rest)
        return !rest(value)
      })
    },
    throws: reachable.throws || reachable.unknown,
  }
}

/** Most questions are never asked, and compiling a schema is dear. */
function lazily(make: () => (value: Json) => boolean): (value: Json) => boolean {
  let made: ((value: Json) => boolean) | undefined
  return (value) => {
    made ??= make()
    return made(value)
  }
}

/** `{ inexact }` alone. */
function isUnknown(schema: Schema): boolean {
  return (
    schema.inexact !== undefined && Object.keys(schema).every((word) => ['inexact', 'at', 'deprecated'].includes(word))
  )
}

function validator(
  schema: Schema,
  names: ReadonlySet<string>,
  schemas: Schemas,
  reading: Reading,
): (value: Json) => boolean {
  const definitions = [...names].map((name) => [name, plain(schemas[name] ?? {}, reading)])
  const root = plain(schema, reading)
  const validate = ajv.compile(root === false ? { not: {} } : { ...root, $defs: Object.fromEntries(definitions) })
  return (value) => validate(value) === true
}

interface Reached {
  readonly names: Set<string>
  readonly reasons: Set<string>
  unknown: boolean
  throws: boolean
}

function reach(schema: Schema, schemas: Schemas): Reached {
  const found: Reached = { names: new Set(), reasons: new Set(), unknown: false, throws: false }
  const visit = (part: Schema): void => {
    if (part.inexact !== undefined) found.reasons.add(part.inexact)
    if (isUnknown(part)) found.unknown = true
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
function plain(schema: Schema, reading: Reading): Record<string, unknown> | false {
  if (schema.unserialisable !== undefined || (schema.inexact !== undefined && reading.excluded(schema))) return false
  const { ref, inexact, presence, at, type, items, anyOf, prefixItems, properties, patternProperties, ...same } = schema
  const each = (parts: Readonly<Record<string, Schema>>) =>
    Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, plain(part, reading)]))
  const either = (part: Schema | boolean) => (typeof part === 'boolean' ? part : plain(part, reading))
  const says = properties ?? patternProperties
  const additional = schema.additionalProperties ?? (says === undefined ? undefined : false)
  const required = schema.required?.filter((name) => !reading.lenient || !isUnknown(properties?.[name] ?? {}))
  return {
    ...same,
    ...(required === undefined ? {} : { required }),
    ...(ref === undefined
      ? {}
      : { $ref: `#/$defs/${encodeURIComponent(ref.replace(/~/g, '~0').replace(/\//g, '~1'))}` }),
    ...(type === undefined ? {} : { type: [...type] }),
    ...(items === undefined ? {} : { items: either(items) }),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((part) => plain(part, reading)) }),
    ...(prefixItems === undefined ? {} : { prefixItems: prefixItems.map((part) => plain(part, reading)) }),
    ...(properties === undefined ? {} : { properties: each(properties) }),
    ...(patternProperties === undefined ? {} : { patternProperties: each(patternProperties) }),
    ...(additional === undefined ? {} : { additionalProperties: either(additional) }),
  }
}
