import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../samples/hono-garden/src/app.js'
import { hono } from '../../src/code/adapters/hono/adapter.js'
import { openProject } from '../../src/code/program/open.js'
import { documentOracle, type Oracle } from './document-oracle.js'
import { questions } from './hono-garden.questions.js'

const folder = fileURLToPath(new URL('../../samples/hono-garden', import.meta.url))

describe('hono-garden, started and asked', () => {
  let base: string
  let oracle: Oracle
  let stop: () => void

  beforeAll(async () => {
    oracle = await documentOracle(resolve(folder, 'openapi.right.yaml'))
    base = await new Promise((started) => {
      const server = serve({ fetch: createApp().fetch, port: 0 }, ({ port }) => started(`http://127.0.0.1:${port}`))
      stop = () => server.close()
    })
  })
  afterAll(() => stop())

  it.each(questions)('$operation answers $status as the right document says', async (question) => {
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
  })

  it('has every one of its operations asked', () => {
    const asked = new Set(questions.map(({ operation }) => operation))
    expect(oracle.operations.filter((operation) => !asked.has(operation))).toEqual([])
  })

  it('answers only with statuses that are read from its code', () => {
    const project = openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    const { endpoints } = hono.read(project.value)
    const read = new Set(
      endpoints.flatMap(({ method, path, responses }) => responses.map(({ status }) => `${method} ${path} ${status}`)),
    )
    expect(
      questions.map(({ operation, status }) => `${operation} ${status}`).filter((each) => !read.has(each)),
    ).toEqual([])
  })
})
