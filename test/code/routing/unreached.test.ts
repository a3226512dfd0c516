import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { readCode } from '../../../src/code/read.js'
import { listening } from '../../samples/asking.js'
import { app as expressApp } from './fixtures/unreached/express.js'
import { app as koaApp } from './fixtures/unreached/koa.js'

const opened = openProject(fileURLToPath(new URL('fixtures/unreached/', import.meta.url)))
const code = opened.ok ? readCode(opened.value) : opened
if (!code.ok) throw new Error(code.error.message)
const { endpoints } = code.value

/** Each handler answers with the path that it stands under. */
const rows: readonly (readonly [string, string])[] = [
  ['/express/plain/own', '/plain/{id}'],
  ['/express/plain/{id}/own', '/plain/{id}/own'],
  ['/express/first/own', '/first/own'],
  ['/express/caught/own', '/caught/{id}'],
  ['/express/handed/own', '/handed/own'],
  ['/express/left/own', '/left/own'],
  ['/express/chained/own', '/chained/{id}'],
  ['/express/all/own', '/all/{id}'],
  ['/express/some/own', '/some/own'],
  ['/express/loaded/own', '/loaded/own'],
  ['/koa/plain/own', '/plain/{id}'],
  ['/koa/first/own', '/first/own'],
  ['/koa/handed/own', '/handed/own'],
]

describe('a route that an earlier one may hide', () => {
  const servers = [expressApp.listen(0), koaApp.listen(0)]
  const started = servers.map(listening)
  beforeAll(() =>
    Promise.all(servers.map((each) => each.listening || new Promise((done) => each.once('listening', done)))),
  )
  afterAll(() => {
    for (const each of started) each.stop()
  })

  it.each(rows)('%s is answered by %s, and the tool says so', async (path, answer) => {
    const base = started[path.startsWith('/koa') ? 1 : 0]?.base ?? ''
    const said = await fetch(base + path.replace('{id}', 'x'))
    expect(await said.json()).toBe(answer)
    const read = endpoints.find((each) => each.method === 'GET' && each.path === path)
    expect(read).toBeDefined()
    expect(read?.unreached !== undefined).toBe(!path.endsWith(answer))
  })

  it('is told with the route that answers, and nothing else is told of it', () => {
    const read = endpoints.find(({ path }) => path === '/koa/plain/own')
    expect(read?.unreached).toBe(
      'GET /koa/plain/own is never reached: GET /koa/plain/{id}, registered before it at koa.ts:5, answers its requests',
    )
    expect(read).toMatchObject({ parameters: [], body: null, responses: [], security: { kind: 'unknown' } })
    expect(read?.gaps.map(({ about }) => about)).toContain('status')
  })

  it('is another one where the method is', () => {
    const read = endpoints.find(({ method, path }) => method === 'POST' && path === '/express/plain/own')
    expect(read?.unreached).toBeUndefined()
    expect(read?.responses.map(({ status }) => status)).toContain('200')
  })
})
