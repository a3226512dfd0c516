import { expect, it } from 'vitest'
import { hono } from '../../../src/code/adapters/hono/adapter.js'
import { openFiles } from '../in-memory.js'

/** `GET /things` behind a function that does something after the handler has answered. */
function served(after: string) {
  const text = `
    import { Hono } from 'hono'
    const app = new Hono()
    const store = (): import('hono').MiddlewareHandler => async (c, next) => { await next(); ${after} }
    app.get('/things', store(), (c) => c.json([1, 2]))
    export default app
  `
  const files = new Map([
    ['package.json', '{"dependencies":{"hono":"4"}}'],
    ['tsconfig.json', '{"compilerOptions":{"strict":true,"module":"NodeNext"},"files":["a.ts"]}'],
    ['a.ts', text],
  ])
  const project = openFiles('test/code/hono', files)
  const [endpoint] = hono.read(project).endpoints
  return {
    statuses: endpoint?.responses.map(({ status }) => status),
    doubted: endpoint?.gaps.some(({ about, statuses }) => about === 'status' && statuses === undefined),
  }
}

it('does not say that an answer is sent which a function around it replaces', () => {
  expect(served('c.res = new Response(null, { status: 302 })')).toEqual({ statuses: [], doubted: true })
})

it.each(["c.header('X-Took', '1')", 'c.res = undefined', 'console.log(c.res.status)'])(
  'says so beside `%s`',
  (after) => {
    expect(served(after)).toEqual({ statuses: ['200'], doubted: false })
  },
)
