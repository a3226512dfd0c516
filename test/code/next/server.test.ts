import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readFixture } from './fixture.js'

const { endpoints } = readFixture('app')
const port = 4397
const base = `http://127.0.0.1:${port}`

const json = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', cookie: 'token=t' },
  body: JSON.stringify(body),
})

/** The endpoint, where it is asked, with what, and the status that Next itself gives. */
const questions: readonly (readonly [string, string, RequestInit, number])[] = [
  ['GET /shop/api/pets', '/shop/api/pets/', {}, 200],
  ['POST /shop/api/pets', '/shop/api/pets/', json('POST', { name: 'Tom' }), 201],
  ['POST /shop/api/pets', '/shop/api/pets/', json('POST', {}), 400],
  ['GET /shop/api/pets/{id}', '/shop/api/pets/none/', {}, 404],
  ['DELETE /shop/api/pets/{id}', '/shop/api/pets/p1/', { method: 'DELETE' }, 401],
  ['POST /shop/api/orders/{id}/items', '/shop/api/orders/1/items/', json('POST', { sku: 'abc', count: 1 }), 201],
  ['POST /shop/api/orders/{id}/items', '/shop/api/orders/1/items/', json('POST', {}), 422],
  ['GET /shop/api/orders/{id}/items', '/shop/api/orders/1/items/', {}, 401],
  ['GET /shop/api/shops', '/shop/api/shops/', {}, 200],
  ['POST /shop/api/login', '/shop/api/login/', json('POST', { user: 'a', password: 'b' }), 401],
]

describe('the fixture, served by Next itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattletype-next-'))
  let server: ChildProcess

  beforeAll(async () => {
    cpSync(resolve('test/code/next/fixtures/app'), folder, { recursive: true })
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    const args = [resolve('node_modules/next/dist/bin/next'), 'dev', '--webpack', '-p', String(port)]
    const env = { ...process.env, NODE_ENV: 'development' as const, NEXT_TELEMETRY_DISABLED: '1' }
    server = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore', detached: true })
    for (let tries = 0; tries < 80; tries += 1) {
      const answer = await fetch(`${base}/shop/api/pets/`).catch(() => null)
      if (answer !== null) return
      await new Promise((done) => setTimeout(done, 1000))
    }
  }, 120_000)

  afterAll(async () => {
    const ended = new Promise((done) => server.once('exit', done))
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  })

  it.each(questions)(
    '%s at %s',
    async (name, path, init, status) => {
      const answer = await fetch(base + path, { ...init, redirect: 'manual' })
      const found = endpoints.find(({ method, path: template }) => `${method} ${template}` === name)

      expect(answer.status).toBe(status)
      expect(found?.responses.map((each) => each.status)).toContain(String(answer.status))
    },
    30_000,
  )
})
