import { classValidator } from './class-validator/class-validator.js'
import { expressValidator } from './express-validator.js'
import { jsonSchema } from './json-schema.js'
import { standardSchema } from './standard-schema.js'
import { typebox } from './typebox.js'
import type { Validator } from './validator.js'
import { zod } from './zod.js'

/** Every validation library that is read, by id; the first that knows a schema reads it. */
export const validators = {
  zod,
  typebox,
  'express-validator': expressValidator,
  'standard-schema': standardSchema,
  'class-validator': classValidator,
  'json-schema': jsonSchema,
} satisfies Record<string, Validator>
