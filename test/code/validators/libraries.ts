import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import ts from 'typescript'
import { openProject } from '../../../src/code/program/open.js'
import type { Schema } from '../../../src/model/schema.js'

const opened = openProject(fileURLToPath(new URL('fixtures', import.meta.url)))
if (!opened.ok) throw new Error(opened.error.message)
export const project = opened.value

/** What an exported constant of one file is made with. */
export function constant(file: string, name: string): ts.Expression {
  const source = project.files.find(({ fileName }) => fileName.endsWith(`/libraries/${file}.ts`))
  const declarations = source?.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
  const expression = declarations?.find((each) => each.name.getText() === name)?.initializer
  if (expression === undefined) throw new Error(`no ${name} in ${file}`)
  return expression
}

/** Values of every kind, near the bounds that the fixtures set. */
export const values: unknown[] = [
  ...[null, true, false, 0, 1, 2, 2.5, 5, 9, 10, 11, -1],
  ...['', 'a', 'b', 'ab', 'abc', 'abcd', 'abcde', 'x', '5', 'true', '{}'.slice(1)],
  ...[[], ['a'], ['a', 'a'], ['a', 'a', 'a'], ['b'], ['a', 1], ['a', 1, 2], [true], [true, true], [1]],
  ...[{}, { a: 'ab' }, { a: '' }, { a: 1 }, { a: null }, { n: 1 }, { n: 'x' }, { a: 'ab', n: 5 }, { a: 'ab', n: null }],
  ...[{ a: 'ab', z: 1 }, { a: 'ab', z: 'z' }, { a: 'x', n: 1 }, { a: 'x' }, { a: 'y' }, { a: 'ab', x: null }],
  ...[' ab ', '2024-01-01', '2024-01-01T00:00:00Z', ['a', null], { 5: 'ab' }, { ab: 1 }, { b: 'ab' }],
  ...[{ a: 'ab', x: true }, { a: 'ab', x: 1 }, { o: {} }, { o: { a: 'ab' } }, { o: { a: 1 } }, { z: 1 }],
]

const ajv = addFormats.default(new Ajv2020({ strict: false }))

/** The schema with what is not known about it left out: no value where it must hold for sure, any where it only may. */
function certain(schema: unknown, unknown: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((each) => certain(each, unknown))
  if (typeof schema !== 'object' || schema === null) return schema
  if (('inexact' in schema || hasDoubtfulMember(schema)) && !unknown) return { not: {} }
  const entries = Object.entries(schema).filter(([key]) => !['at', 'inexact', 'implied', 'presence'].includes(key))
  return Object.fromEntries(entries.map(([key, value]) => [key, certain(value, unknown)]))
}

/** An object of which it is not known whether some member must be there. */
function hasDoubtfulMember(schema: object): boolean {
  const members: unknown = 'properties' in schema ? schema.properties : {}
  return Object.values(members ?? {}).some((each) => typeof each === 'object' && each !== null && 'presence' in each)
}

const compile = (bare: unknown) => ajv.compile(typeof bare === 'object' && bare !== null ? bare : {})
const compiled = new WeakMap<Schema, Map<boolean, ValidateFunction>>()

/** Whether a schema accepts a value: for sure, or, with what is not known about it let pass, perhaps. */
export function accepts(schema: Schema, unknown: boolean, value: unknown): boolean {
  const known = compiled.get(schema) ?? new Map<boolean, ValidateFunction>()
  compiled.set(schema, known)
  const validate = known.get(unknown) ?? compile(certain(schema, unknown))
  known.set(unknown, validate)
  return validate(value)
}
