import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { startFixture } from './started.js'

const fixture = fileURLToPath(new URL('fixtures/app/', import.meta.url))

const book = { title: 'Emma', year: 1815, author: { name: 'Jane', mail: 'jane@austen.example' } }
const keeper = { authorization: 'keeper' }

function form(field: string): FormData {
  const files = new FormData()
  files.append(field, new Blob(['a']), 'a.txt')
  return files
}

const questions: readonly Question[] = [
  ask('GET /status', 200),
  ask('GET /api/books', 200, { path: '/api/books?order=up' }),
  ask('GET /api/books', 400),
  ask('GET /api/books', 400, { path: '/api/books?order=up&page=few' }),
  ask('GET /api/books', 451, { headers: { 'x-blocked': 'yes' } }),
  ask('GET /api/books/search', 200, { path: '/api/books/search?q=a' }),
  ask('GET /api/books/search', 400),
  ask('GET /api/books/{id}', 204, { path: '/api/books/1' }),
  ask('GET /api/books/isbn/{isbn}', 404, { path: '/api/books/isbn/1' }),
  ask('GET /api/books/last', 410),
  ask('POST /api/books', 201, { body: book }),
  ask('POST /api/books', 400, { body: { ...book, year: 1400 } }),
  ask('POST /api/books', 418, { body: { ...book, year: 3001 } }),
  ask('POST /api/books/import', 200, { body: [book] }),
  ask('POST /api/books/import', 200, { body: [{ title: 5 }] }),
  ask('PUT /api/books/{id}', 404, { path: '/api/books/1', body: { title: 'b' } }),
  ask('PUT /api/books/{id}', 401, { path: '/api/books/1', body: { title: 'b' }, headers: { authorization: 'me' } }),
  ask('PATCH /api/books/{id}/cover', 403, { path: '/api/books/1/cover', body: form('cover') }),
  ask('PATCH /api/books/{id}/cover', 401, {
    path: '/api/books/1/cover',
    body: form('cover'),
    headers: { authorization: 'admin' },
  }),
  ask('DELETE /api/books/{id}', 404, { path: '/api/books/1' }),
  ask('HEAD /api/books/{id}/exists', 200, { path: '/api/books/1/exists' }),
  ask('OPTIONS /api/books/hints', 200),
  ask('ALL /api/books/any', 200),
  ask('GET /api/books/own', 202, { path: '/api/books/own?wanted=a' }),
  ask('GET /api/books/{id}/history', 200, { path: '/api/books/1/history' }),
  ask('GET /api/copies/{id}', 200, { path: '/api/copies/1' }),
  ask('GET /api/copies', 400),
  ask('POST /api/copies', 200),
  ask('GET /api/pages/feed', 200),
  ask('GET /api/pages/data', 200),
  ask('GET /api/pages/old', 302),
  ask('GET /api/pages/new', 200),
  ask('GET /api/wrapped', 200),
  ask('GET /api/wrapped/me', 401),
  ask('GET /api/wrapped/maybe', 200),
  ask('GET /api/editions/newest', 200),
  ask('GET /api/editions/latest', 200),
  ask('PATCH /api/editions/{id}', 200, { path: '/api/editions/1', body: { year: 1816 } }),
  ask('PATCH /api/editions/{id}', 400, { path: '/api/editions/1', body: { year: 'late' } }),
  ask('PUT /api/editions/{id}/title', 200, { path: '/api/editions/1/title', body: { title: 'b' } }),
  ask('PUT /api/editions/{id}/title', 400, { path: '/api/editions/1/title', body: { year: 1816 } }),
  ask('PUT /api/editions/{id}/rest', 200, { path: '/api/editions/1/rest', body: { year: 1816 } }),
  ask('POST /api/editions', 200, { body: { title: 'b', name: 'c', mail: 'c@d.example' } }),
  ask('POST /api/editions', 400, { body: { title: 'b' } }),
  ask('POST /api/editions/unchecked', 200, { body: { title: 5 } }),
  ask('POST /api/editions/partly', 200, { body: { year: 1816 } }),
  ask('POST /api/editions/partly', 400, { body: { year: 1400 } }),
  ask('GET /api/editions/of/{edition}', 200, { path: '/api/editions/of/first' }),
  ask('GET /api/editions/of/{edition}', 400, { path: '/api/editions/of/third' }),
  ask('GET /api/editions/agent', 200, { headers: { cookie: 'seen=1' } }),
  ask('GET /api/editions/tagged', 200, { path: '/api/editions/tagged?tags=a&tags=b&since=2026-11-23' }),
  ask('GET /api/editions/tagged', 400, { path: '/api/editions/tagged?since=soon' }),
  ask('GET /api/editions/lost', 404),
  ask('GET /api/editions/moved/{id}', 302, { path: '/api/editions/moved/1' }),
  ask('POST /api/editions/scans', 200, { body: form('scans') }),
  ask('GET /api/shelves/{shelf}/editions', 403, { path: '/api/shelves/a/editions' }),
  ask('GET /api/shelves/{shelf}/editions', 200, { path: '/api/shelves/a/editions', headers: keeper }),
  ask('DELETE /api/shelves/{shelf}', 204, { path: '/api/shelves/a', headers: keeper }),
]

describe('the fixture of routing-controllers', () => {
  holdAnswers({
    questions,
    code: codeOracle(fixture),
    start: () => startFixture(fixture),
  })
})
