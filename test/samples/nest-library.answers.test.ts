import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { bearer, holdAnswers, type Question } from './asking.js'
import { codeOracle } from './code-oracle.js'
import { compileSample } from './compile-sample.js'

const sample = fileURLToPath(new URL('../../samples/nest-library/', import.meta.url))
const NOBODY = '00000000-0000-4000-8000-000000000000'
const ADA = '7b0f3c1e-58a5-4f0b-9a55-6d1f0c9f2a11'

interface App {
  listen(port: number): Promise<unknown>
  getUrl(): Promise<string>
  close(): Promise<unknown>
}

const book = { isbn: '9780000000001', title: 'Owls', authors: ['A. Quill'], genre: 'science', year: 1999 }
const address = { street: 'Mill Lane 1', city: 'York', postcode: 'YO1 7EP' }
const ben = { name: 'Ben', email: 'ben@library.example', pin: '1234', address }

/** In this order: later questions ask about what earlier ones made or dropped. */
const questions: readonly (Question & { readonly token?: 'ada' | 'ben' | null })[] = [
  { operation: 'GET /health', path: '/health', status: 200, token: null },
  { operation: 'POST /api/auth/login', path: '/api/auth/login', status: 400, token: null, body: { card: 'LIB-1' } },
  {
    operation: 'POST /api/auth/login',
    path: '/api/auth/login',
    status: 401,
    token: null,
    body: { card: 'LIB-000001', pin: '0000' },
  },
  {
    operation: 'POST /api/auth/login',
    path: '/api/auth/login',
    status: 200,
    token: null,
    body: { card: 'LIB-000001', pin: '4711' },
    keep: ['ada', 'accessToken'],
  },
  { operation: 'POST /api/members', path: '/api/members', status: 400, token: null, body: { ...ben, email: 'ben' } },
  { operation: 'POST /api/members', path: '/api/members', status: 201, token: null, body: ben, keep: ['benId', 'id'] },
  {
    operation: 'POST /api/auth/login',
    path: '/api/auth/login',
    status: 200,
    token: null,
    body: { card: 'LIB-000002', pin: '1234' },
    keep: ['ben', 'accessToken'],
  },
  { operation: 'GET /api/members', path: '/api/members', status: 200 },
  { operation: 'GET /api/members', path: '/api/members', status: 401, token: null },
  { operation: 'GET /api/members', path: '/api/members', status: 403, token: 'ben' },
  { operation: 'GET /api/members/me', path: '/api/members/me', status: 200, token: 'ben' },
  { operation: 'GET /api/members/me', path: '/api/members/me', status: 401, token: null },
  { operation: 'GET /api/members/{id}', path: '/api/members/{benId}', status: 200 },
  { operation: 'GET /api/members/{id}', path: '/api/members/ben', status: 400 },
  { operation: 'GET /api/members/{id}', path: '/api/members/{benId}', status: 403, token: 'ben' },
  { operation: 'GET /api/members/{id}', path: `/api/members/${NOBODY}`, status: 404 },
  {
    operation: 'PATCH /api/members/{id}/email',
    path: '/api/members/{benId}/email',
    status: 200,
    token: 'ben',
    body: { email: 'b@library.example', pin: '1234' },
  },
  {
    operation: 'PATCH /api/members/{id}/email',
    path: '/api/members/{benId}/email',
    status: 403,
    token: 'ben',
    body: { email: 'b@library.example', pin: '9999' },
  },
  {
    operation: 'PATCH /api/members/{id}/email',
    path: `/api/members/${NOBODY}/email`,
    status: 404,
    body: { email: 'b@library.example', pin: '9999' },
  },
  {
    operation: 'PATCH /api/members/{id}/email',
    path: '/api/members/{benId}/email',
    status: 400,
    body: { pin: '1234' },
  },
  { operation: 'PUT /api/members/{id}/address', path: '/api/members/{benId}/address', status: 200, body: address },
  {
    operation: 'PUT /api/members/{id}/address',
    path: `/api/members/${ADA}/address`,
    status: 403,
    token: 'ben',
    body: address,
  },
  {
    operation: 'PUT /api/members/{id}/address',
    path: '/api/members/{benId}/address',
    status: 400,
    body: { city: 'York' },
  },
  { operation: 'PUT /api/members/{id}/address', path: `/api/members/${NOBODY}/address`, status: 404, body: address },
  { operation: 'POST /api/books', path: '/api/books', status: 201, body: book, keep: ['book', 'id'] },
  { operation: 'POST /api/books', path: '/api/books', status: 409, body: book },
  { operation: 'POST /api/books', path: '/api/books', status: 400, body: { ...book, year: 3000 } },
  { operation: 'POST /api/books', path: '/api/books', status: 401, token: null, body: book },
  { operation: 'POST /api/books', path: '/api/books', status: 403, token: 'ben', body: book },
  { operation: 'GET /api/books', path: '/api/books?genre=science&q=owl&page=1&limit=5', status: 200, token: null },
  { operation: 'GET /api/books', path: '/api/books?limit=1000', status: 400, token: null },
  { operation: 'GET /api/books/genres', path: '/api/books/genres', status: 200, token: null },
  { operation: 'GET /api/books/{bookId}', path: '/api/books/{book}', status: 200, token: null },
  { operation: 'GET /api/books/{bookId}', path: '/api/books/owls', status: 400, token: null },
  { operation: 'GET /api/books/{bookId}', path: `/api/books/${NOBODY}`, status: 404, token: null },
  {
    operation: 'PATCH /api/books/{bookId}',
    path: '/api/books/{book}',
    status: 200,
    body: { copies: 1, summary: 'Owls, all of them.' },
  },
  { operation: 'PATCH /api/books/{bookId}', path: '/api/books/{book}', status: 400, body: { title: '' } },
  { operation: 'PATCH /api/books/{bookId}', path: `/api/books/${NOBODY}`, status: 404, body: {} },
  { operation: 'GET /api/books/{bookId}/copies/{copy}', path: '/api/books/{book}/copies/1', status: 200, token: 'ben' },
  { operation: 'GET /api/books/{bookId}/copies/{copy}', path: '/api/books/{book}/copies/9', status: 404, token: 'ben' },
  {
    operation: 'GET /api/books/{bookId}/copies/{copy}',
    path: '/api/books/{book}/copies/one',
    status: 400,
    token: 'ben',
  },
  {
    operation: 'POST /api/loans',
    path: '/api/loans',
    status: 201,
    token: 'ben',
    body: { bookId: '{book}', days: 7 },
    keep: ['loan', 'id'],
  },
  { operation: 'POST /api/loans', path: '/api/loans', status: 409, token: 'ben', body: { bookId: '{book}' } },
  { operation: 'POST /api/loans', path: '/api/loans', status: 404, token: 'ben', body: { bookId: NOBODY } },
  { operation: 'POST /api/loans', path: '/api/loans', status: 400, token: 'ben', body: { bookId: '{book}', days: 90 } },
  { operation: 'GET /api/loans', path: '/api/loans?status=open', status: 200, token: 'ben' },
  { operation: 'GET /api/loans', path: '/api/loans?status=lost', status: 400, token: 'ben' },
  { operation: 'POST /api/loans/{loanId}/return', path: '/api/loans/{loan}/return', status: 200, token: 'ben' },
  { operation: 'POST /api/loans/{loanId}/return', path: `/api/loans/${NOBODY}/return`, status: 404, token: 'ben' },
  { operation: 'DELETE /api/books/{bookId}', path: '/api/books/{book}', status: 403, token: 'ben' },
  { operation: 'DELETE /api/books/{bookId}', path: '/api/books/{book}', status: 204 },
  { operation: 'DELETE /api/books/{bookId}', path: '/api/books/{book}', status: 404 },
]

describe('nest-library', () => {
  holdAnswers({
    // Ada asks where nobody else is named.
    questions: questions.map(({ token = 'ada', ...question }) => ({
      ...question,
      ...(token === null ? {} : { headers: bearer(`{${token}}`) }),
    })),
    code: codeOracle(sample),
    document: join(sample, 'openapi.right.yaml'),
    prefix: '/api',
    start: async () => {
      const { createApp }: { createApp(): Promise<App> } = createRequire(import.meta.url)(
        join(compileSample(sample), 'app.js'),
      )
      const app = await createApp()
      await app.listen(0)
      return { base: (await app.getUrl()).replace('[::1]', '127.0.0.1'), stop: () => app.close() }
    },
  })
})
