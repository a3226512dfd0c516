import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { describe } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import app from './fixtures/app/app.js'

const fixture = fileURLToPath(new URL('fixtures/app/', import.meta.url))

function form(fields: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const uuid = '1b4e28ba-2fa1-41d2-883f-0016d3cca427'
const pet = { name: 'Rex', age: 3 }
const key = { 'x-api-key': 'k' }
const token = { authorization: 'Bearer secret' }

const questions: readonly Question[] = [
  ask('GET /api/health', 200),
  ask('GET /api/pets', 200),
  ask('POST /api/pets', 201),
  ask('GET /api/pets/{id}', 200, { path: '/api/pets/1' }),
  ask('DELETE /api/pets/{id}', 204, { path: '/api/pets/1' }),
  ask('GET /api/pets/{id}/photos/{file}', 200, { path: '/api/pets/1/photos/a.png' }),
  ask('GET /api/pets/by-year/{year}', 200, { path: '/api/pets/by-year/2026' }),
  ask('GET /api/pets/by-year/{year}/{month}', 200, { path: '/api/pets/by-year/2026/5' }),
  ask('GET /api/pets/files/{*splat}', 200, { path: '/api/pets/files/a/b' }),
  ask('GET /api/pets/{petId}/toys', 200, { path: '/api/pets/1/toys' }),
  ask('GET /shop/stock', 200),
  ask('GET /shop/orders', 200),
  ask('GET /v1/status', 200),
  ask('GET /v2/status', 200),
  ask('GET /dogs', 200),
  ask('GET /cats', 200),
  ask('GET /mode', 200),
  ask('PUT /mode', 200),
  ask('PUT /both', 200),
  ask('PATCH /both', 200),
  ask('PUT /either', 200),
  ask('PATCH /either', 200),
  ask('ALL /proxy/{*splat}', 200, { path: '/proxy/a/b' }),
  ask('ALL /any', 200),
  ask('GET /controller', 200),
  ask('GET /controller/{id}', 200, { path: '/controller/1' }),
  ask('GET /local/made', 200),
  ask('GET /legacy/old', 200),
  ask('GET /answered', 200),
  ask('GET /wide/open', 200),
  ask('GET /mounted/early', 200),

  ask('GET /answers/json', 200),
  ask('GET /answers/status', 200),
  ask('GET /answers/status', 404, { path: '/answers/status?id=9' }),
  ask('GET /answers/chosen', 200),
  ask('GET /answers/chosen', 410, { path: '/answers/chosen?id=9' }),
  ask('POST /answers/set', 202),
  ask('GET /answers/text', 200),
  ask('GET /answers/html', 200),
  ask('GET /answers/redirect', 302),
  ask('GET /answers/moved', 301),
  ask('DELETE /answers/nothing', 204),
  ask('GET /answers/bytes', 200),
  ask('GET /answers/missing', 404),
  ask('GET /answers/helper', 200),
  ask('GET /answers/platform', 203),
  ask('GET /answers/made', 201),
  ask('GET /answers/failed', 409),
  ask('GET /answers/stream', 200),
  ask('GET /answers/words', 200),
  ask('GET /answers/events', 200),
  ask('GET /answers/held', 200),
  ask('GET /answers/then', 200),
  ask('GET /answers/fresh', 202),
  ask('GET /answers/teapot', 418),
  ask('GET /answers/see', 303),
  ask('GET /answers/bare', 205),
  ask('GET /answers/flowing', 200),
  ask('GET /answers/mixed', 200),
  ask('GET /answers/mixed', 404, { path: '/answers/mixed?id=9' }),
  ask('GET /answers/queried', 200),
  ask('GET /answers/queried', 503, { path: '/answers/queried?broken=1' }),
  ask('GET /answers/numbers', 200),
  ask('GET /answers/nothing-at-all', 200),
  ask('GET /answers/pieced', 200),
  ask('GET /answers/sent-on', 200),
  ask('GET /answers/sent-on', 423, { path: '/answers/sent-on?stop=1' }),
  ask('GET /answers/found', 200, { path: '/answers/found?id=1' }),
  ask('GET /answers/found', 404),
  ask('GET /answers/shielded', 200),
  ask('GET /answers/shielded', 502, { path: '/answers/shielded?fail=1' }),

  ask('GET /thrown/plain/exception', 403),
  ask('GET /thrown/plain/subclass', 404),
  ask('GET /thrown/plain/made', 401),
  ask('GET /thrown/plain/caused', 422),
  ask('GET /thrown/plain/bare', 500),
  ask('GET /thrown/handled/app', 409),
  ask('GET /thrown/handled/exception', 403),

  ask('GET /thrown/watched/behind', 403),

  ask('GET /guarded/before', 200),
  ask('GET /guarded/token', 401),
  ask('GET /guarded/token', 200, { headers: token }),
  ask('GET /guarded/token/deep', 401),
  ask('GET /guarded/token/deep', 400, { headers: { authorization: 'nonsense' } }),
  ask('GET /guarded/exact', 401),
  ask('GET /guarded/exact', 200, { headers: { authorization: `Basic ${btoa('a:b')}` } }),
  ask('GET /guarded/exact/below', 200),
  ask('GET /guarded/jwt', 401),
  ask('GET /guarded/own', 401),
  ask('GET /guarded/own', 200, { headers: key }),
  ask('GET /guarded/every', 401),
  ask('GET /guarded/every', 200, { headers: key }),
  ask('POST /guarded/except/login', 200),
  ask('GET /guarded/except/me', 401),
  ask('GET /guarded/some', 401),
  ask('GET /guarded/some', 200, { headers: key }),
  ask('GET /guarded/some', 200, { headers: token }),
  ask('GET /guarded/perhaps', 401),
  ask('GET /guarded/perhaps', 200, { headers: { 'x-local': 'yes' } }),
  ask('GET /guarded/unless', 401),
  ask('GET /guarded/unless', 200, { headers: { 'x-local': 'yes' } }),
  ask('GET /guarded/spoken', 401),
  ask('GET /guarded/verified', 401),
  ask('GET /guarded/typed/me', 200),
  ask('GET /guarded/typed/name', 200),

  ask('POST /inputs/zod', 201, { body: pet }),
  ask('POST /inputs/zod', 400, { body: {} }),
  ask('GET /inputs/query', 200, { path: '/inputs/query?page=2' }),
  ask('GET /inputs/query', 400),
  ask('POST /inputs/valibot', 200, { body: pet }),
  ask('POST /inputs/valibot', 400, { body: {} }),
  ask('POST /inputs/standard', 200, { body: pet }),
  ask('POST /inputs/standard', 400, { body: {} }),
  ask('POST /inputs/form', 200, { body: form({ title: 'a' }) }),
  ask('POST /inputs/form', 400, { body: form({}) }),
  ask('GET /inputs/header', 200, { headers: { 'x-trace': 't' } }),
  ask('GET /inputs/header', 400),
  ask('GET /inputs/cookie', 200, { headers: { cookie: 'theme=dark' } }),
  ask('GET /inputs/cookie', 400),
  ask('GET /inputs/param/{id}', 200, { path: `/inputs/param/${uuid}` }),
  ask('GET /inputs/param/{id}', 400, { path: '/inputs/param/1' }),
  ask('POST /inputs/hook', 200, { body: pet }),
  ask('POST /inputs/hook', 422, { body: {} }),
  ask('POST /inputs/own', 200, { body: pet }),
  ask('POST /inputs/own', 418, { body: {} }),
  ask('POST /inputs/typed', 200, { body: pet }),
  ask('POST /inputs/read', 200, { body: { name: 'Rex', owner: { email: 'a@b.example' } } }),
  ask('POST /inputs/parsed', 200, { body: pet }),
  ask('GET /inputs/pieces/{id}', 200, { path: '/inputs/pieces/1' }),
  ask('GET /inputs/pieces/{id}', 200, {
    path: '/inputs/pieces/1?limit=3&tag=a&tag=b',
    headers: { 'x-trace': 't', cookie: 'theme=dark' },
  }),
  ask('GET /inputs/whole', 200, { path: '/inputs/whole?sort=a' }),
  ask('POST /inputs/upload', 200, { body: form({ title: 'a', file: new Blob(['a']) }) }),
  ask('GET /inputs/own-query', 200, { path: '/inputs/own-query?page=2' }),
  ask('GET /inputs/own-query', 400),
  ask('GET /inputs/raw', 200, { headers: { 'x-raw': 't' } }),
  ask('GET /inputs/asked', 200, { path: '/inputs/asked?sort=up' }),
  ask('GET /inputs/asked', 400),
  ask('POST /inputs/refused', 201, { body: pet }),
  ask('POST /inputs/refused', 422, { body: {} }),
  ask('GET /inputs/named/inline/{id}', 200, { path: '/inputs/named/inline/1' }),
  ask('GET /inputs/named/handed/{id}', 200, { path: '/inputs/named/handed/1' }),
  ask('GET /inputs/named/whole/{id}', 200, { path: '/inputs/named/whole/1' }),
  ask('GET /inputs/named/valid/{id}', 200, { path: `/inputs/named/valid/${uuid}` }),
  ask('GET /inputs/named/below/{id}', 200, { path: '/inputs/named/below/1' }),
]

describe('the fixture of Hono', () => {
  holdAnswers({
    questions,
    code: codeOracle(fixture),
    unasked: ['GET /answers/elsewhere', 'GET /thrown/plain/error'],
    start: () =>
      new Promise((started) => {
        const server = serve({ fetch: app.fetch, port: 0 }, ({ port }) =>
          started({ base: `http://127.0.0.1:${port}`, stop: () => server.close() }),
        )
      }),
  })
})
