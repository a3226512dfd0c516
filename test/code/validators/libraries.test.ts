import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { validators } from '../../../src/code/validators/index.js'
import { moduleScope } from '../../../src/code/values/scope.js'
import type { Schema } from '../../../src/model/schema.js'
import * as arktype from './fixtures/libraries/arktype.js'
import * as joi from './fixtures/libraries/joi.js'
import * as valibot from './fixtures/libraries/valibot.js'
import * as yup from './fixtures/libraries/yup.js'
import * as zod from './fixtures/libraries/zod.js'
import * as zod3 from './fixtures/libraries/zod3.js'
import { accepts, constant, project, values } from './libraries.js'

/** What is read of the exported constant of one file, by the first library that knows it. */
function read(file: string, name: string): Schema {
  const reference = { expression: constant(file, name), scope: moduleScope }
  const value = project.values.evaluate(reference)
  for (const validator of Object.values(validators)) {
    const schema = 'accepts' in validator ? validator.accepts(reference, value, project) : null
    if (schema !== null) return schema
  }
  throw new Error(`${file}: ${name} is read by none`)
}

interface Library {
  readonly schemas: Readonly<Record<string, unknown>>
  takes(schema: unknown, value: unknown): boolean
}

const libraries: Readonly<Record<string, Library>> = {
  joi: { schemas: joi, takes: (schema, value) => taken.joi(schema, value) },
  yup: { schemas: yup, takes: (schema, value) => taken.yup(schema, value) },
  valibot: { schemas: valibot, takes: (schema, value) => v.is(schema as v.GenericSchema, value) },
  zod: { schemas: zod, takes: (schema, value) => (schema as typeof zod.text).safeParse(value).success },
  zod3: { schemas: zod3, takes: (schema, value) => (schema as typeof zod3.anyKey).safeParse(value).success },
  arktype: { schemas: arktype, takes: (schema, value) => (schema as typeof arktype.text).allows(value) },
}

const taken = {
  joi: (schema: unknown, value: unknown) => {
    try {
      return (schema as typeof joi.text).validate(value).error === undefined
    } catch {
      return false
    }
  },
  yup: (schema: unknown, value: unknown) => {
    try {
      ;(schema as typeof yup.text).validateSync(value)
      return true
    } catch {
      return false
    }
  },
}

describe.each(Object.entries(libraries))('%s', (file, { schemas, takes }) => {
  it.each(Object.entries(schemas))('%s accepts what it accepts when it runs', (name, schema) => {
    const found = read(file, name)
    // To valibot an array is an object too; on the wire it is none.
    const given = values.filter(
      (value) => !(file === 'valibot' && Array.isArray(value) && found.type?.includes('object')),
    )

    expect(given.filter((value) => accepts(found, false, value) && !takes(schema, structuredClone(value)))).toEqual([])
    expect(given.filter((value) => !accepts(found, true, value) && takes(schema, structuredClone(value)))).toEqual([])
  })
})
