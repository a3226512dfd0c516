import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { toNodeListener } from 'h3'
import { describe } from 'vitest'
import { ask, holdAnswers, listening, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { app } from './fixtures/app/router.js'
import { startNitro } from './start-nitro.js'

const fixture = fileURLToPath(new URL('fixtures/app/', import.meta.url))
const code = codeOracle(fixture)

const known = { headers: { authorization: 'me' } }

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

/** What Nitro serves: the files. */
const files: readonly Question[] = [
  ...code.operations.filter((each) => each.includes(' /api/')).map((operation) => ask(operation, 401)),
  ask('ALL /{*slug}', 401, { path: '/api/nowhere' }),
  ask('GET /api/health', 200, known),
  ask('GET /api/health', 401),
  ask('GET /api/users', 200, { path: '/api/users?page=1&tag=a', ...known }),
  ask('POST /api/users', 201, { body: { name: 'Ann', age: 3 }, ...known }),
  ask('POST /api/users', 400, { body: { name: '' }, ...known }),
  ask('GET /api/users/{userId}', 200, { path: '/api/users/1', ...known }),
  ask('GET /api/users/{userId}', 404, { path: '/api/users/2', ...known }),
  ask('PUT /api/users/{userId}', 200, { path: '/api/users/1', body: { name: 'Ann' }, ...known }),
  ask('DELETE /api/users/{userId}', 204, { path: '/api/users/1', ...known }),
  ask('GET /api/stats', 200, { path: '/api/stats?days=3', ...known }),
  ask('GET /api/stats', 400, { path: '/api/stats?days=few', ...known }),
  ask('GET /api/cached', 200, known),
  ask('GET /api/guarded', 403, known),
  ask('GET /api/guarded', 200, { headers: { ...known.headers, 'x-api-key': 'k' } }),
  ask('GET /api/lazy', 200, known),
  ask('GET /api/session', 200, { headers: { ...known.headers, 'x-user': 'ann' } }),
  ask('GET /api/session', 403, known),
  ask('GET /api/crew/rota', 200, known),
  ask('POST /api/crew/rota/{day}', 200, { path: '/api/crew/rota/monday', ...known }),
  ask('ALL /{*slug}', 200, { path: '/any/page' }),
  ask('ALL /old', 301),
  ask('POST /nothing', 202),
  ask('ALL /', 204),

  ask('GET /kinds/text', 200),
  ask('GET /kinds/number', 200),
  ask('GET /kinds/maybe', 200, { path: '/kinds/maybe?some=a' }),
  ask('GET /kinds/maybe', 204),
  ask('GET /kinds/buffer', 200),
  ask('GET /kinds/web', 202, { path: '/kinds/web?plain=yes' }),
  ask('GET /kinds/web', 203),
  ask('GET /kinds/events', 200),
  ask('ALL /kinds/data.json', 200),
  ask('GET /kinds/inside', 200),
  ask('GET /node/response', 206),
  ask('GET /node/ends', 207),
  ask('GET /node/listener', 201),
  ask('GET /errors', 418, { path: '/errors?kind=data' }),
  ask('GET /errors', 409, { path: '/errors?kind=status' }),
  ask('GET /errors', 410, { path: '/errors?kind=sent' }),
  ask('GET /errors', 411, { path: '/errors?kind=returned' }),
  ask('GET /errors', 412, { path: '/errors?kind=set' }),
  ask('GET /errors', 500),
  ask('ALL /methods', 200),
  ask('ALL /methods', 201, { method: 'POST', body: { name: 'Ann' } }),
  ask('ALL /methods', 204, { method: 'DELETE' }),
  ask('ALL /methods', 405, { method: 'PUT' }),
  ask('POST /typed', 200, { path: '/typed?dry=yes', body: { name: 'Ann' } }),
  ask('POST /checked', 200, { body: { name: 'Ann' } }),
  ask('POST /checked', 422, { body: { name: 'A' } }),
  ask('POST /parsed', 200, { body: { name: 'Ann' } }),
  ask('POST /parsed', 500, { body: { name: 'A' } }),
  ask('GET /params/{id}', 200, { path: '/params/1' }),
  ask('GET /params/{id}', 400, { path: '/params/one' }),
  ask('GET /params/{first}/of/{second}', 200, { path: '/params/a/of/b' }),
  ask('POST /forms/upload', 200, { body: form({ title: 'a' }) }),
  ask('POST /forms/upload', 400),
  ask('POST /forms/fields', 200, { body: form({ title: 'a' }) }),
  ask('GET /hooked', 200, { headers: { 'x-key': 'k' } }),
  ask('GET /hooked', 403),
  ask('GET /wrapped', 200, { path: '/wrapped?safe=yes' }),
  ask('GET /wrapped', 502, { path: '/wrapped?fail=yes' }),
  ask('GET /named', 200),
  ask('GET /sought', 200, { path: '/sought?term=a' }),
  ask('GET /session', 200),
  ask('GET /remembered', 200),
  ask('GET /described', 200),
  ask('GET /shared', 200, { headers: { origin: 'http://elsewhere.example' } }),
]

/** What the application beside it serves. */
const routed: readonly Question[] = [
  ask('GET /v1/pets', 200),
  ask('POST /v1/pets/{id}/photos', 200, { path: '/v1/pets/1/photos' }),
  ask('DELETE /v1/files/{*path}', 204, { path: '/v1/files/a/b' }),
]

const operationsOf = (questions: readonly Question[]) => questions.map(({ operation }) => operation)
/** What another server answers is said by nobody here. */
const elsewhere = 'ALL /api/proxied'

describe('the fixture of Nitro', () => {
  holdAnswers({
    questions: files,
    code,
    start: () => startNitro(fixture),
    unprovoked: code.statuses.filter((each) => each.includes(' /v1/')),
    unasked: [...operationsOf(routed), elsewhere],
  })
})

describe('the router of h3 beside it', () => {
  holdAnswers({
    questions: routed,
    code,
    start: async () => {
      const server = createServer(toNodeListener(app))
      await new Promise<void>((ready) => server.listen(0, ready))
      return listening(server)
    },
    unasked: [...operationsOf(files), elsewhere],
  })
})
