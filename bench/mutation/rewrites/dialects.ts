import { copyOf, isMap, listAt, type RawMap, targetOf, textsAt } from '../document/raw.js'
import type { Restructure } from './rewrite.js'
import { mapSchemas } from './walk.js'

const is30 = (document: RawMap): boolean => String(document.openapi).startsWith('3.0')

/** The same document in the other dialect of OpenAPI 3, or under another number of its own. */
export const dialectRewrites = {
  'the other of 3.0 and 3.1': (document) => (is30(document) ? to31(document) : to30(document)),
  'as 3.2': (document) => ({ ...(is30(document) ? to31(document) : copyOf(document)), openapi: '3.2.0' }),
  'another patch of the version': (document) => ({ ...document, openapi: is30(document) ? '3.0.0' : '3.1.1' }),
  'there and back': (document) => (is30(document) ? to30(to31(document)) : to31(to30(document))),
} satisfies Record<string, Restructure>

function to31(document: RawMap): RawMap {
  const copy = mapSchemas(document, ({ nullable, ...schema }) => {
    if (nullable !== true) return schema
    const listed = Array.isArray(schema.enum) ? { enum: [...schema.enum.filter((value) => value !== null), null] } : {}
    if (typeof schema.type !== 'string' || 'allOf' in schema) return { anyOf: [schema, { type: 'null' }] }
    return { ...schema, ...listed, type: [schema.type, 'null'] }
  })
  return { ...copy, openapi: '3.1.0' }
}

function to30(document: RawMap): RawMap {
  const copy = mapSchemas(document, ({ const: value, examples, ...schema }) => {
    const listed = value === undefined ? schema : { ...schema, type: typeof value, enum: [value] }
    const types = textsAt(listed, 'type')
    if (types.length > 0) {
      const [type] = types.filter((one) => one !== 'null')
      return { ...listed, type, ...(types.includes('null') ? { nullable: true } : {}) }
    }
    const branches = listAt(listed, 'oneOf')
    const others = branches.filter((branch) => !(isMap(branch) && branch.type === 'null'))
    if (others.length === branches.length) return listed
    const { oneOf: _, ...rest } = listed
    const [only] = others
    if (others.length !== 1 || !isMap(only)) return { ...rest, oneOf: others, nullable: true }
    return { ...rest, ...(targetOf(only) === undefined ? only : { type: 'object', allOf: [only] }), nullable: true }
  })
  return { ...copy, openapi: '3.0.3' }
}
