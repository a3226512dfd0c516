import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compileSample } from './compile-sample.js'
import { documentOracle, type Oracle } from './document-oracle.js'

const sample = fileURLToPath(new URL('../../samples/nest-library/', import.meta.url))
const NOBODY = '00000000-0000-4000-8000-000000000000'
const ADA = '7b0f3c1e-58a5-4f0b-9a55-6d1f0c9f2a11'

interface App {
  listen(port: number): Promise<unknown>
  getUrl(): Promise<string>
  close(): Promise<unknown>
}

interface Question {
  readonly operation: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
  readonly token?: 'ada' | 'ben' | null
  /** Keeps a field of the answer for later questions, which write `{name}` for it. */
  readonly keep?: readonly [name: string, field: string]
}

const book = { isbn: '9780000000001', title: 'Owls', authors: ['A. Quill'], genre: 'science', year: 1999 }
const address = { street: 'Mill Lane 1', city: 'York', postcode: 'YO1 7EP' }
const ben = { name: 'Ben', email: 'ben@library.example', pin: '1234', address }

/** In this order: later questions ask about what earlier ones made or dropped. */
const questions: readonly Question[] = [
  { operation: 'GET /health', path: '/health', status: 200, token: null },
  { operation: 'POST /auth/login', path: '/api/auth/login', status: 400, token: null, body: { card: 'LIB-1' } },
  {
    operation: 'POST /auth/login',
    path: '/api/auth/login',
    status: 401,
    token: null,
    body: { card: 'LIB-000001', pin: '0000' },
  },
  {
    operation: 'POST /auth/login',
    path: '/api/auth/login',
    status: 200,
    token: null,
    body: { card: 'LIB-000001', pin: '4711' },
    keep: ['ada', 'accessToken'],
  },
  { operation: 'POST /members', path: '/api/members', status: 400, token: null, body: { ...ben, email: 'ben' } },
  { operation: 'POST /members', path: '/api/members', status: 201, token: null, body: ben, keep: ['benId', 'id'] },
  {
    operation: 'POST /auth/login',
    path: '/api/auth/login',
    status: 200,
    token: null,
    body: { card: 'LIB-000002', pin: '1234' },
    keep: ['ben', 'accessToken'],
  },
  { operation: 'GET /members', path: '/api/members', status: 200 },
  { operation: 'GET /members', path: '/api/members', status: 401, token: null },
  { operation: 'GET /members', path: '/api/members', status: 403, token: 'ben' },
  { operation: 'GET /members/me', path: '/api/members/me', status: 200, token: 'ben' },
  { operation: 'GET /members/me', path: '/api/members/me', status: 401, token: null },
  { operation: 'GET /members/{id}', path: '/api/members/{benId}', status: 200 },
  { operation: 'GET /members/{id}', path: '/api/members/ben', status: 400 },
  { operation: 'GET /members/{id}', path: '/api/members/{benId}', status: 403, token: 'ben' },
  { operation: 'GET /members/{id}', path: `/api/members/${NOBODY}`, status: 404 },
  {
    operation: 'PATCH /members/{id}/email',
    path: '/api/members/{benId}/email',
    status: 200,
    token: 'ben',
    body: { email: 'b@library.example', pin: '1234' },
  },
  {
    operation: 'PATCH /members/{id}/email',
    path: '/api/members/{benId}/email',
    status: 403,
    token: 'ben',
    body: { email: 'b@library.example', pin: '9999' },
  },
  {
    operation: 'PATCH /members/{id}/email',
    path: `/api/members/${NOBODY}/email`,
    status: 404,
    body: { email: 'b@library.example', pin: '9999' },
  },
  { operation: 'PATCH /members/{id}/email', path: '/api/members/{benId}/email', status: 400, body: { pin: '1234' } },
  { operation: 'PUT /members/{id}/address', path: '/api/members/{benId}/address', status: 200, body: address },
  {
    operation: 'PUT /members/{id}/address',
    path: `/api/members/${ADA}/address`,
    status: 403,
    token: 'ben',
    body: address,
  },
  { operation: 'PUT /members/{id}/address', path: '/api/members/{benId}/address', status: 400, body: { city: 'York' } },
  { operation: 'PUT /members/{id}/address', path: `/api/members/${NOBODY}/address`, status: 404, body: address },
  { operation: 'POST /books', path: '/api/books', status: 201, body: book, keep: ['book', 'id'] },
  { operation: 'POST /books', path: '/api/books', status: 409, body: book },
  { operation: 'POST /books', path: '/api/books', status: 400, body: { ...book, year: 3000 } },
  { operation: 'POST /books', path: '/api/books', status: 401, token: null, body: book },
  { operation: 'POST /books', path: '/api/books', status: 403, token: 'ben', body: book },
  { operation: 'GET /books', path: '/api/books?genre=science&q=owl&page=1&limit=5', status: 200, token: null },
  { operation: 'GET /books', path: '/api/books?limit=1000', status: 400, token: null },
  { operation: 'GET /books/genres', path: '/api/books/genres', status: 200, token: null },
  { operation: 'GET /books/{bookId}', path: '/api/books/{book}', status: 200, token: null },
  { operation: 'GET /books/{bookId}', path: '/api/books/owls', status: 400, token: null },
  { operation: 'GET /books/{bookId}', path: `/api/books/${NOBODY}`, status: 404, token: null },
  {
    operation: 'PATCH /books/{bookId}',
    path: '/api/books/{book}',
    status: 200,
    body: { copies: 1, summary: 'Owls, all of them.' },
  },
  { operation: 'PATCH /books/{bookId}', path: '/api/books/{book}', status: 400, body: { title: '' } },
  { operation: 'PATCH /books/{bookId}', path: `/api/books/${NOBODY}`, status: 404, body: {} },
  { operation: 'GET /books/{bookId}/copies/{copy}', path: '/api/books/{book}/copies/1', status: 200, token: 'ben' },
  { operation: 'GET /books/{bookId}/copies/{copy}', path: '/api/books/{book}/copies/9', status: 404, token: 'ben' },
  { operation: 'GET /books/{bookId}/copies/{copy}', path: '/api/books/{book}/copies/one', status: 400, token: 'ben' },
  {
    operation: 'POST /loans',
    path: '/api/loans',
    status: 201,
    token: 'ben',
    body: { bookId: '{book}', days: 7 },
    keep: ['loan', 'id'],
  },
  { operation: 'POST /loans', path: '/api/loans', status: 409, token: 'ben', body: { bookId: '{book}' } },
  { operation: 'POST /loans', path: '/api/loans', status: 404, token: 'ben', body: { bookId: NOBODY } },
  { operation: 'POST /loans', path: '/api/loans', status: 400, token: 'ben', body: { bookId: '{book}', days: 90 } },
  { operation: 'GET /loans', path: '/api/loans?status=open', status: 200, token: 'ben' },
  { operation: 'GET /loans', path: '/api/loans?status=lost', status: 400, token: 'ben' },
  { operation: 'POST /loans/{loanId}/return', path: '/api/loans/{loan}/return', status: 200, token: 'ben' },
  { operation: 'POST /loans/{loanId}/return', path: `/api/loans/${NOBODY}/return`, status: 404, token: 'ben' },
  { operation: 'DELETE /books/{bookId}', path: '/api/books/{book}', status: 403, token: 'ben' },
  { operation: 'DELETE /books/{bookId}', path: '/api/books/{book}', status: 204 },
  { operation: 'DELETE /books/{bookId}', path: '/api/books/{book}', status: 404 },
]

describe('nest-library, started and asked', () => {
  const kept = new Map<string, string>()
  let app: App
  let base: string
  let oracle: Oracle

  beforeAll(async () => {
    const { createApp }: { createApp(): Promise<App> } = createRequire(import.meta.url)(
      join(compileSample(sample), 'app.js'),
    )
    app = await createApp()
    await app.listen(0)
    base = (await app.getUrl()).replace('[::1]', '127.0.0.1')
    oracle = await documentOracle(join(sample, 'openapi.right.yaml'))
  })
  afterAll(() => app.close())

  it.each(questions)('$operation answers $status as the right document says', async (question) => {
    const token = question.token === undefined ? 'ada' : question.token
    const [method = '', template = ''] = question.operation.split(' ')
    const filled = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => kept.get(name) ?? whole)
    const answer = await fetch(base + filled(question.path), {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${kept.get(token)}` }),
      },
      ...(question.body === undefined ? {} : { body: filled(JSON.stringify(question.body)) }),
    })
    const body = await answer.text()
    if (question.keep) kept.set(question.keep[0], JSON.parse(body)[question.keep[1]])
    expect({ status: answer.status, complaints: oracle.complaints(method, template, answer, body) }).toEqual({
      status: question.status,
      complaints: [],
    })
  })

  it('asks about every documented operation', () => {
    expect(new Set(questions.map((question) => question.operation))).toEqual(new Set(oracle.operations))
  })
})
