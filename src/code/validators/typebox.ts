import { readSchema, schemaContext } from './json-schema/read.js'
import { isTypebox } from './typebox/call.js'
import type { Validator } from './validator.js'

/** TypeBox, under its old and new package name and as Fastify's and Elysia's type providers hand it on. */
export const typebox: Validator = {
  packages: ['@sinclair/typebox', 'typebox', '@fastify/type-provider-typebox', 'elysia'],
  accepts(_reference, value, project) {
    return isTypebox(value) ? readSchema(value, schemaContext(project, 'request')) : null
  },
}
