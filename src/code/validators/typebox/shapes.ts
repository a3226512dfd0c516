import type { Schema } from '../../../model/schema.js'
import type { Builder } from './builder.js'
import { keysOf, readEnumValues, readKeys } from './keys.js'
import { readObject } from './objects.js'

const unread = (what: string): Schema => ({ inexact: `${what} cannot be read` })

/** The functions that say what a value is made of. */
export const shapes: Readonly<Record<string, Builder>> = {
  Object: {
    build: ({ argument, context }) => {
      const properties = argument(0)
      return properties === null ? { type: ['object'], properties: {} } : readObject(properties, context)
    },
    options: 1,
  },
  Array: { build: (call) => ({ type: ['array'], items: call.schema(0) }), options: 1 },
  Tuple: {
    build: ({ list }) => {
      const items = list(0)
      if (items === null) return { type: ['array'], ...unread('the tuple') }
      const first = items.length === 0 ? {} : { prefixItems: items }
      return { type: ['array'], ...first, items: false, minItems: items.length, maxItems: items.length }
    },
    options: 1,
  },
  Record: {
    build: (call) => {
      const key = call.schema(0)
      const member = call.schema(1)
      const names = keysOf(key)
      if (names !== null) {
        return {
          type: ['object'],
          properties: Object.fromEntries(names.map((name) => [name, member])),
          required: names,
        }
      }
      const pattern = key.pattern ?? (key.type?.includes('string') ? undefined : '^(0|[1-9][0-9]*)$')
      return pattern === undefined
        ? { type: ['object'], additionalProperties: member }
        : { type: ['object'], patternProperties: { [pattern]: member } }
    },
    options: 2,
  },
  Literal: {
    build: ({ argument }) => {
      const value = argument(0)
      if (value?.kind !== 'literal' || value.value === undefined) return unread('the literal')
      return { enum: [value.value] }
    },
    options: 1,
  },
  Const: {
    build: ({ argument }) => {
      const value = argument(0)
      return value?.kind === 'literal' && value.value !== undefined ? { enum: [value.value] } : unread('the constant')
    },
    options: 1,
  },
  Enum: {
    build: ({ argument, context }) => {
      const value = argument(0)
      const values =
        value === null ? null : value.kind === 'array' ? readKeys(value, context) : readEnumValues(value, context)
      return values === null ? unread('the enum') : { enum: values }
    },
    options: 1,
  },
  TemplateLiteral: { build: () => ({ type: ['string'], inexact: 'the template literal is not read' }), options: 1 },
  RegExp: {
    build: ({ argument }) => {
      const value = argument(0)
      if (value?.kind === 'regexp') {
        const end = value.source.lastIndexOf('/')
        return { type: ['string'], pattern: value.source.startsWith('/') ? value.source.slice(1, end) : value.source }
      }
      return value?.kind === 'literal' && typeof value.value === 'string'
        ? { type: ['string'], pattern: value.value }
        : { type: ['string'], ...unread('the pattern') }
    },
    options: 1,
  },
  Unsafe: { build: (call) => call.schema(0) },
  Recursive: {
    build: ({ argument, context, value }) => {
      const make = argument(0)
      if (make?.kind !== 'function') return unread('the recursive schema')
      return context.read(
        context.project.values.call(make, [{ expression: value.node, scope: value.scope }], value.node),
        context,
      )
    },
    options: 1,
  },
}
