import Joi, { type ValidationOptions } from 'joi'
import { describe, expect, it } from 'vitest'
import type { CodeContract } from '../../../src/model/contract.js'
import { readFiles } from '../in-memory.js'
import { accepts } from './libraries.js'

const schema = `Joi.object({ page: Joi.number().integer().min(1).required(), tag: Joi.string().valid('a', 'b') })`
const pages = Joi.object({ page: Joi.number().integer().min(1).required(), tag: Joi.string().valid('a', 'b') })
const usual = { convert: true, allowUnknown: false }

/** What is read of routes behind these middlewares, which the names stand for. */
function read(middlewares: readonly string[], made = ''): CodeContract {
  const routes = middlewares.map((each, index) => `app.post('/${index}', ${each}, (req, res) => { res.json({}) })`)
  const app = `import express from 'express'
import Joi from 'joi'
import { createValidator } from 'express-joi-validation'
const app = express()
app.use(express.json())
const schema = ${schema}
const validator = createValidator(${made})
${routes.join('\n')}
export { app }`
  const files = new Map([
    ['tsconfig.json', '{"compilerOptions":{"strict":true,"module":"nodenext","types":[]},"files":["app.ts"]}'],
    ['package.json', '{"type":"module","dependencies":{"express":"5","joi":"18","express-joi-validation":"6"}}'],
    ['app.ts', app],
  ])
  return readFiles('test/code/validators', files)
}

const bodyOf = ({ endpoints }: CodeContract, path = '/0') =>
  endpoints.find((each) => each.path === path)?.body?.contents[0]?.schema

const values = [
  {},
  { page: 1 },
  { page: '2' },
  { page: 0 },
  { page: 'x' },
  { page: 1, tag: 'a' },
  { page: 1, tag: 'c' },
]
const given: readonly unknown[] = [...values, ...values.map((each) => ({ ...each, z: 1 }))]

/** As its createValidator merges them: what it always sets, then what it was made with, then what the call says. */
const rows: readonly [string, string, ValidationOptions][] = [
  ['', 'validator.body(schema)', usual],
  ['', 'createValidator().body(schema)', usual],
  ['{ passError: true }', 'validator.body(schema)', usual],
  ['{ joi: { allowUnknown: true } }', 'validator.body(schema)', { ...usual, allowUnknown: true }],
  ['{ joi: { allowUnknown: true } }', 'validator.body(schema, { joi: { allowUnknown: false } })', usual],
  ['', 'validator.body(schema, { joi: { convert: false } })', { ...usual, convert: false }],
  ['', 'validator.body(schema, { joi: { stripUnknown: true } })', { ...usual, stripUnknown: true }],
]

describe('express-joi-validation', () => {
  it.each(rows)('made with "%s", %s takes what joi takes under its options', (made, call, options) => {
    const body = bodyOf(read([call], made)) ?? {}
    for (const value of given) {
      const isTaken = pages.validate(value, options).error === undefined
      expect([value, accepts(body, isTaken, value)]).toEqual([value, isTaken])
    }
  })

  it('checks query, path and headers, and lets other headers pass', () => {
    const [endpoint] = read([
      'validator.query(schema), validator.headers(Joi.object({ "x-key": Joi.string().required() }))',
    ]).endpoints
    expect(endpoint?.parameters.map(({ name, in: place, required }) => `${place} ${name} ${required}`).sort()).toEqual([
      'header x-key true',
      'query page true',
      'query tag false',
    ])
    // Headers that are not named pass, so that there may be more.
    expect(endpoint?.gaps.map(({ about }) => about)).toContain('header')
    expect(endpoint?.gaps.map(({ about }) => about)).not.toContain('query')
  })

  it.each([
    ['', 'validator.body(schema)', ['400']],
    ['{ statusCode: 422 }', 'validator.body(schema)', ['422']],
    ['{ statusCode: 422 }', 'validator.body(schema, { statusCode: 409 })', ['409']],
    ['{ passError: true }', 'validator.body(schema)', ['400', '4XX', '5XX']],
    ['JSON.parse(process.env.X)', 'validator.body(schema)', ['400', '4XX', '5XX']],
  ])('made with "%s", %s refuses with %j', (made, call, statuses) => {
    const [endpoint] = read([call], made).endpoints
    const refusals = endpoint?.gaps.filter(({ reason }) => reason.startsWith('`validator.body`'))
    expect(refusals?.map((gap) => gap.statuses)).toEqual([statuses])
  })

  it('does not say what it cannot read', () => {
    expect(bodyOf(read(['validator.body(somewhere)']))).toMatchObject({ inexact: expect.any(String) })
    const doubted = bodyOf(read(['validator.body(schema)'], 'options')) ?? {}
    expect([accepts(doubted, false, { page: 1 }), accepts(doubted, true, { page: 'x' })]).toEqual([true, true])
  })
})
