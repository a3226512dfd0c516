import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ClassConstructor, plainToInstance } from 'class-transformer'
import { type ValidatorOptions, validateSync } from 'class-validator'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { openProject } from '../../../../src/code/program/open.js'
import { allChecks, type Checks } from '../../../../src/code/validators/class-validator/checks.js'
import { dtoSchema, readDto } from '../../../../src/code/validators/class-validator/read-dto.js'
import { moduleScope } from '../../../../src/code/values/scope.js'
import type { Schema } from '../../../../src/model/schema.js'
import { compileSample } from '../../../samples/compile-sample.js'
import { accepts, values } from '../libraries.js'

const folder = fileURLToPath(new URL('fixtures', import.meta.url))
const classes: Readonly<Record<string, ClassConstructor<object>>> = createRequire(import.meta.url)(
  join(compileSample(folder), 'dtos.js'),
)

const opened = openProject(folder)
if (!opened.ok) throw new Error(opened.error.message)
const project = opened.value
const declarations = project.files.flatMap(({ statements }) => statements.filter(ts.isClassDeclaration))

function read(name: string, checks: Checks): Schema {
  const node = declarations.find((each) => each.name?.text === name)
  const dto = node && readDto(project, { kind: 'class', node, scope: moduleScope }, { checks, text: false })
  if (!dto) throw new Error(`${name} was not read`)
  return dtoSchema(project, dto)
}

/** Values of each kind that the validators of the fixtures take, or nearly. */
const near = [
  ...[
    '2026-11-23',
    '2026-11-23T10:00:00Z',
    'a@b.example',
    'http://a.example',
    'red',
    'AB',
    'Low',
    ' a ',
    '65f0c0ffee65f0c0ffee65f0',
  ],
  ...[
    '123e4567-e89b-42d3-a456-426614174000',
    ['red'],
    [['a']],
    [{ a: 'ab' }],
    [{ a: 1 }],
    [null],
    [{ a: 'ab', n: null }],
  ],
]

/** Bodies that hold no more than the named properties: what else comes along is another question. */
function bodiesWith(names: readonly string[]): readonly object[] {
  const bodies = [...values, ...near].flatMap((f) => [{ f }, { f, a: 'ab' }, { f, on: true }, { f, on: false }])
  return [...bodies, {}, { a: 'ab' }, { on: false }, { on: true }].filter((body) =>
    Object.keys(body).every((key) => names.includes(key)),
  )
}

/** What the libraries take and the reading refuses, and what it takes for sure and they refuse. */
function disagreements(name: string, type: ClassConstructor<object>, checks: Checks, options: ValidatorOptions) {
  const schema = read(name, checks)
  const takes = (body: object) =>
    validateSync(plainToInstance(type, structuredClone(body), { enableImplicitConversion: checks.converts }), options)
      .length === 0
  return bodiesWith(Object.keys(schema.properties ?? {})).filter((body) =>
    takes(body) ? !accepts(schema, true, body) : accepts(schema, false, body),
  )
}

describe('class-validator', () => {
  it.each(Object.entries(classes))('%s takes what it takes when it runs', (name, type) => {
    expect(disagreements(name, type, allChecks, {})).toEqual([])
  })

  it.each(Object.entries(classes))('%s with a whitelist takes what it takes when it runs', (name, type) => {
    expect(disagreements(name, type, { ...allChecks, whitelist: true }, { whitelist: true })).toEqual([])
  })

  it.each(Object.entries(classes))('%s without what is missing takes what it takes when it runs', (name, type) => {
    const skips = { undefined: true, null: true }
    expect(disagreements(name, type, { ...allChecks, skips }, { skipMissingProperties: true })).toEqual([])
  })

  it.each(Object.entries(classes))('%s of converted values takes what it takes when it runs', (name, type) => {
    expect(disagreements(name, type, { ...allChecks, converts: true }, {})).toEqual([])
  })

  it.each(Object.entries(classes))('%s of one group takes what it takes when it runs', (name, type) => {
    const checks = { ...allChecks, partly: 'validators are chosen by their group' }
    expect(disagreements(name, type, checks, { groups: ['create'] })).toEqual([])
  })
})
