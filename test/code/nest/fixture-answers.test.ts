import { describe, expect, it } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { readFixture } from './app.js'
import { fixtureOf, nestCommon, startNest } from './started.js'

/** Each question is a status and what stands behind the path: `200?q=1`. */
function get(path: string, ...answers: readonly string[]): readonly Question[] {
  return answers.map((answer) => {
    const [status, query] = answer.split('?')
    return ask(`GET ${path}`, Number(status), query === undefined ? {} : { path: `${path}?${query}` })
  })
}

function form(fields: Readonly<Record<string, string | number>>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') made.append(name, value)
    else made.append(name, new Blob(['a'.repeat(value)]), 'a.txt')
  }
  return made
}

const post = (path: string, status: number, body?: unknown): Question => ask(`POST ${path}`, status, { body })
const at = (operation: string, status: number, id: string): Question =>
  ask(operation, status, { path: operation.replace(/^\w+ /, '').replace(/\{\w+\}/, id) })

const questions: readonly Question[] = [
  ...get('/pipes/array', '400', '200?ids=1,2'),
  ...get('/pipes/arrayopt', '200', '200?ids=a'),
  ...get('/pipes/default', '200', '200?page=2&f=1.5'),
  ...get('/pipes/bool', '400', '200?b=true'),
  ...get('/pipes/date', '400', '200?d=2026-11-23'),
  post('/pipes/array', 201, [{ n: 1 }]),
  post('/pipes/array', 400, [{ n: 'a' }]),
  at('GET /pipes/enum/{color}', 200, 'red'),
  at('GET /pipes/enum/{color}', 400, 'green'),
  at('GET /pipes/uuid/{id}', 200, '7b0f3c1e-58a5-4f0b-9a55-6d1f0c9f2a11'),
  at('GET /pipes/uuid/{id}', 406, 'a'),
  at('GET /pipes/own/{id}', 200, '1'),
  at('GET /pipes/own/{id}', 400, 'a'),
  at('GET /pipes/factory/{id}', 200, '1'),
  at('GET /pipes/factory/{id}', 404, 'a'),
  post('/pipes/file', 201, form({ file: 1 })),
  post('/pipes/file', 400, form({ file: 20 })),
  post('/pipes/file', 400, form({ other: 1 })),
  post('/pipes/file-optional', 201, form({ a: 'b' })),
  post('/pipes/file-built', 400, form({ file: 1 })),
  post('/pipes/files', 201, form({ files: 1 })),
  post('/pipes/fields', 201, form({ a: 1 })),
  post('/pipes/anyfiles', 201, form({ z: 1 })),
  post('/pipes/used', 201, { n: 1 }),
  post('/pipes/used', 400, {}),
  post('/pipes/forbid', 201, { n: 1 }),
  ...get('/pipes/header', '200'),
  ...get('/filters/all', '500', '400?x=1'),
  ...get('/filters/domain', '200', '422?x=1'),
  ...get('/filters/domain-bare', '200', '500?x=1'),
  ...get('/filters/missing', '400', '404?x=1'),
  ...get('/filters/http', '418'),
  ...get('/filters/log', '402'),
  ...get('/filters/mapped', '409'),
  ...get('/filters/opts', '500'),
  ...get('/filters/obj', '400'),
  ...get('/filters/arr', '400'),
  ...get('/interceptors/map', '502'),
  ...get('/interceptors/timeout', '408'),
  ...get('/interceptors/fallback', '200', '200?q=1'),
  ...get('/interceptors/cache', '200', '200?cached=1'),
  ...get('/interceptors/before', '200', '503?down=1'),
  ...get('/interceptors/status', '207'),
  ...get('/interceptors/rename', '200'),
  ...get('/interceptors/spread', '200'),
  ...['one', 'group', 'list', 'nested', 'promise', 'paged', 'prefixed', 'typed'].flatMap((name) =>
    get(`/serialised/${name}`, '200'),
  ),
  ...get('/written/plainer', '200'),
  ...get('/written/dto', '200'),
  ...get('/sent/passthrough', '200', '202?q=1'),
  ...get('/sent/redirect', '302', '301?v=1'),
  ...get('/sent/redirect2', '302'),
  ...get('/sent/res-redirect', '302'),
  ...get('/sent/res-redirect301', '301'),
  ...get('/sent/own', '201'),
  ...get('/sent/own-end', '204'),
  ...[
    'cookie',
    'own-send',
    'pipe',
    'stream',
    'stream2',
    'stream3',
    'sse',
    'number',
    'bool',
    'nul',
    'date',
    'buffer',
  ].flatMap((name) => get(`/sent/${name}`, '200')),
  ...['observable', 'req', 'array', 'map', 'big'].flatMap((name) => get(`/sent/${name}`, '200')),
  ...get('/sent/maybe', '200', '200?q=1'),
  ...get('/sent/noreturn', '200', '200?q=1'),
  post('/sent/ok', 200),
  ask('DELETE /sent/none', 204),
  ...['1', '2', '3'].map((version) => ask('GET /versions', 200, { headers: { 'X-Version': version } })),
  ask('GET /versions/neutral', 200),
]

const name = 'answers'

describe('the fixture of pipes, filters, interceptors and versions in a header', () => {
  const start = () => {
    const { ValidationPipe, VersioningType } = nestCommon()
    return startNest(name, (app) => {
      app.useGlobalPipes(new ValidationPipe({ transform: true, whitelist: true }))
      app.enableVersioning({ type: VersioningType.HEADER, header: 'X-Version' })
    })
  }
  holdAnswers({
    questions,
    unprovoked: ['POST /pipes/file-built 201', 'GET /interceptors/timeout 200'],
    code: codeOracle(fixtureOf(name)),
    start,
  })
})

describe('what was read of it', () => {
  const { at, endpoints } = readFixture(name)
  const statuses = (name: string) => at(name).responses.flatMap(({ status, implied }) => (implied ? [] : [status]))

  it('is one endpoint for all versions that a header chooses, and lets that header stand', () => {
    const all = endpoints.filter(({ path }) => path === '/versions')
    expect(all).toHaveLength(1)
    expect(all[0]?.parameters).toMatchObject([{ name: 'X-Version', in: 'header', implied: true }])
  })

  it.each([
    ['GET /interceptors/map', ['502']],
    ['GET /interceptors/fallback', ['200']],
    ['GET /interceptors/status', ['207']],
    ['GET /sent/passthrough', ['200', '202']],
  ])('claims no status of %s that an interceptor or the response itself replaces', (name, claimed) => {
    expect(statuses(name)).toEqual(claimed)
  })

  it('requires no header that only a class with validators names: Nest runs no pipe over headers', () => {
    const header = at('GET /pipes/header').parameters.filter((one) => one.name !== 'X-Version')
    expect(header.map(({ required }) => required)).toEqual([undefined, undefined])
    expect(at('GET /pipes/header').responses.map(({ status }) => status)).not.toContain('400')
  })

  it.each([
    ['POST /pipes/file', ['file'], undefined],
    ['POST /pipes/file-built', ['n', 'file'], undefined],
    ['POST /pipes/file-optional', undefined, undefined],
    ['POST /pipes/files', undefined, 'nothing tells whether the file may be missing'],
  ])('requires of %s the file that a pipe asks for', (name, required, presence) => {
    const { schema } = at(name).body?.contents[0] ?? {}
    expect(schema?.required).toEqual(required)
    const [file] = Object.entries(schema?.properties ?? {}).filter(([field]) => /^file/.test(field))
    expect(file?.[1].presence).toBe(presence)
  })

  it.each([
    ['GET /sent/stream', 'application/pdf'],
    ['GET /sent/stream2', 'image/png'],
    ['GET /sent/stream3', 'application/json'],
  ])('says of the file of %s that it is %s', (name, mediaType) => {
    expect(at(name).responses[0]?.contents.map((one) => one.mediaType)).toEqual([mediaType])
  })
})
