import { expect, it } from 'vitest'
import { readFiles } from '../in-memory.js'

const handler = 'async (ctx) => { const { name } = ctx.request.body as { name: string }; ctx.body = { name } }'
const files = new Map(
  Object.entries({
    'tsconfig.json':
      '{"compilerOptions":{"strict":true,"module":"nodenext","esModuleInterop":true},"files":["app.ts"]}',
    'package.json': '{"type":"module","dependencies":{"koa":"3","koa-joi-router":"8"}}',
    'app.ts': `
      import Koa from 'koa'
      import joiRouter from 'koa-joi-router'
      const { Joi } = joiRouter
      const router = joiRouter()
      const body = Joi.object({ name: Joi.string().min(2).required(), age: Joi.number().integer() })
      router.route({ method: 'post', path: '/described', validate: { type: 'json', body }, handler: ${handler} })
      router.post('/configured', { validate: { type: 'json', body } }, ${handler})
      router.post('/lenient', { validate: { type: 'json', body, continueOnError: true } }, ${handler})
      router.get('/asked/:id', { validate: { params: { id: Joi.string().guid() }, query: { full: Joi.boolean() } } }, ${handler})
      declare const shared: object
      declare const part: 'header'
      router.get('/spread', { validate: { ...shared, query: { full: Joi.boolean() } } }, async (ctx) => { ctx.body = { a: 1 } })
      router.get('/computed', { validate: { [part]: shared, query: { full: Joi.boolean() }, continueOnError: false } }, async (ctx) => { ctx.body = { a: 1 } })
      const app = new Koa()
      app.use(router.middleware())
      app.listen(1)`,
  }),
)
const read = readFiles('test/code', files)
const at = new Map(read.endpoints.map((endpoint) => [endpoint.path, endpoint]))
const fields = (path: string) => Object.keys(at.get(path)?.body?.contents[0]?.schema.properties ?? {})

it.each(['/described', '/configured'])('what a route of koa-joi-router demands is what it takes: %s', (path) => {
  expect(fields(path)).toEqual(['name', 'age'])
  expect(at.get(path)?.body?.contents[0]?.schema.required).toEqual(['name'])
})

it('is no demand where the route goes on all the same', () => {
  expect(fields('/lenient')).toEqual(['name'])
})

it('may be about the query and the path', () => {
  const named = at.get('/asked/{id}')?.parameters.map((each) => `${each.in} ${each.name}`)
  expect(named).toEqual(['path id', 'query full'])
})

it('may be about any other part of the request where a key is not read', () => {
  const endpoint = at.get('/computed')

  expect(endpoint?.parameters.map((each) => `${each.in} ${each.name}`)).toEqual(['query full'])
  expect(endpoint?.gaps.map(({ about }) => about)).toContain('header')
  expect(endpoint?.gaps.map(({ about }) => about)).not.toContain('query')
})

it('may be about any part at all where it is not known whether the route goes on all the same', () => {
  expect(at.get('/spread')?.gaps.map(({ about }) => about)).toEqual(expect.arrayContaining(['header', 'query']))
})
