import { Joi, celebrate as makeCelebrate, Segments } from 'celebrate'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { celebrate } from '../../../../src/code/validators/celebrate.js'
import { moduleScope } from '../../../../src/code/values/scope.js'
import type { Schema } from '../../../../src/model/schema.js'
import { openFiles } from '../../in-memory.js'
import { accepts, values } from '../libraries.js'
import { bodies, options, texts } from './cases.js'

type Segment = 'body' | 'query' | 'params' | 'headers'

const places = { body: 'body', query: 'query', params: 'path', headers: 'header' } as const

const written = [
  ...Object.values(bodies).map((schema) => `celebrate({ body: ${schema} })`),
  ...Object.values(options).map((more) => `celebrate({ [Segments.BODY]: ${bodies.wide} }, ${more})`),
  ...(['query', 'params', 'headers'] as const).flatMap((segment) =>
    Object.values(texts).map((schema) => `celebrate({ ${segment}: ${schema} })`),
  ),
]
const files = new Map([
  ['tsconfig.json', '{"compilerOptions":{"strict":true,"module":"nodenext","types":[]},"files":["app.ts"]}'],
  ['package.json', '{"type":"module"}'],
  ['app.ts', `import { celebrate, Joi, Segments } from 'celebrate'\n${written.join('\n')}`],
])
const opened = openFiles('test/code/validators', files)
const project = opened
const calls = (project.files[0]?.statements ?? []).flatMap((each) => (ts.isExpressionStatement(each) ? [each] : []))

/** What the middleware that a call makes is read to take of one part of a request. */
function read(code: string, segment: Segment): Schema {
  const expression = calls.find((each) => each.getText() === code)?.expression
  if (expression === undefined) throw new Error(`no ${code}`)
  const reference = { expression, scope: moduleScope }
  const demands = celebrate.demands?.(reference, project.values.evaluate(reference), project) ?? []
  const demand = demands.find(({ place }) => place === places[segment])
  if (demand === undefined) throw new Error(`${code} demands nothing`)
  return demand.schema
}

/** Whether the middleware lets a request pass that holds this. */
async function takes(code: string, segment: Segment, value: unknown): Promise<boolean> {
  const middleware = new Function('celebrate', 'Joi', 'Segments', `return ${code}`)(makeCelebrate, Joi, Segments)
  const request = { method: 'POST', body: {}, query: {}, params: {}, headers: {}, [segment]: structuredClone(value) }
  let error: unknown
  await middleware(request, {}, (given: unknown) => {
    error = given
  })
  return error === undefined || error === null
}

/** What passes and the reading refuses, and what it takes for sure and does not pass. */
async function disagreements(code: string, segment: Segment, given: readonly unknown[]): Promise<readonly unknown[]> {
  const schema = read(code, segment)
  const wrong: unknown[] = []
  for (const value of given) {
    const isTaken = await takes(code, segment, value)
    if (isTaken ? !accepts(schema, true, value) : accepts(schema, false, value)) wrong.push(value)
  }
  return wrong
}

const near = [
  ' ab',
  'AB',
  '12',
  '2.5',
  'true',
  'no',
  'a@b.com',
  'a@b.internal',
  '2026-11-23',
  ['ab'],
  [1, 'ab'],
  { b: 1 },
  { b: 'x' },
]
const objects = [
  {},
  ...[...values, ...near].flatMap((f) => [
    { f },
    { f, g: 1 },
    { f, z: 'z' },
    { o: { f } },
    { o: { f, z: 1 } },
    { l: [{ f }] },
  ]),
]
const strings = [
  '',
  'a',
  'ab',
  'abcde',
  ' ab',
  'AB',
  '1',
  '0',
  '5',
  '11',
  '2.5',
  'true',
  'false',
  'no',
  'null',
  '2026-11-23',
]
const fields = [{}, ...strings.flatMap((f) => [{ f }, { f, g: '1' }, { f, z: 'z' }]), { f: ['a', 'b'] }, { f: ['1'] }]

describe('celebrate', () => {
  it.each(Object.values(bodies))('{ body: %s } takes what it takes when it runs', async (schema) => {
    expect(await disagreements(`celebrate({ body: ${schema} })`, 'body', [...objects, ...values])).toEqual([])
  })

  it.each(Object.values(options))('under %s takes what it takes when it runs', async (more) => {
    const code = `celebrate({ [Segments.BODY]: ${bodies.wide} }, ${more})`
    expect(await disagreements(code, 'body', objects)).toEqual([])
  })

  it.each(
    (['query', 'params', 'headers'] as const).flatMap((segment) =>
      Object.values(texts).map((schema) => [segment, schema] as const),
    ),
  )('{ %s: %s } takes what it takes when it runs', async (segment, schema) => {
    expect(await disagreements(`celebrate({ ${segment}: ${schema} })`, segment, fields)).toEqual([])
  })
})
