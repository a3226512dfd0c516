import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ask, bearer, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { readFixture } from './fixture.js'
import { build } from './fixtures/served/app.js'

const fixture = fileURLToPath(new URL('fixtures/served/', import.meta.url))
const at = (operation: string, status: number, path: string, rest: Partial<Question> = {}) =>
  ask(operation, status, { path, ...rest })
const token = { headers: bearer('secret') }
const uuid = '1b4e28ba-2fa1-41d2-883f-0016d3cca427'

const questions: readonly Question[] = [
  ask('GET /deep', 200),
  ask('GET /deep/deeper/leaf', 200),
  ask('GET /one/version', 200),
  ask('GET /two/version', 200),
  ask('PUT /several', 200),
  ask('PATCH /several', 200),
  at('GET /several/{id}', 200, '/several/1', token),
  at('GET /several/{id}', 401, '/several/1'),
  ask('GET /cats', 200),
  ask('GET /dogs', 200),
  ask('GET /optional', 200),
  at('GET /optional/{id}', 200, '/optional/1'),
  at('GET /wild/{*rest}', 200, '/wild/a/b'),

  ask('GET /replies/returned', 200),
  ask('GET /replies/sent', 200),
  ask('POST /replies/created', 201),
  ask('GET /replies/typed', 200),
  at('GET /replies/typed', 404, '/replies/typed?id=9'),
  ask('GET /replies/text', 200),
  ask('GET /replies/html', 200),
  ask('POST /replies/made', 201),
  at('POST /replies/made', 409, '/replies/made?no=1'),
  ask('GET /replies/buffer', 200),
  ask('GET /replies/stream', 200),
  ask('DELETE /replies/nothing', 204),
  ask('GET /replies/null', 200),
  ask('GET /replies/redirected', 302),
  ask('GET /replies/promised', 200),
  ask('GET /replies/controlled', 200),
  at('GET /replies/controlled/{id}', 200, '/replies/controlled/1'),
  at('GET /replies/controlled/{id}', 404, '/replies/controlled/9'),
  ask('GET /replies/raw', 202),
  ask('GET /replies/headed', 200),
  ask('GET /replies/chosen', 200),
  at('GET /replies/chosen', 409, '/replies/chosen?no=1'),
  ask('GET /replies/sensible', 200),
  at('GET /replies/sensible', 404, '/replies/sensible?no=1'),
  at('GET /replies/sensible', 409, '/replies/sensible?no=2'),
  at('GET /replies/sensible', 410, '/replies/sensible?no=5'),
  at('GET /replies/sensible', 402, '/replies/sensible?no=3'),
  at('GET /replies/sensible', 423, '/replies/sensible?no=4'),

  ask('GET /schemas/list', 200),
  at('GET /schemas/list', 400, '/schemas/list?limit=99'),
  ask('POST /schemas/add', 201, { body: { name: 'Tom', tag: 'cat' } }),
  ask('POST /schemas/add', 409, { body: { name: 'Rex' } }),
  ask('POST /schemas/add', 400, { body: {} }),
  at('GET /schemas/{id}', 200, '/schemas/1'),
  at('GET /schemas/{id}', 404, '/schemas/9'),
  at('GET /schemas/{id}', 400, '/schemas/a'),
  ask('PUT /schemas/referred', 200, { body: { name: 'Rex' } }),
  ask('PUT /schemas/referred', 400, { body: {} }),
  ask('PUT /schemas/part', 200, { body: { age: 3 } }),
  ask('PUT /schemas/part', 400, { body: { age: -1 } }),
  ask('GET /schemas/headed', 200, { headers: { 'x-tenant': uuid } }),
  ask('GET /schemas/headed', 400),
  ask('GET /schemas/ranged', 202),
  ask('POST /schemas/attached', 200, { body: { n: 1 } }),
  ask('POST /schemas/attached', 422, { body: {} }),

  ask('GET /hooks/open', 200),
  ask('GET /hooks/keyed', 200, { headers: { 'x-api-key': 'k' } }),
  ask('GET /hooks/keyed', 403),
  ask('GET /hooks/listed', 200, { headers: { ...bearer('secret'), 'x-role': 'admin' } }),
  ask('GET /hooks/listed', 401),
  ask('GET /hooks/listed', 403, token),
  ask('GET /hooks/early', 200, token),
  ask('GET /hooks/early', 401),
  ask('GET /hooks/guarded', 200, token),
  ask('GET /hooks/guarded', 401),
  ask('GET /hooks/guarded', 423, { headers: { ...bearer('secret'), 'x-stop': '1' } }),
  ask('GET /hooks/wrapped', 200),
  ask('GET /hooks/late', 200),
  ask('GET /hooks/throwing', 402),

  ask('GET /errors/plain', 404),
  at('GET /errors/status', 410, '/errors/status?how=assigned'),
  ask('GET /errors/missing', 404),
  ask('GET /errors/twice', 200),
  at('GET /errors/twice', 409, '/errors/twice?no=1'),
  ask('GET /errors/broken', 500),
  ask('POST /errors/invalid', 200, { body: { n: 1 } }),
  ask('POST /errors/invalid', 422, { body: {} }),
  ask('GET /errors/inner', 409),
  ask('GET /errors/own', 418),
]

describe('the served fixture of Fastify', () => {
  holdAnswers({
    questions,
    code: codeOracle(fixture),
    // A range stands for the 400; what throws before the handler lets nobody come to it.
    unprovoked: ['PUT /schemas/referred 4XX', 'GET /hooks/throwing 200'],
    start: async () => {
      const app = await build()
      return { base: await app.listen({ port: 0, host: '127.0.0.1' }), stop: () => app.close() }
    },
  })
})

describe('a handler that names its `this`', () => {
  it('takes the request and the reply behind it', () => {
    const made = readFixture('served').endpoints.find(({ path }) => path === '/replies/made')
    expect(made?.parameters.map(({ in: place, name }) => `${place} ${name}`)).toEqual(['query no'])
    expect(made?.responses.find(({ status }) => status === '201')?.headers.map(({ name }) => name)).toEqual([
      'location',
    ])
  })
})
