import { entriesOf } from './json-schema/entries.js'
import { readSchema, schemaContext } from './json-schema/read.js'
import type { Validator } from './validator.js'

const words = ['type', 'properties', '$ref', 'allOf', 'anyOf', 'oneOf', 'enum', 'const', 'required', 'items']

/** Literal JSON Schema (draft 7), as Fastify and Ajv take it. */
export const jsonSchema: Validator = {
  packages: ['fastify', 'ajv'],
  accepts(_reference, value, project) {
    if (value.kind !== 'object') return null
    const { entries } = entriesOf(project, value)
    if (!entries.some((entry) => words.includes(entry.name))) return null
    return readSchema(value, schemaContext(project, 'request'))
  },
}
