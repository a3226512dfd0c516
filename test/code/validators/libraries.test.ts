import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ts from 'typescript'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { validators } from '../../../src/code/validators/index.js'
import { moduleScope } from '../../../src/code/values/scope.js'
import type { Schema } from '../../../src/model/schema.js'
import * as arktype from './fixtures/libraries/arktype.js'
import * as joi from './fixtures/libraries/joi.js'
import * as valibot from './fixtures/libraries/valibot.js'
import * as yup from './fixtures/libraries/yup.js'

const opened = openProject(fileURLToPath(new URL('fixtures', import.meta.url)))
if (!opened.ok) throw new Error(opened.error.message)
const project = opened.value

/** What is read of the exported constant of one file, by the first library that knows it. */
function read(file: string, name: string): Schema {
  const source = project.files.find(({ fileName }) => fileName.endsWith(`/libraries/${file}.ts`))
  const declarations = source?.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
  const expression = declarations?.find((each) => each.name.getText() === name)?.initializer
  if (expression === undefined) throw new Error(`no ${name} in ${file}`)
  const reference = { expression, scope: moduleScope }
  const value = project.values.evaluate(reference)
  for (const validator of Object.values(validators)) {
    const schema = 'accepts' in validator ? validator.accepts(reference, value, project) : null
    if (schema !== null) return schema
  }
  throw new Error(`${file}: ${name} is read by none`)
}

const values: unknown[] = [
  ...[null, true, false, 0, 1, 2, 2.5, 5, 9, 10, 11, -1],
  ...['', 'a', 'b', 'ab', 'abc', 'abcd', 'abcde', 'x', '5', 'true', '{}'.slice(1)],
  ...[[], ['a'], ['a', 'a'], ['a', 'a', 'a'], ['b'], ['a', 1], ['a', 1, 2], [true], [true, true], [1]],
  ...[{}, { a: 'ab' }, { a: '' }, { a: 1 }, { a: null }, { n: 1 }, { n: 'x' }, { a: 'ab', n: 5 }, { a: 'ab', n: null }],
  ...[{ a: 'ab', z: 1 }, { a: 'ab', z: 'z' }, { a: 'x', n: 1 }, { a: 'x' }, { a: 'y' }, { a: 'ab', x: null }],
  ...[{ a: 'ab', x: true }, { a: 'ab', x: 1 }, { o: {} }, { o: { a: 'ab' } }, { o: { a: 1 } }, { z: 1 }],
]

const ajv = new Ajv2020({ strict: false })

/** The schema with what is not known about it left out: no value where it must hold for sure, any where it only may. */
function certain(schema: unknown, unknown: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((each) => certain(each, unknown))
  if (typeof schema !== 'object' || schema === null) return schema
  if ('inexact' in schema && !unknown) return { not: {} }
  const entries = Object.entries(schema).filter(([key]) => key !== 'at' && key !== 'inexact')
  return Object.fromEntries(entries.map(([key, value]) => [key, certain(value, unknown)]))
}

function accepts(schema: Schema, unknown: boolean, value: unknown): boolean {
  const bare = certain(schema, unknown)
  return ajv.compile(typeof bare === 'object' && bare !== null ? bare : {})(value)
}

interface Library {
  readonly schemas: Readonly<Record<string, unknown>>
  takes(schema: unknown, value: unknown): boolean
}

const libraries: Readonly<Record<string, Library>> = {
  joi: { schemas: joi, takes: (schema, value) => taken.joi(schema, value) },
  yup: { schemas: yup, takes: (schema, value) => taken.yup(schema, value) },
  valibot: { schemas: valibot, takes: (schema, value) => v.is(schema as v.GenericSchema, value) },
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
