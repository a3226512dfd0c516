import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { koa } from '../../../src/code/adapters/koa/adapter.js'
import { openProject } from '../../../src/code/program/open.js'
import { createApp } from './fixtures/app/app.js'

const opened = openProject(resolve('test/code/koa/fixtures'))
if (!opened.ok) throw new Error(opened.error.message)
const { types } = opened.value
const { endpoints, unresolved } = koa.read(opened.value)

function at(operation: string) {
  const [method, path] = operation.split(' ')
  const found = endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)
  if (found === undefined) throw new Error(`${operation} was not found`)
  return found
}

/** Each with the statuses that its code can answer, written by hand. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'GET /animals': ['200'],
  'GET /animals/{id}': ['200', '404'],
  'POST /animals': ['201', '401'],
  'DELETE /animals/{id}': ['204', '401', '404'],
  'PATCH /animals/{id}': ['200', '410', '428'],
  'GET /animals/{id}/cages': ['200'],
  'POST /animals/{id}/cages/clean': ['204'],
  'GET /animals/{id}/cages/doors': ['202'],
  'GET /animals/{id}/cages/windows': ['202'],
  'GET /misc/hello': ['200'],
  'GET /misc/bye': ['200'],
  'GET /misc/nothing': ['404'],
  'GET /misc/status-only': ['202'],
  'GET /misc/page': ['200'],
  'GET /misc/either': ['200', '418'],
  'GET /misc/last-wins': ['200'],
  'GET /misc/moved': ['302'],
  'GET /misc/enveloped': ['200'],
  'GET /misc/failing': ['409'],
  'PUT /misc/photo': ['200'],
  'PUT /misc/photos': ['200'],
  'PUT /misc/scans': ['204'],
  'GET /misc/composed': ['200', '423'],
  'ALL /misc/old': ['301'],
  'ALL /misc/older': ['308'],
  'GET /misc/table': ['200'],
  'GET /misc/sought': ['200'],
  'ALL /misc/any': ['200'],
  'GET /misc/emptied': ['204'],
  'GET /misc/deep/down/here': ['200'],
  'GET /misc/said/{word}': ['200', '422'],
  'GET /misc/session': ['200'],
}

describe('the routes of a Koa project', () => {
  it('are found through prefixes, routers in routers, lists of paths and loops: all of them, and no others', () => {
    expect(endpoints.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(expected).sort())
    expect(unresolved).toEqual([])
  })

  it.each(Object.entries(expected))('%s answers %s', (operation, statuses) => {
    expect(at(operation).responses.map(({ status }) => status)).toEqual(statuses)
  })
})

describe('what a Koa handler takes', () => {
  it('is in the query, a cookie and a header that it reads', () => {
    const read = (operation: string) => at(operation).parameters.map((each) => `${each.in} ${each.name}`)
    expect(read('GET /animals')).toEqual(['query kind'])
    expect(read('GET /misc/session')).toEqual(['cookie sid'])
    expect(read('POST /animals')).toEqual(['header x-keeper'])
    expect(read('GET /misc/sought')).toEqual(['query q'])
  })

  it.each([
    ['PUT /misc/photo', ['photo']],
    ['PUT /misc/photos', ['front', 'sides', 'title']],
    ['PUT /misc/scans', ['scans']],
  ])('is a file under the name that multer is told: %s', (operation, names) => {
    const schema = at(operation).body?.contents[0]?.schema
    expect(Object.keys(schema?.properties ?? {}).sort()).toEqual(names)
    expect(schema?.additionalProperties).toBe(true)
  })

  it('is no body where nobody looks for one', () => {
    expect(at('ALL /misc/any').body).toBeNull()
  })

  it('is a file that multer reads', () => {
    expect(at('PUT /misc/photo').body?.contents.map(({ mediaType }) => mediaType)).toEqual(['multipart/form-data'])
  })

  it('is what a validator before it accepts', () => {
    const schema = at('POST /animals').body?.contents[0]?.schema
    expect(Object.keys(schema?.properties ?? {})).toEqual(['name', 'kind'])
    expect(schema?.required).toEqual(['name', 'kind'])
  })
})

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

function form(fields: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const file = new Blob(['a'])
const keeper = { 'x-keeper': 'yes' }
const questions: readonly Question[] = [
  { operation: 'GET /animals', path: '/animals?kind=owl', status: 200 },
  { operation: 'GET /animals/{id}', path: '/animals/1', status: 200 },
  { operation: 'GET /animals/{id}', path: '/animals/9', status: 404 },
  { operation: 'POST /animals', path: '/animals', status: 201, headers: keeper, body: { name: 'Finn', kind: 'fox' } },
  { operation: 'POST /animals', path: '/animals', status: 401, body: {} },
  { operation: 'DELETE /animals/{id}', path: '/animals/1', status: 204, headers: keeper },
  { operation: 'DELETE /animals/{id}', path: '/animals/9', status: 404, headers: keeper },
  { operation: 'DELETE /animals/{id}', path: '/animals/1', status: 401 },
  { operation: 'PATCH /animals/{id}', path: '/animals/9', status: 410 },
  { operation: 'PATCH /animals/{id}', path: '/animals/1', status: 428 },
  { operation: 'PATCH /animals/{id}', path: '/animals/1', status: 200, headers: { 'if-match': '1' } },
  { operation: 'GET /animals/{id}/cages', path: '/animals/1/cages', status: 200 },
  { operation: 'POST /animals/{id}/cages/clean', path: '/animals/1/cages/clean', status: 204 },
  { operation: 'GET /animals/{id}/cages/doors', path: '/animals/1/cages/doors', status: 202 },
  { operation: 'GET /animals/{id}/cages/windows', path: '/animals/1/cages/windows', status: 202 },
  { operation: 'GET /misc/hello', path: '/misc/hello', status: 200 },
  { operation: 'GET /misc/bye', path: '/misc/bye', status: 200 },
  { operation: 'GET /misc/nothing', path: '/misc/nothing', status: 404 },
  { operation: 'GET /misc/status-only', path: '/misc/status-only', status: 202 },
  { operation: 'GET /misc/page', path: '/misc/page', status: 200 },
  { operation: 'GET /misc/either', path: '/misc/either', status: 200 },
  { operation: 'GET /misc/either', path: '/misc/either?teapot=1', status: 418 },
  { operation: 'GET /misc/last-wins', path: '/misc/last-wins', status: 200 },
  { operation: 'GET /misc/moved', path: '/misc/moved', status: 302 },
  { operation: 'GET /misc/enveloped', path: '/misc/enveloped', status: 200 },
  { operation: 'GET /misc/failing', path: '/misc/failing', status: 409 },
  { operation: 'PUT /misc/photo', path: '/misc/photo', status: 200 },
  { operation: 'PUT /misc/photos', path: '/misc/photos', status: 200, body: form({ front: file, title: 'a' }) },
  { operation: 'PUT /misc/scans', path: '/misc/scans', status: 204, body: form({ scans: file }) },
  { operation: 'GET /misc/composed', path: '/misc/composed', status: 200 },
  { operation: 'GET /misc/composed', path: '/misc/composed?closed=1', status: 423 },
  { operation: 'ALL /misc/old', path: '/misc/old', status: 301 },
  { operation: 'ALL /misc/older', path: '/misc/older', status: 308 },
  { operation: 'GET /misc/table', path: '/misc/table', status: 200 },
  { operation: 'GET /misc/sought', path: '/misc/sought?q=a', status: 200 },
  { operation: 'ALL /misc/any', path: '/misc/any', status: 200 },
  { operation: 'GET /misc/emptied', path: '/misc/emptied', status: 204 },
  { operation: 'GET /misc/deep/down/here', path: '/misc/deep/down/here', status: 200 },
  { operation: 'GET /misc/said/{word}', path: '/misc/said/hello', status: 200 },
  { operation: 'GET /misc/said/{word}', path: '/misc/said/rude', status: 422 },
  { operation: 'GET /misc/session', path: '/misc/session', status: 200 },
]

describe('the same application, started and asked', () => {
  const schemas = JSON.parse(JSON.stringify(types.schemas))
  let server: Server
  let base: string

  beforeAll(() => {
    server = createApp().listen(0)
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  it.each(questions)('$operation answers $status as was read', async ({ operation, path, status, body, headers }) => {
    const [named = 'GET'] = operation.split(' ')
    const method = named === 'ALL' ? 'GET' : named
    const given = body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }
    const answer = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: { ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...headers },
      ...given,
    })
    const text = await answer.text()
    expect(answer.status).toBe(status)
    const response = at(operation).responses.find((each) => each.status === String(status))
    const type = answer.headers.get('content-type')?.split(';')[0] ?? ''
    const content = response?.contents.find(({ mediaType }) => mediaType === type || mediaType === '*/*')
    // A redirect has a text for people, which no document speaks of.
    if (text !== '' && (status < 300 || status > 399)) expect(content, `${type} of ${operation}`).toBeDefined()
    if (content === undefined || type !== 'application/json') return
    const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true } })
    const referring = JSON.parse(
      JSON.stringify({ ...content.schema, $defs: schemas }, (key, value) => (key === 'at' ? undefined : value)).replace(
        /"ref":"([^"]+)"/g,
        '"$ref":"#/$defs/$1"',
      ),
    )
    expect(ajv.validate(referring, JSON.parse(text)), ajv.errorsText()).toBe(true)
  })

  it('has every route asked', () => {
    expect(new Set(questions.map(({ operation }) => operation))).toEqual(new Set(Object.keys(expected)))
  })
})
