import { once } from 'node:events'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import Koa from 'koa'
import { expect, it } from 'vitest'
import { readFiles } from './in-memory.js'

/** The only content of the answer to an error, as the code of one file and its `package.json` are read. */
function contentOf(app: string, manifest: object, files: Readonly<Record<string, string>> = {}) {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', types: ['node'] }
  const path = 'nitropack' in manifest ? 'server/api/pets.get.ts' : 'app.ts'
  const virtual = new Map([
    ['tsconfig.json', JSON.stringify({ compilerOptions, include: ['**/*.ts'] })],
    ['package.json', JSON.stringify({ type: 'module', dependencies: manifest })],
    [path, app],
    ...Object.entries(files),
  ])
  const code = readFiles('test/code', virtual)
  return code.endpoints[0]?.responses.find(({ status }) => status === '404')?.contents[0]
}

const validates = (schema: object, value: unknown) =>
  new Ajv2020({ strict: false }).validate({ additionalProperties: false, ...schema }, value)

it('reads the text that Hono sends of an exception', async () => {
  const app = new Hono().get('/pets', () => {
    throw new HTTPException(404, { message: 'No pets' })
  })
  const answer = await app.request('/pets')
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/plain;charset=UTF-8', 'No pets'])
  const written = (options: string) => `
    import { Hono } from 'hono'
    import { HTTPException } from 'hono/http-exception'
    export default new Hono().get('/pets', () => { throw new HTTPException(404${options}) })`
  const content = contentOf(written(`, { message: 'No pets' }`), { hono: '*' })
  expect(content).toMatchObject({ mediaType: 'text/plain', schema: { type: ['string'] }, implied: true })
  expect(contentOf(written(`, { res: Response.json({}) }`), { hono: '*' })?.mediaType).toBe('*/*')
})

it('reads the text that Koa sends of an error, unless something else may send it', async () => {
  const koa = new Koa()
  koa.silent = true
  koa.use((ctx) => ctx.throw(404, 'No pets'))
  const server = koa.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const answer = await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/pets`)
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/plain; charset=utf-8', 'No pets'])
  server.close()
  const written = (setting: string) => `
    import Koa from 'koa'
    import Router from '@koa/router'
    const app = new Koa()
    ${setting}
    const router = new Router()
    router.get('/pets', (ctx) => { ctx.throw(404, 'No pets') })
    app.use(router.routes())`
  const content = contentOf(written(''), { koa: '*' })
  expect(content).toMatchObject({ mediaType: 'text/plain', schema: { type: ['string'] }, implied: true })
  expect(contentOf(written('app.context.onerror = () => {}'), { koa: '*' })?.mediaType).toBe('*/*')
})

it('reads what Fastify writes of an error', async () => {
  const app = Fastify()
  app.get('/pets', () => {
    throw Object.assign(new Error('No pets'), { statusCode: 404 })
  })
  const answer = await app.inject('/pets')
  const content = contentOf(
    `import Fastify from 'fastify'
    const app = Fastify()
    app.get('/pets', () => { throw Object.assign(new Error('No pets'), { statusCode: 404 }) })`,
    { fastify: '*' },
  )
  expect(content).toMatchObject({ mediaType: 'application/json', implied: true })
  expect(validates({ ...content?.schema }, answer.json())).toBe(true)
  expect(Object.keys(answer.json()).sort()).toEqual([...(content?.schema.required ?? [])].sort())
})

const nitro = (options: string) => `
  import { createError, defineEventHandler } from 'h3'
  export default defineEventHandler(() => { throw createError({ statusCode: 404${options} }) })`
const always = ['error', 'message', 'statusCode', 'statusMessage', 'url']

it.each([
  ['without data', '', always],
  ['with data', ', data: { left: 2 }', ['data', ...always]],
])('reads what Nitro writes of an error %s', (_, options, fields) => {
  const content = contentOf(nitro(options), { nitropack: '^2.11.0' })
  expect(content).toMatchObject({ mediaType: 'application/json', implied: true })
  expect(Object.keys(content?.schema.properties ?? {}).sort()).toEqual(fields)
})

it('leaves open what another version of Nitro, Nuxt or an error handler of the project writes', () => {
  const mediaTypes = [
    contentOf(nitro(''), { nitropack: '^2.9.0' }),
    contentOf(nitro(''), { nitropack: '^2.11.0', nuxt: '*' }),
    contentOf(nitro(''), { nitropack: '^2.11.0' }, { 'nitro.config.ts': `export default { errorHandler: './e' }` }),
  ].map((content) => content?.mediaType)
  expect(mediaTypes).toEqual(['*/*', '*/*', '*/*'])
})
