import { expect, it } from 'vitest'
import { readFiles } from '../in-memory.js'

const app = `
  import { Hono, type Context } from 'hono'
  import { z } from 'zod'
  import { load } from 'some-store'
  class AppError extends Error { constructor(readonly status: number, message: string) { super(message) } }
  const errorResponse = (c: Context, status: number, message: string): Response =>
    c.json({ success: false, message }, status as 400 | 401 | 404 | 500)
  function handleError(error: Error, c: Context): Response {
    if (error instanceof AppError) return errorResponse(c, error.status, error.message)
    if (error instanceof z.ZodError || error.name === 'ZodError') return errorResponse(c, 400, 'invalid')
    return errorResponse(c, 500, 'unexpected')
  }
  const body = z.object({ name: z.string() })
  async function guarded(): Promise<string> {
    try { return await load() } catch (error) { throw error instanceof Error ? error : new Error('unknown') }
  }
  export const app = new Hono()
  app.onError(handleError)
  app.get('/plain', (c) => c.json([]))
  app.get('/loads', async (c) => c.json({ found: await load() }))
  app.get('/fails', (c) => { if (Math.random() > 2) throw new Error('failed'); return c.json([]) })
  app.get('/guarded', async (c) => c.json({ found: await guarded() }))
  app.get('/missing', (c) => { if (Math.random() > 2) throw new AppError(404, 'none'); return c.json([]) })
  app.post('/parses', async (c) => c.json(body.parse(await c.req.json())))
`

const files = new Map([
  [
    'tsconfig.json',
    '{"compilerOptions":{"strict":true,"target":"es2022","module":"nodenext","types":[],"lib":["es2023","dom"]}}',
  ],
  ['package.json', '{"type":"module","dependencies":{"hono":"4"}}'],
  ['app.ts', app],
])
const code = readFiles('test/code/hono', files)
const { endpoints } = code

it.each([
  ['/plain', []],
  ['/loads', []],
  ['/fails', []],
  ['/guarded', []],
  ['/missing', ['404']],
  ['/parses', ['400']],
])('%s answers %s beside 200 and 500: an error has only the name of one that somebody throws', (path, statuses) => {
  const endpoint = endpoints.find((each) => each.path === path)
  const certain = endpoint?.responses.filter(({ implied }) => !implied).map(({ status }) => status) ?? []
  expect(certain.filter((status) => !['200', '500'].includes(status))).toEqual(statuses)
})
