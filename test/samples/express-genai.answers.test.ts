import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../samples/express-genai/src/app.js'
import { documentOracle, type Oracle } from './document-oracle.js'
import { questions } from './express-genai.questions.js'

const right = fileURLToPath(new URL('../../samples/express-genai/openapi.right.yaml', import.meta.url))

describe('express-genai, started and asked', () => {
  let server: Server
  let base: string
  let oracle: Oracle

  beforeAll(async () => {
    server = createApp().listen(0)
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
    oracle = await documentOracle(right)
  })
  afterAll(() => server.close())

  it.each(questions)('$operation answers $status as the right document says', async (question) => {
    const token = question.token === undefined ? 'ada-token' : question.token
    const [method = '', template = ''] = question.operation.split(' ')
    const answer = await fetch(base + question.path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(question.body === undefined ? {} : { body: JSON.stringify(question.body) }),
    })
    const body = await answer.text()
    expect(answer.status).toBe(question.status)
    expect(oracle.complaints(method, template, answer, body)).toEqual([])
  })

  it('has every one of its 34 operations asked', () => {
    expect(oracle.operations).toHaveLength(34)
    expect(oracle.operations.filter((operation) => !questions.some((asked) => asked.operation === operation))).toEqual(
      [],
    )
  })
})
