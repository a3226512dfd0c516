import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'

const options = { compilerOptions: { strict: true, module: 'NodeNext', skipLibCheck: true }, include: ['*.ts'] }
const severities = { 'invalid-document': 'off' } as const
const settings = { ignore: [], severities, overrides: [], allowRemote: false, cost: defaultCostSettings }

let root: string
beforeEach(() => {
  // Inside the package, so that express is found.
  root = mkdtempSync(fileURLToPath(new URL('../uncertain-', import.meta.url)))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** The report of a project that holds these files. */
async function reportOf(files: Readonly<Record<string, string>>) {
  writeFileSync(
    join(root, 'package.json'),
    '{ "type": "module", "dependencies": { "express": "*", "fastify": "*", "hono": "*", "koa": "*" } }',
  )
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(options))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  const result = await audit({ root, ...settings })
  if (!result.ok) throw new Error(result.error.message)
  return result.report
}

const told = ({ findings }: Awaited<ReturnType<typeof reportOf>>) =>
  findings.map(({ rule, path, severity, pointer }) => `${severity} ${rule} ${path}${pointer}`).sort()

describe('a document of which a part cannot be read', () => {
  const app = `
    import express from 'express'
    const app = express()
    app.get('/pets', (_req, res) => { res.json({ id: 1, name: 'Rex' }) })
    app.get('/cats', (_req, res) => { res.json({ id: 1, name: 'Tom' }) })`
  const document = (paths: string, members = 'id: { type: "integer" }') => `
    import { more } from 'elsewhere'
    const cat = { type: 'object', required: ['id'], additionalProperties: false, properties: { ${members} } }
    const get = { responses: { '200': { description: 'd', content: { 'application/json': { schema: cat } } } } }
    export const spec = { openapi: '3.0.3', info: { title: 'x', version: '1' }, paths: { '/pets': { get }, ${paths} } }`

  it('may describe what it seems to leave out', async () => {
    const report = await reportOf({ 'app.ts': app, 'spec.ts': document('...more()') })
    expect(told(report)).toContain('warning undocumented-endpoint /cats')
  })

  it('leaves out what it leaves out where all of it can be read', async () => {
    const report = await reportOf({ 'app.ts': app, 'spec.ts': document('') })
    expect(told(report)).toContain('error undocumented-endpoint /cats')
  })

  it('may name more members than can be read, although it allows no others', async () => {
    const report = await reportOf({
      'app.ts': app,
      'spec.ts': document(`'/cats': { get }`, 'id: { type: "integer" }, ...more()'),
    })
    expect(told(report).filter((each) => !each.startsWith('info'))).toEqual([])
  })
})

describe('two applications of one project that serve one path', () => {
  const first = `
    import express from 'express'
    const shop = express()
    shop.get('/status', (_req, res) => { res.json({ shop: true }) })
    shop.get('/items', (_req, res) => { res.json(['a']) })
    shop.listen(1)`
  const others = {
    'of the same framework': `
    import express from 'express'
    const admin = express()
    admin.get('/status', (_req, res) => { res.json({ admin: true, n: 1 }) })
    admin.listen(2)`,
    'of Koa beside it': `
    import Koa from 'koa'
    import Router from '@koa/router'
    const admin = new Koa()
    const router = new Router()
    router.get('/status', (ctx) => { ctx.body = { admin: true, n: 1 } })
    admin.use(router.routes())
    admin.listen(2)`,
  }
  const answer = (schema: object) => ({
    get: { responses: { 200: { description: 'd', content: { 'application/json': { schema } } } } },
  })
  const admin = {
    type: 'object',
    required: ['admin', 'n'],
    properties: { admin: { type: 'boolean' }, n: { type: 'number' } },
  }
  const document = {
    openapi: '3.0.3',
    info: { title: 'x', version: '1' },
    paths: { '/status': answer(admin), '/items': answer({ type: 'array', items: { type: 'string' } }) },
  }

  it.each(Object.entries(others))('are told apart by nothing that a document says, %s', async (_, second) => {
    const report = await reportOf({
      'a.ts': first,
      'b.ts': second,
      'openapi.json': JSON.stringify(document),
    })
    expect(told(report)).toEqual([])
    const reasons = report.unverifiable.filter(({ path }) => path === '/status').map(({ reason }) => reason)
    expect(reasons[0]).toMatch(
      /^two applications serve GET \/status \(a\.ts:4 and b\.ts:\d\): give each a tsconfig of its own$/,
    )
  })
})

describe('two applications of Fastify, or of Hono, that serve one path', () => {
  it.each([
    [
      'Fastify',
      `import Fastify from 'fastify'
       const shop = Fastify()
       shop.get('/status', async () => ({ shop: true }))
       const admin = Fastify()
       admin.get('/status', async () => ({ admin: true }))
       shop.listen({ port: 1 })
       admin.listen({ port: 2 })`,
    ],
    [
      'Hono',
      `import { serve } from '@hono/node-server'
       import { Hono } from 'hono'
       const shop = new Hono()
       shop.get('/status', (c) => c.json({ shop: true }))
       const admin = new Hono()
       admin.get('/status', (c) => c.json({ admin: true }))
       serve({ fetch: shop.fetch, port: 1 })
       serve({ fetch: admin.fetch, port: 2 })`,
    ],
  ])('are not held against a document that may mean either: %s', async (_, app) => {
    const admin = { type: 'object', required: ['admin'], properties: { admin: { type: 'boolean' } } }
    const content = { 'application/json': { schema: admin } }
    const paths = { '/status': { get: { responses: { 200: { description: 'd', content } } } } }
    const report = await reportOf({
      'app.ts': app,
      'openapi.json': JSON.stringify({ openapi: '3.0.3', info: { title: 'x', version: '1' }, paths }),
    })
    expect(told(report)).toEqual([])
    expect(report.unverifiable[0]?.reason).toMatch(/^two applications serve GET \/status/)
  })
})

describe('the range of safe integers', () => {
  it('bounds nothing, where a generator has written it out', async () => {
    const n = { type: 'integer', minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }
    const schema = { type: 'object', required: ['n'], properties: { n }, additionalProperties: false }
    const body = { required: true, content: { 'application/json': { schema } } }
    const post = { requestBody: body, responses: { 204: { description: 'd' }, 400: { description: 'd' } } }
    const report = await reportOf({
      'app.ts': `
        import express from 'express'
        import { z } from 'zod'
        const app = express()
        app.use(express.json())
        app.post('/n', (req, res) => {
          const read = z.strictObject({ n: z.number().int() }).safeParse(req.body)
          if (!read.success) { res.sendStatus(400); return }
          res.status(204).end()
        })`,
      'openapi.json': JSON.stringify({
        openapi: '3.0.3',
        info: { title: 'x', version: '1' },
        paths: { '/n': { post } },
      }),
    })
    expect(told(report)).toEqual([])
  })
})
