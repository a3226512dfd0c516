import { expect, it } from 'vitest'
import { h3 } from '../../../src/code/adapters/h3/adapter.js'
import { openFiles } from '../in-memory.js'

const handler = 'export default (event: object) => ({ event })'

/** What a project with this configuration serves, and what could not be followed. */
function served(config: Readonly<Record<string, string>>) {
  const files = new Map(
    Object.entries({
      'tsconfig.json': '{"compilerOptions":{"strict":true,"types":[],"module":"esnext","target":"es2022"}}',
      'package.json': '{"dependencies":{"nitropack":"2"}}',
      'api/pets.get.ts': handler,
      'routes/health.ts': handler,
      'backend/api/owners.get.ts': handler,
      'handlers/toys.ts': handler,
      'handlers/guard.ts': `export default () => { throw createError({ statusCode: 401 }) }`,
      ...config,
    }),
  )
  const project = openFiles('test/code/h3', files)
  const { endpoints, unresolved } = h3.read(project)
  return {
    endpoints: endpoints.map(({ method, path }) => `${method} ${path}`),
    unresolved: unresolved.map(({ at, reason }) => `${at.file}:${at.line} ${reason}`),
  }
}

it('finds the usual folders without a configuration', () => {
  expect(served({}).endpoints).toEqual(['ALL /health', 'GET /api/pets'])
})

it('looks where `srcDir` says, under `baseURL`', () => {
  const config = `export default defineNitroConfig({ srcDir: './backend', baseURL: '/v1/' })`
  expect(served({ 'nitro.config.ts': config })).toEqual({ endpoints: ['GET /v1/api/owners'], unresolved: [] })
})

it('takes the names of folders that the configuration gives', () => {
  const config = `const api = 'handlers'
    export default defineNitroConfig({ apiDir: api, apiBaseURL: '/rest', routesDir: 'api' } satisfies object)`
  expect(served({ 'nitro.config.ts': config }).endpoints).toEqual(['GET /pets', 'ALL /rest/guard', 'ALL /rest/toys'])
})

it('serves the handlers that the configuration registers, and says whose file is not there', () => {
  const config = `export default {
    handlers: [
      { route: '/toys/:id', method: 'post', handler: '~/handlers/toys.ts' },
      { middleware: true, handler: './handlers/guard' },
      { route: '/lost', handler: './handlers/lost' },
    ],
  }`
  const { endpoints, unresolved } = served({ 'nitro.config.ts': config })
  expect(endpoints).toEqual(['ALL /health', 'GET /api/pets', 'POST /toys/{id}'])
  expect(unresolved).toEqual(['nitro.config.ts:5 the handler handlers/lost is no file of the project'])
})

it('says which rules answer in place of a handler, and what is computed', () => {
  const config = `export default defineNitroConfig({
    baseURL: process.env.BASE,
    routeRules: {
      '/old/**': { redirect: '/new' },
      '/elsewhere/**': { proxy: 'https://example.com/**' },
      '/api/**': { cors: true },
    },
  })`
  expect(served({ 'nitro.config.ts': config }).unresolved).toEqual([
    "nitro.config.ts:4 requests of '/old/**' are redirected by a route rule",
    "nitro.config.ts:5 requests of '/elsewhere/**' are handed to another server by a route rule",
    'nitro.config.ts:2 `baseURL` of the configuration is computed: `process.env.BASE`',
  ])
})

it("reads Nitro's part of Nuxt's configuration", () => {
  const config = `export default defineNuxtConfig({
    srcDir: 'app',
    app: { baseURL: '/shop' },
    serverHandlers: [{ route: '/toys', handler: '~~/handlers/toys.ts' }],
    nitro: { routeRules: { '/old': { redirect: { to: '/new' } } } },
  })`
  const files = { 'server/api/pets.get.ts': handler, 'server/routes/health.ts': handler }
  expect(served({ ...files, 'nuxt.config.ts': config })).toEqual({
    endpoints: ['ALL /shop/health', 'GET /shop/api/pets', 'ALL /shop/toys'],
    unresolved: ["nuxt.config.ts:5 requests of '/old' are redirected by a route rule"],
  })
})

it('leaves what Nuxt runs in the browser: only its server folder is served, beside the pages or among them', () => {
  const files = {
    'middleware/staff.ts': `export default () => { throw createError({ statusCode: 401 }) }`,
    'server/api/owners.get.ts': handler,
    'app/server/api/toys.get.ts': handler,
  }
  expect(served({ ...files, 'nuxt.config.ts': 'export default {}' }).endpoints).toEqual(['GET /api/owners'])
  const pages = `export default { srcDir: 'app/' }`
  expect(served({ ...files, 'nuxt.config.ts': pages }).endpoints.toSorted()).toEqual([
    'GET /api/owners',
    'GET /api/toys',
  ])
  const named = `export default { serverDir: 'backend' }`
  expect(served({ ...files, 'nuxt.config.ts': named }).endpoints).toEqual(['GET /api/owners'])
})
