import { describe, expect, it } from 'vitest'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schema } from '../../src/model/schema.js'
import { readFiles } from './in-memory.js'

const options = {
  strict: true,
  target: 'es2022',
  module: 'nodenext',
  types: [],
  jsx: 'preserve',
  lib: ['es2023', 'dom'],
}
const express: Readonly<Record<string, string>> = {
  sameCondition: `const item = await find(req.params.id)
    res.status(item ? 200 : 404).json(item ? item : { error: 'none' })`,
  constants: `const item = await find(req.params.id)
    const status = item === null ? 404 : 200
    const body = item === null ? { error: 'none' } : item
    res.status(status).json(body)`,
  namedCondition: `const item = await find(req.params.id)
    const found = item !== null
    res.status(found ? 200 : 404)
    res.json(found ? item : { error: 'none' })`,
  fallback: `const item = await find(req.params.id)
    res.status(item ? 200 : 404).json(item ?? { error: 'none' })`,
  assigned: `const item = await find(req.params.id)
    let status = 200
    let body: Item | { error: string }
    if (!item) { status = 404; body = { error: 'none' } } else body = item
    res.status(status).json(body)`,
  assignedOver: `let status = 200
    let body: Item | { error: string } | null = await find(req.params.id)
    if (!body) { status = 404; body = { error: 'none' } }
    res.status(status).json(body)`,
  statusFirst: `const item = await find(req.params.id)
    if (!item) res.status(404)
    res.json(item ? item : { error: 'none' })`,
  caught: `let status = 200
    let body: unknown
    try { body = await create(req.params.id) } catch { status = 404; body = { error: 'none' } }
    res.status(status).json(body)`,
  discriminated: `const result = await buy(req.params.id)
    res.status(result.ok ? 200 : 404).json(result.ok ? result.item : { error: result.error })`,
  switched: `const reply = await ask(req.params.id)
    switch (reply.status) {
      case 200: return res.status(reply.status).json(reply.data)
      default: return res.status(reply.status).json({ error: reply.problem })
    }`,
  resultObject: `const result = await sell(req.params.id)
    res.status(result.status).json(result.body)`,
  takenApart: `const { status, body } = await sell(req.params.id)
    res.status(status).json(body)`,
  sizeOfStatus: `const result = await sell(req.params.id)
    if (result.status >= 200 && result.status < 300) res.status(result.status).json(result.body as Item)
    else res.status(result.status).json({ error: String(result.body) })`,
  throughHelper: `const item = await find(req.params.id)
    send(res, !!item, item)`,
}
const files = new Map(
  Object.entries({
    'tsconfig.json': JSON.stringify({ compilerOptions: options }),
    'package.json': '{"type":"module","dependencies":{"next":"16"}}',
    'store.ts': `
      export interface Item { id: string; name: string; note?: string; active: boolean }
      export const find = async (id: string): Promise<Item | null> => (id === '1' ? { id, name: 'a', active: true } : null)
      export const create = async (id: string): Promise<Item> => ({ id, name: 'b', active: false })
      export type Bought = { ok: true; item: Item } | { ok: false; error: string }
      export const buy = async (id: string): Promise<Bought> => {
        const item = await find(id)
        return item ? { ok: true, item } : { ok: false, error: 'gone' }
      }
      export type Reply = { status: 200; data: Item } | { status: 404; problem: string }
      export const ask = async (id: string): Promise<Reply> => {
        const item = await find(id)
        return item ? { status: 200, data: item } : { status: 404, problem: 'gone' }
      }
      export type Fault = { kind: 'missing'; what: string } | { kind: 'taken'; by: string }
      export type Ordered = { ok: true; item: Item } | { ok: false; error: Fault }
      export const order = async (id: string): Promise<Ordered> => {
        const item = await find(id)
        if (item?.active) return { ok: false, error: { kind: 'taken', by: item.name } }
        return item ? { ok: true, item } : { ok: false, error: { kind: 'missing', what: id } }
      }
      export async function sell(id: string) {
        const item = await find(id)
        if (!item) return { status: 404, body: { error: 'none' } }
        return { status: 200, body: item }
      }`,
    'express.ts': `
      import express, { type Response } from 'express'
      import { ask, buy, create, find, order, sell, type Fault, type Item } from './store.js'
      const app = express()
      const statusOf = { missing: 404, taken: 409 }
      const problem = (fault: Fault) => {
        switch (fault.kind) {
          case 'missing': return { error: fault.what }
          case 'taken': return { by: fault.by }
        }
      }
      const send = (res: Response, found: boolean, item: Item | null) =>
        res.status(found ? 200 : 404).json(found ? item : { error: 'none' })
      ${Object.entries(express)
        .map(([name, body]) => `app.get('/express/${name}/:id', async (req, res) => { ${body} })`)
        .join('\n')}
      app.get('/table/kind/:id', async (req, res) => {
        const result = await order(req.params.id)
        if (result.ok) return res.json(result.item)
        res.status(statusOf[result.error.kind]).json(problem(result.error))
      })
      app.get('/left/out/:id', async (req, res) => {
        const item = await find(req.params.id)
        const status = item === null ? 404 : item.active ? 200 : 409
        if (status === 404) return res.status(404).json({ error: 'none' })
        res.status(status).json({ done: true })
      })
      app.get('/doubtful/union/:id', async (req, res) => {
        const item: Item | { error: string } = (await find(req.params.id)) ?? { error: 'none' }
        res.status('error' in item ? 404 : 200).json(item)
      })
      app.get('/doubtful/fields/:id', async (req, res) => {
        const outcome: { ok: boolean; item?: Item; error?: string } = await buy(req.params.id)
        res.status(outcome.ok ? 200 : 404).json(outcome)
      })
      app.get('/doubtful/changed/:id', async (req, res) => {
        const item = await find(req.params.id)
        const answer = { status: 200, body: {} as Item | { error: string } }
        if (item) answer.body = item
        else { answer.status = 404; answer.body = { error: 'none' } }
        res.status(answer.status).json(answer.body)
      })
      app.get('/certain/created/:id', async (req, res) => {
        const before = await find(req.params.id)
        const item = before ?? (await create(req.params.id))
        res.status(before ? 200 : 201).json(item)
      })
      app.get('/certain/again/:id', async (req, res) => {
        let item = await find(req.params.id)
        if (!item) item = await create(req.params.id)
        if (!item) return res.status(404).json({ error: 'none' })
        res.status(item.active ? 200 : 202).json({ active: item.active })
      })`,
    'koa.ts': `
      import Koa from 'koa'
      import Router from '@koa/router'
      import { find } from './store.js'
      const app = new Koa()
      const router = new Router()
      router.get('/koa/sameCondition/:id', async (ctx) => {
        const item = await find(ctx.params.id)
        ctx.status = item ? 200 : 404
        ctx.body = item ? item : { error: 'none' }
      })
      router.get('/koa/statusAfter/:id', async (ctx) => {
        const item = await find(ctx.params.id)
        ctx.body = item ?? { error: 'none' }
        if (!item) ctx.status = 404
      })
      router.get('/koa/assigned/:id', async (ctx) => {
        const item = await find(ctx.params.id)
        let status = 200
        let body: unknown = item
        if (!item) { status = 404; body = { error: 'none' } }
        ctx.status = status
        ctx.body = body
      })
      app.use(router.routes())`,
    'hono.ts': `
      import { Hono } from 'hono'
      import { buy, find } from './store.js'
      const app = new Hono()
      app.get('/hono/sameCondition/:id', async (c) => {
        const item = await find(c.req.param('id'))
        return c.json(item ? item : { error: 'none' }, item ? 200 : 404)
      })
      app.get('/hono/statusFirst/:id', async (c) => {
        const item = await find(c.req.param('id'))
        c.status(item ? 200 : 404)
        return c.json(item ? item : { error: 'none' })
      })
      app.get('/hono/init/:id', async (c) => {
        const result = await buy(c.req.param('id'))
        return c.json(result.ok ? result.item : { error: result.error }, { status: result.ok ? 200 : 404 })
      })
      export default app`,
    'fastify.ts': `
      import Fastify from 'fastify'
      import { find } from './store.js'
      const app = Fastify()
      app.get<{ Params: { id: string } }>('/fastify/sent/:id', async (request, reply) => {
        const item = await find(request.params.id)
        return reply.code(item ? 200 : 404).send(item ? item : { error: 'none' })
      })
      app.get<{ Params: { id: string } }>('/fastify/returned/:id', async (request, reply) => {
        const item = await find(request.params.id)
        if (!item) reply.code(404)
        return item ?? { error: 'none' }
      })`,
    'app/next/init/[id]/route.ts': `
      import { find } from '../../../../store.js'
      export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
        const item = await find((await params).id)
        return Response.json(item ?? { error: 'none' }, { status: item ? 200 : 404 })
      }`,
    'app/next/text/[id]/route.ts': `
      import { find, type Item } from '../../../../store.js'
      export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
        const item = await find((await params).id)
        let body: Item | { error: string } = { error: 'none' }
        let status = 404
        if (item) { body = item; status = 200 }
        return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
      }`,
  }),
)

const read = readFiles('test/code', files)
const { endpoints, schemas } = read

const at = (path: string): Endpoint => {
  const found = endpoints.find((each) => each.path === `${path}/{id}`)
  if (found === undefined) throw new Error(`${path} is not read`)
  return found
}
const sent = (path: string, status: string): Schema | undefined => {
  const schema = at(path).responses.find((each) => each.status === status)?.contents[0]?.schema
  return schema?.ref === undefined ? schema : { ...schemas[schema.ref], ...schema }
}
const fields = (path: string, status: string) => Object.keys(sent(path, status)?.properties ?? {}).sort()

describe('a status and a body that one condition chooses', () => {
  it.each([
    ...Object.keys(express).map((name) => `/express/${name}`),
    ...['/koa/sameCondition', '/koa/statusAfter', '/koa/assigned'],
    ...['/hono/sameCondition', '/hono/statusFirst', '/hono/init', '/fastify/sent', '/fastify/returned'],
    ...['/next/init', '/next/text'],
  ])('come together: %s', (path) => {
    expect(at(path).responses.map(({ status }) => status)).toEqual(['200', '404'])
    expect(fields(path, '200')).toEqual(['active', 'id', 'name', 'note'])
    expect(fields(path, '404')).toEqual(['error'])
    expect([sent(path, '200')?.inexact, sent(path, '404')?.inexact]).toEqual([undefined, undefined])
  })
})

it('a status out of a table and a body out of a function go by the same key', () => {
  expect(at('/table/kind').responses.map(({ status }) => status)).toEqual(['200', '404', '409'])
  expect(['404', '409'].map((status) => fields('/table/kind', status))).toEqual([['error'], ['by']])
})

it('a status that was answered before is none of those that are left', () => {
  expect(['200', '404', '409'].map((status) => fields('/left/out', status))).toEqual([['done'], ['error'], ['done']])
})

describe('a status and a body that are chosen apart', () => {
  it.each(['/doubtful/union', '/doubtful/changed'])('leave in doubt which come together: %s', (path) => {
    expect(at(path).responses.map(({ status }) => status)).toEqual(['200', '404'])
    expect(sent(path, '200')?.inexact).toMatch(/which body/)
    expect(sent(path, '404')?.inexact).toMatch(/which body/)
  })

  it('leave in doubt the fields that may come with one status only', () => {
    const { properties = {} } = sent('/doubtful/fields', '404') ?? {}

    expect(properties.item?.presence).toMatch(/which body/)
    expect(properties.error?.presence).toMatch(/which body/)
  })

  it('are certain where the body has one shape', () => {
    expect(at('/certain/created').responses.map(({ status }) => status)).toEqual(['200', '201'])
    for (const status of ['200', '201']) {
      expect(fields('/certain/created', status)).toEqual(['active', 'id', 'name', 'note'])
      expect(sent('/certain/created', status)?.inexact).toBeUndefined()
    }
  })

  it('are asked again where a variable was given something else in between', () => {
    expect(at('/certain/again').responses.map(({ status }) => status)).toContain('404')
    expect(sent('/certain/again', '200')?.properties?.active?.enum).toEqual([true])
    expect(sent('/certain/again', '202')?.properties?.active?.enum).toEqual([false])
  })
})
