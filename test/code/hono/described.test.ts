import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { describe } from 'vitest'
import { ask, holdAnswers, listening, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'

interface Built {
  readonly app: { readonly fetch: (request: Request) => Response | Promise<Response> }
}

const fixture = fileURLToPath(new URL('fixtures/described/', import.meta.url))

const uuid = '1b4e28ba-2fa1-41d2-883f-0016d3cca427'
const rex = { name: 'Rex' }
const text = { 'content-type': 'text/plain' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const key = { 'x-api-key': 'k' }

const questions: readonly Question[] = [
  ask('GET /pets/{id}', 200, { path: `/pets/${uuid}?full=yes` }),
  ask('GET /pets/{id}', 400, { path: '/pets/1' }),
  ask('POST /pets', 201, { body: rex }),
  ask('POST /pets', 400, { body: {} }),
  ask('POST /pets', 415, { body: 'Rex', headers: text }),
  ask('GET /openapi.json', 200),
  ask('GET /openapi31.json', 200),
  ask('PUT /strict/names/{id}', 200, { path: '/strict/names/1', body: rex }),
  ask('PUT /strict/names/{id}', 404, { path: '/strict/names/9', body: rex }),
  ask('PUT /strict/names/{id}', 422, { path: '/strict/names/a', body: rex }),
  ask('PUT /strict/names/{id}', 422, { path: '/strict/names/1', body: {} }),
  ask('PUT /strict/names/{id}', 415, { path: '/strict/names/1', body: 'Rex', headers: text }),
  ask('PUT /strict/names/{id}', 400, {
    path: '/strict/names/1',
    body: '{',
    headers: { 'content-type': 'application/json' },
  }),
  ask('POST /strict/own', 200, { body: rex }),
  ask('POST /strict/own', 418, { body: {} }),
  ask('GET /strict/bare', 204),
  ask('POST /strict/inner/forms', 201, { body: 'title=a', headers: form }),
  ask('POST /strict/inner/forms', 422, { body: 'name=a', headers: form }),
  ask('DELETE /strict/inner/{id}', 401, { path: '/strict/inner/1' }),
  ask('DELETE /strict/inner/{id}', 204, { path: '/strict/inner/1', headers: key }),
  ask('GET /strict/inner/listed', 200, { path: '/strict/inner/listed?page=2', headers: { 'x-trace': 't' } }),
  ask('GET /strict/inner/listed', 422),
]

describe('the fixture of @hono/zod-openapi', () => {
  holdAnswers({
    questions,
    code: codeOracle(fixture),
    unprovoked: [],
    start: async () => {
      const { app }: Built = await import(resolve(fixture, 'app.js'))
      return listening(createServer(getRequestListener(app.fetch)).listen(0))
    },
  })
})
