import type { KeywordName } from './keywords.js'

export type Place = 'body' | 'query' | 'path'

/** What one field of a request must be, as a team writes it with one library. */
export interface Library {
  /** The top of the file that holds the routes. */
  readonly head: string
  readonly tail?: string
  /** One route whose field `f` must be `field`; `path` is Express's. */
  route(route: Route): string
  /** How each keyword is written; for a place where values are text, where it is written otherwise there. */
  readonly fields: Readonly<Partial<Record<KeywordName, string>>>
  readonly texts?: Readonly<Partial<Record<KeywordName, string>>>
  readonly optional?: (field: string, optional: boolean) => string
}

export interface Route {
  readonly name: string
  readonly place: Place
  readonly field: string
  readonly optional: boolean
}

const verb = ({ place }: Route) => (place === 'body' ? 'post' : 'get')
const pathOf = ({ name, place }: Route) => `/${name}/${place}${place === 'path' ? '/:f' : ''}`
const partOf = ({ place }: Route) => (place === 'path' ? 'params' : place)

/** `check(schema)` stands in an Express handler that reads the part of the request by itself. */
const inHandler =
  (wrap: (field: string, route: Route) => string, check: (schema: string, input: string) => string) => (route: Route) =>
    `app.${verb(route)}('${pathOf(route)}', (req, res) => { ${check(wrap(route.field, route), `req.${partOf(route)}`)}; res.json({ ok: true }) })`

const express = `import express from 'express'\nexport const app = express()\napp.use(express.json())\n`

const zod: Library = {
  head: `${express}import { z } from 'zod'`,
  route: inHandler(
    (field) => `z.object({ f: ${field} })`,
    (schema, input) => `${schema}.parse(${input})`,
  ),
  fields: {
    maxLength: 'z.string().max(20)',
    minLength: 'z.string().min(3)',
    length: 'z.string().length(8)',
    pattern: 'z.string().regex(/^[a-m]{2,9}$/)',
    enum: "z.enum(['red', 'green'])",
    email: 'z.email()',
    uuid: 'z.string().uuid()',
    integer: 'z.number().int()',
    number: 'z.number()',
    minimum: 'z.number().int().min(2)',
    maximum: 'z.number().int().max(100)',
    exclusiveMinimum: 'z.number().positive()',
    multipleOf: 'z.number().int().multipleOf(4)',
    boolean: 'z.boolean()',
    required: 'z.string()',
    optional: 'z.string().optional()',
    nullable: 'z.string().nullable()',
    notNullable: 'z.string().min(1)',
    minItems: 'z.array(z.string()).min(2)',
    maxItems: 'z.array(z.string()).max(4)',
    items: 'z.array(z.string().max(20))',
    nestedItems: 'z.array(z.object({ name: z.string().max(20) }))',
    nestedObject: 'z.object({ name: z.string().max(20) })',
    additionalKeys: 'z.object({ name: z.string() })',
  },
  texts: {
    integer: 'z.coerce.number().int()',
    minimum: 'z.coerce.number().int().min(2)',
    maximum: 'z.coerce.number().int().max(100)',
    exclusiveMinimum: 'z.coerce.number().positive()',
  },
}

const joiFields: Library['fields'] = {
  maxLength: "Joi.string().allow('').max(20).required()",
  minLength: 'Joi.string().min(3).required()',
  length: 'Joi.string().length(8).required()',
  pattern: 'Joi.string().pattern(/^[a-m]{2,9}$/).required()',
  enum: "Joi.string().valid('red', 'green').required()",
  email: 'Joi.string().email().required()',
  uuid: 'Joi.string().uuid().required()',
  integer: 'Joi.number().integer().required()',
  number: 'Joi.number().required()',
  minimum: 'Joi.number().integer().min(2).required()',
  maximum: 'Joi.number().integer().max(100).required()',
  exclusiveMinimum: 'Joi.number().positive().required()',
  multipleOf: 'Joi.number().integer().multiple(4).required()',
  boolean: 'Joi.boolean().required()',
  required: "Joi.string().allow('').required()",
  optional: "Joi.string().allow('')",
  nullable: "Joi.string().allow('', null).required()",
  notNullable: 'Joi.string().required()',
  minItems: "Joi.array().items(Joi.string().allow('')).min(2).required()",
  maxItems: "Joi.array().items(Joi.string().allow('')).max(4).required()",
  items: "Joi.array().items(Joi.string().allow('').max(20)).required()",
  nestedItems: "Joi.array().items(Joi.object({ name: Joi.string().allow('').max(20).required() })).required()",
  nestedObject: "Joi.object({ name: Joi.string().allow('').max(20).required() }).required()",
  additionalKeys: "Joi.object({ name: Joi.string().allow('').required() }).required()",
}

const joi: Library = {
  head: `${express}import Joi from 'joi'`,
  route: inHandler(
    (field) => `Joi.object({ f: ${field} })`,
    (schema, input) => `const { error } = ${schema}.validate(${input}); if (error) throw error`,
  ),
  fields: joiFields,
}

const celebrate: Library = {
  head: `${express}import { celebrate, Joi, Segments } from 'celebrate'`,
  route: (route) =>
    `app.${verb(route)}('${pathOf(route)}', celebrate({ [Segments.${partOf(route).toUpperCase()}]: Joi.object({ f: ${route.field} }) }), (req, res) => { res.json({ ok: true }) })`,
  fields: joiFields,
}

const yup: Library = {
  head: `${express}import * as yup from 'yup'`,
  route: inHandler(
    (field) => `yup.object({ f: ${field} })`,
    (schema, input) => `${schema}.validateSync(${input})`,
  ),
  fields: {
    maxLength: 'yup.string().max(20).defined()',
    minLength: 'yup.string().min(3).required()',
    length: 'yup.string().length(8).required()',
    pattern: 'yup.string().matches(/^[a-m]{2,9}$/).required()',
    enum: "yup.string().oneOf(['red', 'green']).required()",
    email: 'yup.string().email().required()',
    uuid: 'yup.string().uuid().required()',
    integer: 'yup.number().integer().required()',
    number: 'yup.number().required()',
    minimum: 'yup.number().integer().min(2).required()',
    maximum: 'yup.number().integer().max(100).required()',
    exclusiveMinimum: 'yup.number().positive().required()',
    boolean: 'yup.boolean().required()',
    required: 'yup.string().defined()',
    optional: 'yup.string()',
    nullable: 'yup.string().nullable().defined()',
    notNullable: 'yup.string().required()',
    minItems: 'yup.array().of(yup.string().defined()).min(2).required()',
    maxItems: 'yup.array().of(yup.string().defined()).max(4).required()',
    items: 'yup.array().of(yup.string().max(20).defined()).required()',
    nestedItems: 'yup.array().of(yup.object({ name: yup.string().max(20).defined() })).required()',
    nestedObject: 'yup.object({ name: yup.string().max(20).defined() }).required()',
    additionalKeys: 'yup.object({ name: yup.string().defined() }).noUnknown().required()',
  },
}

const valibot: Library = {
  head: `${express}import * as v from 'valibot'`,
  route: inHandler(
    (field) => `v.object({ f: ${field} })`,
    (schema, input) => `v.parse(${schema}, ${input})`,
  ),
  fields: {
    maxLength: 'v.pipe(v.string(), v.maxLength(20))',
    minLength: 'v.pipe(v.string(), v.minLength(3))',
    length: 'v.pipe(v.string(), v.length(8))',
    pattern: 'v.pipe(v.string(), v.regex(/^[a-m]{2,9}$/))',
    enum: "v.picklist(['red', 'green'])",
    email: 'v.pipe(v.string(), v.email())',
    uuid: 'v.pipe(v.string(), v.uuid())',
    integer: 'v.pipe(v.number(), v.integer())',
    number: 'v.number()',
    minimum: 'v.pipe(v.number(), v.integer(), v.minValue(2))',
    maximum: 'v.pipe(v.number(), v.integer(), v.maxValue(100))',
    exclusiveMinimum: 'v.pipe(v.number(), v.gtValue(0))',
    multipleOf: 'v.pipe(v.number(), v.integer(), v.multipleOf(4))',
    boolean: 'v.boolean()',
    required: 'v.string()',
    optional: 'v.optional(v.string())',
    nullable: 'v.nullable(v.string())',
    notNullable: 'v.pipe(v.string(), v.nonEmpty())',
    minItems: 'v.pipe(v.array(v.string()), v.minLength(2))',
    maxItems: 'v.pipe(v.array(v.string()), v.maxLength(4))',
    items: 'v.array(v.pipe(v.string(), v.maxLength(20)))',
    nestedItems: 'v.array(v.object({ name: v.pipe(v.string(), v.maxLength(20)) }))',
    nestedObject: 'v.object({ name: v.pipe(v.string(), v.maxLength(20)) })',
    additionalKeys: 'v.object({ name: v.string() })',
  },
  texts: {
    integer: 'v.pipe(v.string(), v.transform(Number), v.integer())',
    minimum: 'v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(2))',
    maximum: 'v.pipe(v.string(), v.transform(Number), v.integer(), v.maxValue(100))',
    exclusiveMinimum: 'v.pipe(v.string(), v.transform(Number), v.gtValue(0))',
  },
}

const arktype: Library = {
  head: `${express}import { type } from 'arktype'`,
  route: inHandler(
    (field, { optional }) => `type({ '+': 'delete', '${optional ? 'f?' : 'f'}': ${field} })`,
    (schema, input) => `${schema}.assert(${input})`,
  ),
  fields: {
    maxLength: "'string <= 20'",
    minLength: "'string >= 3'",
    length: "'string == 8'",
    pattern: "'/^[a-m]{2,9}$/'",
    enum: "\"'red' | 'green'\"",
    email: "'string.email'",
    uuid: "'string.uuid'",
    integer: "'number.integer'",
    number: "'number'",
    minimum: "'number.integer >= 2'",
    maximum: "'number.integer <= 100'",
    exclusiveMinimum: "'number > 0'",
    multipleOf: "'number % 4'",
    boolean: "'boolean'",
    required: "'string'",
    optional: "'string'",
    nullable: "'string | null'",
    notNullable: "'string >= 1'",
    minItems: "'string[] >= 2'",
    maxItems: "'string[] <= 4'",
    items: "'(string <= 20)[]'",
    nestedItems: "type({ '+': 'delete', name: 'string <= 20' }).array()",
    nestedObject: "{ '+': 'delete', name: 'string <= 20' }",
    additionalKeys: "{ '+': 'delete', name: 'string' }",
  },
  texts: {
    integer: "'string.integer.parse'",
    minimum: "type('string.integer.parse').to('number >= 2')",
    maximum: "type('string.integer.parse').to('number <= 100')",
    exclusiveMinimum: "type('string.numeric.parse').to('number > 0')",
  },
}

const expressValidator: Library = {
  head: `${express}import { body, param, query, validationResult } from 'express-validator'
const refuse: express.RequestHandler = (req, res, next) => { if (!validationResult(req).isEmpty()) { res.status(400).json({ ok: false }); return } next() }`,
  route: (route) => {
    const chain = route.field.replaceAll('f(', `${route.place === 'path' ? 'param' : route.place}(`)
    return `app.${verb(route)}('${pathOf(route)}', [${chain}], refuse, (req: express.Request, res: express.Response) => { res.json({ ok: true }) })`
  },
  fields: {
    maxLength: "f('f').isString().isLength({ max: 20 })",
    minLength: "f('f').isString().isLength({ min: 3 })",
    length: "f('f').isString().isLength({ min: 8, max: 8 })",
    pattern: "f('f').isString().matches(/^[a-m]{2,9}$/)",
    enum: "f('f').isIn(['red', 'green'])",
    email: "f('f').isEmail()",
    uuid: "f('f').isUUID()",
    integer: "f('f').isInt()",
    number: "f('f').isFloat()",
    minimum: "f('f').isInt({ min: 2 })",
    maximum: "f('f').isInt({ max: 100 })",
    exclusiveMinimum: "f('f').isFloat({ gt: 0 })",
    multipleOf: "f('f').isDivisibleBy(4)",
    boolean: "f('f').isBoolean()",
    required: "f('f').isString()",
    optional: "f('f').optional().isString()",
    notNullable: "f('f').isString().notEmpty()",
    minItems: "f('f').isArray({ min: 2 }), f('f.*').isString()",
    maxItems: "f('f').isArray({ max: 4 }), f('f.*').isString()",
    items: "f('f').isArray(), f('f.*').isString().isLength({ max: 20 })",
    nestedItems: "f('f').isArray(), f('f.*.name').isString().isLength({ max: 20 })",
    nestedObject: "f('f').isObject(), f('f.name').isString().isLength({ max: 20 })",
    additionalKeys: "f('f').isObject(), f('f.name').isString()",
  },
}

const checkSchema: Library = {
  head: `${express}import { checkSchema, validationResult } from 'express-validator'
const refuse: express.RequestHandler = (req, res, next) => { if (!validationResult(req).isEmpty()) { res.status(400).json({ ok: false }); return } next() }`,
  route: (route) =>
    `app.${verb(route)}('${pathOf(route)}', checkSchema({ ${route.field} }, ['${partOf(route)}']), refuse, (req: express.Request, res: express.Response) => { res.json({ ok: true }) })`,
  fields: {
    maxLength: 'f: { isString: true, isLength: { options: { max: 20 } } }',
    minLength: 'f: { isString: true, isLength: { options: { min: 3 } } }',
    length: 'f: { isString: true, isLength: { options: { min: 8, max: 8 } } }',
    pattern: 'f: { isString: true, matches: { options: /^[a-m]{2,9}$/ } }',
    enum: "f: { isIn: { options: [['red', 'green']] } }",
    email: 'f: { isEmail: true }',
    uuid: 'f: { isUUID: true }',
    integer: 'f: { isInt: true }',
    number: 'f: { isFloat: true }',
    minimum: 'f: { isInt: { options: { min: 2 } } }',
    maximum: 'f: { isInt: { options: { max: 100 } } }',
    exclusiveMinimum: 'f: { isFloat: { options: { gt: 0 } } }',
    boolean: 'f: { isBoolean: true }',
    required: 'f: { isString: true }',
    optional: 'f: { optional: true, isString: true }',
    notNullable: 'f: { isString: true, notEmpty: true }',
    minItems: "f: { isArray: { options: { min: 2 } } }, 'f.*': { isString: true }",
    maxItems: "f: { isArray: { options: { max: 4 } } }, 'f.*': { isString: true }",
    items: "f: { isArray: true }, 'f.*': { isString: true, isLength: { options: { max: 20 } } }",
    nestedItems: "f: { isArray: true }, 'f.*.name': { isString: true, isLength: { options: { max: 20 } } }",
    nestedObject: "f: { isObject: true }, 'f.name': { isString: true, isLength: { options: { max: 20 } } }",
  },
}

const jsonFields: Library['fields'] = {
  maxLength: "{ type: 'string', maxLength: 20 }",
  minLength: "{ type: 'string', minLength: 3 }",
  length: "{ type: 'string', minLength: 8, maxLength: 8 }",
  pattern: "{ type: 'string', pattern: '^[a-m]{2,9}$' }",
  enum: "{ type: 'string', enum: ['red', 'green'] }",
  email: "{ type: 'string', format: 'email' }",
  uuid: "{ type: 'string', format: 'uuid' }",
  integer: "{ type: 'integer' }",
  number: "{ type: 'number' }",
  minimum: "{ type: 'integer', minimum: 2 }",
  maximum: "{ type: 'integer', maximum: 100 }",
  exclusiveMinimum: "{ type: 'number', exclusiveMinimum: 0 }",
  multipleOf: "{ type: 'integer', multipleOf: 4 }",
  boolean: "{ type: 'boolean' }",
  required: "{ type: 'string' }",
  optional: "{ type: 'string' }",
  nullable: "{ type: ['string', 'null'] }",
  notNullable: "{ type: 'string', minLength: 1 }",
  minItems: "{ type: 'array', items: { type: 'string' }, minItems: 2 }",
  maxItems: "{ type: 'array', items: { type: 'string' }, maxItems: 4 }",
  items: "{ type: 'array', items: { type: 'string', maxLength: 20 } }",
  nestedItems:
    "{ type: 'array', items: { type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 20 } }, additionalProperties: false } }",
  nestedObject:
    "{ type: 'object', required: ['name'], properties: { name: { type: 'string', maxLength: 20 } }, additionalProperties: false }",
  additionalKeys:
    "{ type: 'object', required: ['name'], properties: { name: { type: 'string' } }, additionalProperties: false }",
}
const jsonObject = ({ field, optional }: Route) =>
  `{ type: 'object', ${optional ? '' : "required: ['f'], "}properties: { f: ${field} }, additionalProperties: false }`

const ajv: Library = {
  head: `${express}import { Ajv } from 'ajv'\nconst ajv = new Ajv()\nconst ajvCoercing = new Ajv({ coerceTypes: true })`,
  route: (route) => {
    const check = `check_${route.name.replaceAll('/', '_')}_${route.place}`
    return `const ${check} = ${route.place === 'body' ? 'ajv' : 'ajvCoercing'}.compile(${jsonObject(route)})
app.${verb(route)}('${pathOf(route)}', (req, res) => { if (!${check}(req.${partOf(route)})) { res.status(400).json({ ok: false }); return } res.json({ ok: true }) })`
  },
  fields: jsonFields,
}

const fastifyPart = ({ place }: Route) => ({ body: 'body', query: 'querystring', path: 'params' })[place]
const fastify: Library = {
  head: `import { fastify } from 'fastify'\nexport const app = fastify()`,
  route: (route) =>
    `app.${verb(route)}('${pathOf(route)}', { schema: { ${fastifyPart(route)}: ${jsonObject(route)} } }, async () => ({ ok: true }))`,
  fields: jsonFields,
}

const typebox: Library = {
  head: `import { fastify } from 'fastify'\nimport { Type } from '@sinclair/typebox'\nexport const app = fastify()`,
  route: (route) =>
    `app.${verb(route)}('${pathOf(route)}', { schema: { ${fastifyPart(route)}: Type.Object({ f: ${route.field} }, { additionalProperties: false }) } }, async () => ({ ok: true }))`,
  fields: {
    maxLength: 'Type.String({ maxLength: 20 })',
    minLength: 'Type.String({ minLength: 3 })',
    length: 'Type.String({ minLength: 8, maxLength: 8 })',
    pattern: "Type.String({ pattern: '^[a-m]{2,9}$' })",
    enum: "Type.Union([Type.Literal('red'), Type.Literal('green')])",
    email: "Type.String({ format: 'email' })",
    uuid: "Type.String({ format: 'uuid' })",
    integer: 'Type.Integer()',
    number: 'Type.Number()',
    minimum: 'Type.Integer({ minimum: 2 })',
    maximum: 'Type.Integer({ maximum: 100 })',
    exclusiveMinimum: 'Type.Number({ exclusiveMinimum: 0 })',
    multipleOf: 'Type.Integer({ multipleOf: 4 })',
    boolean: 'Type.Boolean()',
    required: 'Type.String()',
    optional: 'Type.Optional(Type.String())',
    nullable: 'Type.Union([Type.String(), Type.Null()])',
    notNullable: 'Type.String({ minLength: 1 })',
    minItems: 'Type.Array(Type.String(), { minItems: 2 })',
    maxItems: 'Type.Array(Type.String(), { maxItems: 4 })',
    items: 'Type.Array(Type.String({ maxLength: 20 }))',
    nestedItems: 'Type.Array(Type.Object({ name: Type.String({ maxLength: 20 }) }, { additionalProperties: false }))',
    nestedObject: 'Type.Object({ name: Type.String({ maxLength: 20 }) }, { additionalProperties: false })',
    additionalKeys: 'Type.Object({ name: Type.String() }, { additionalProperties: false })',
  },
}

const nestPart = { body: '@Body()', query: '@Query()', path: '@Param()' }
const classValidator: Library = {
  head: `import 'reflect-metadata'
import { Body, Controller, Get, HttpCode, Module, Param, Post, Query, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { Type } from 'class-transformer'
import * as is from 'class-validator'
class NameMax { @is.IsString() @is.MaxLength(20) name!: string }
class NameOnly { @is.IsString() name!: string }
const controllers: (new () => object)[] = []`,
  tail: `@Module({ controllers: [CONTROLLERS] })
class AppModule {}
const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true }))
await app.listen(3000)`,
  route: (route) => {
    const id = `${route.name.replaceAll(/\W/g, '_')}_${route.place}`
    return `class Dto_${id} { ${route.field} }
@Controller('${route.name}')
class Controller_${id} { @${route.place === 'body' ? 'Post' : 'Get'}('${route.place}${route.place === 'path' ? '/:f' : ''}') @HttpCode(200) handle(${nestPart[route.place]} input: Dto_${id}) { return { ok: true } } }`
  },
  fields: {
    maxLength: '@is.IsString() @is.MaxLength(20) f!: string',
    minLength: '@is.IsString() @is.MinLength(3) f!: string',
    length: '@is.IsString() @is.Length(8, 8) f!: string',
    pattern: '@is.IsString() @is.Matches(/^[a-m]{2,9}$/) f!: string',
    enum: "@is.IsIn(['red', 'green']) f!: 'red' | 'green'",
    email: '@is.IsEmail() f!: string',
    uuid: '@is.IsUUID() f!: string',
    integer: '@is.IsInt() f!: number',
    number: '@is.IsNumber() f!: number',
    minimum: '@is.IsInt() @is.Min(2) f!: number',
    maximum: '@is.IsInt() @is.Max(100) f!: number',
    exclusiveMinimum: '@is.IsNumber() @is.IsPositive() f!: number',
    multipleOf: '@is.IsInt() @is.IsDivisibleBy(4) f!: number',
    boolean: '@is.IsBoolean() f!: boolean',
    required: '@is.IsString() f!: string',
    optional: '@is.IsOptional() @is.IsString() f?: string',
    notNullable: '@is.IsString() @is.IsNotEmpty() f!: string',
    minItems: '@is.IsArray() @is.IsString({ each: true }) @is.ArrayMinSize(2) f!: string[]',
    maxItems: '@is.IsArray() @is.IsString({ each: true }) @is.ArrayMaxSize(4) f!: string[]',
    items: '@is.IsArray() @is.IsString({ each: true }) @is.MaxLength(20, { each: true }) f!: string[]',
    nestedItems: '@is.IsArray() @is.ValidateNested({ each: true }) @Type(() => NameMax) f!: NameMax[]',
    nestedObject: '@is.ValidateNested() @is.IsObject() @Type(() => NameMax) f!: NameMax',
    additionalKeys: '@is.ValidateNested() @is.IsObject() @Type(() => NameOnly) f!: NameOnly',
  },
  texts: {
    integer: '@Type(() => Number) @is.IsInt() f!: number',
    minimum: '@Type(() => Number) @is.IsInt() @is.Min(2) f!: number',
    maximum: '@Type(() => Number) @is.IsInt() @is.Max(100) f!: number',
    exclusiveMinimum: '@Type(() => Number) @is.IsNumber() @is.IsPositive() f!: number',
  },
}

/** Every library of the table, by the folder that its routes stand in. */
export const libraries: Readonly<Record<string, Library>> = {
  zod,
  joi,
  celebrate,
  yup,
  valibot,
  arktype,
  'express-validator': expressValidator,
  'check-schema': checkSchema,
  ajv,
  fastify,
  typebox,
  'class-validator': classValidator,
}
