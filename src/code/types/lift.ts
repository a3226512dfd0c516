import type { Definition } from 'ts-json-schema-generator'
import type { Json } from '../../model/json.js'
import type { Location } from '../../model/location.js'
import type { JsonType, Schema } from '../../model/schema.js'

const prefix = '#/definitions/'

/** Keywords that mean the same on both sides, with the type of value that they take; a JSDoc tag may hold anything. */
const plain = {
  minLength: 'number',
  maxLength: 'number',
  contentEncoding: 'string',
  contentMediaType: 'string',
  minimum: 'number',
  maximum: 'number',
  exclusiveMinimum: 'number',
  exclusiveMaximum: 'number',
  multipleOf: 'number',
  minItems: 'number',
  maxItems: 'number',
  uniqueItems: 'boolean',
  minProperties: 'number',
  maxProperties: 'number',
  readOnly: 'boolean',
  writeOnly: 'boolean',
} as const satisfies { [Keyword in keyof Schema & keyof Definition]?: 'string' | 'number' | 'boolean' }

/** Lifts what the library has formatted into the model: references, positions and reasons become words of their own. */
export function createLift(): (definition: Definition) => Schema {
  const lifted = new WeakMap<Definition, Schema>()

  function lift(definition: Definition): Schema {
    const known = lifted.get(definition)
    if (known !== undefined) return known
    const schema = { ...ours(definition), ...values(definition), ...keywords(definition), ...structure(definition) }
    lifted.set(definition, schema)
    return schema
  }

  function structure(definition: Definition): Schema {
    return { ...members(definition), ...items(definition), ...alternatives(definition) }
  }

  function members({ properties, patternProperties, additionalProperties, required }: Definition): Schema {
    const open = typeof additionalProperties === 'object' ? lift(additionalProperties) : additionalProperties
    const empty = properties === undefined && patternProperties === undefined
    return {
      ...(properties === undefined ? {} : { properties: each(properties) }),
      ...(patternProperties === undefined ? {} : { patternProperties: each(patternProperties) }),
      ...(open === undefined || (open === false && !empty) ? {} : { additionalProperties: open }),
      ...(required === undefined ? {} : { required }),
    }
  }

  function items({ items, additionalItems }: Definition): Schema {
    if (!Array.isArray(items)) return typeof items === 'object' ? { items: lift(items) } : {}
    const prefixItems = items.map((item) => (typeof item === 'object' ? lift(item) : {}))
    return { prefixItems, ...(typeof additionalItems === 'object' ? { items: lift(additionalItems) } : {}) }
  }

  function alternatives({ anyOf }: Definition): Schema {
    return anyOf === undefined ? {} : { anyOf: anyOf.map((part) => (typeof part === 'object' ? lift(part) : {})) }
  }

  function each(schemas: NonNullable<Definition['properties']>): Record<string, Schema> {
    return Object.fromEntries(
      Object.entries(schemas).map(([key, part]) => [key, typeof part === 'object' ? lift(part) : {}]),
    )
  }

  return lift
}

interface Extensions {
  readonly 'x-at'?: Location
  readonly 'x-inexact'?: string
  readonly 'x-presence'?: string
  readonly 'x-unserialisable'?: string
}

function ours(definition: Definition & Extensions): Schema {
  const {
    $ref,
    'x-at': at,
    'x-inexact': inexact,
    'x-presence': presence,
    'x-unserialisable': unserialisable,
  } = definition
  return {
    ...($ref?.startsWith(prefix) ? { ref: $ref.slice(prefix.length) } : {}),
    ...(inexact === undefined ? {} : { inexact }),
    ...(presence === undefined ? {} : { presence }),
    ...(unserialisable === undefined ? {} : { unserialisable }),
    ...(at === undefined ? {} : { at }),
  }
}

function values(definition: Definition): Schema {
  // The library takes these from literal types and JSDoc, both of which are JSON.
  if (definition.const !== undefined) return { enum: [definition.const as Json] }
  if (definition.enum !== undefined) return { enum: definition.enum as Json[] }
  if (definition.type === undefined) return {}
  // JSON Schema and the model have the same type names.
  return { type: [definition.type].flat() as JsonType[] }
}

function keywords(definition: Definition & { readonly deprecated?: unknown }): Schema {
  const said = Object.entries(plain).filter(
    ([keyword, kind]) => typeof definition[keyword as keyof typeof plain] === kind,
  )
  return {
    ...Object.fromEntries(said.map(([keyword]) => [keyword, definition[keyword as keyof typeof plain]])),
    ...(isFormat(definition.format) ? { format: definition.format } : {}),
    ...(isPattern(definition.pattern) ? { pattern: definition.pattern } : {}),
    ...(definition.default === undefined ? {} : { default: definition.default as Json }),
    // `@deprecated use the other one` carries a text.
    ...(definition.deprecated === undefined || definition.deprecated === false ? {} : { deprecated: true }),
  }
}

/** A format is one word; a comment's `@format` may be prose. */
function isFormat(format: string | undefined): format is string {
  return format !== undefined && /^\S+$/.test(format)
}

function isPattern(pattern: string | undefined): pattern is string {
  if (pattern === undefined) return false
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}
