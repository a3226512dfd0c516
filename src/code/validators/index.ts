import { ajv } from './ajv.js'
import { arktype } from './arktype.js'
import { celebrate } from './celebrate.js'
import { classValidator } from './class-validator/class-validator.js'
import { expressJoiValidation } from './express-joi-validation.js'
import { expressValidator } from './express-validator.js'
import { joi } from './joi.js'
import { jsonSchema } from './json-schema.js'
import { koaJoiRouter } from './koa-joi-router.js'
import { standardSchema } from './standard-schema.js'
import { typebox } from './typebox.js'
import { valibot } from './valibot.js'
import type { Validator } from './validator.js'
import { yup } from './yup.js'
import { zod } from './zod.js'

/** Every validation library that is read, by id; the first that knows a schema reads it. */
export const validators = {
  zod,
  joi,
  yup,
  valibot,
  arktype,
  celebrate,
  'express-joi-validation': expressJoiValidation,
  'koa-joi-router': koaJoiRouter,
  ajv,
  typebox,
  'express-validator': expressValidator,
  'standard-schema': standardSchema,
  'class-validator': classValidator,
  'json-schema': jsonSchema,
} satisfies Record<string, Validator>
