import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../samples/hono-garden/src/app.js'
import { type CodeOracle, codeOracle } from './code-oracle.js'
import { documentOracle, type Oracle } from './document-oracle.js'
import { questions } from './hono-garden.questions.js'

const folder = fileURLToPath(new URL('../../samples/hono-garden', import.meta.url))

describe('hono-garden, started and asked', () => {
  let base: string
  let oracle: Oracle
  let code: CodeOracle
  let stop: () => void

  beforeAll(async () => {
    oracle = await documentOracle(resolve(folder, 'openapi.right.yaml'))
    code = codeOracle(folder)
    base = await new Promise((started) => {
      const server = serve({ fetch: createApp().fetch, port: 0 }, ({ port }) => started(`http://127.0.0.1:${port}`))
      stop = () => server.close()
    })
  })
  afterAll(() => stop())

  it.each(questions)('$operation answers $status as the right document and the code say', async (question) => {
    const [method = '', template = ''] = question.operation.split(' ')
    const answer = await fetch(base + question.path, {
      method,
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        ...(question.stranger ? {} : { authorization: 'Bearer gardener' }),
      },
      ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
    })
    const body = await answer.text()
    expect(answer.status).toBe(question.status)
    expect(oracle.complaints(method, template, answer, body)).toEqual([])
    expect(code.complaints(question.operation, answer, body)).toEqual([])
  })

  it('has every one of its operations asked', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(oracle.operations.filter((operation) => !asked.has(operation))).toEqual([])
  })
})
