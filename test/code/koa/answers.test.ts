import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { ask, holdAnswers, listening, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { createApp } from './fixtures/app/app.js'

function form(fields: Readonly<Record<string, string | Blob>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}

const file = new Blob(['a'])
const keeper = { 'x-keeper': 'yes' }

const questions: readonly Question[] = [
  ask('GET /animals', 200, { path: '/animals?kind=owl' }),
  ask('GET /animals/{id}', 200, { path: '/animals/1' }),
  ask('GET /animals/{id}', 404, { path: '/animals/9' }),
  ask('POST /animals', 201, { headers: keeper, body: { name: 'Finn', kind: 'fox' } }),
  ask('POST /animals', 401, { body: {} }),
  ask('DELETE /animals/{id}', 204, { path: '/animals/1', headers: keeper }),
  ask('DELETE /animals/{id}', 404, { path: '/animals/9', headers: keeper }),
  ask('DELETE /animals/{id}', 401, { path: '/animals/1' }),
  ask('PATCH /animals/{id}', 410, { path: '/animals/9' }),
  ask('PATCH /animals/{id}', 428, { path: '/animals/1' }),
  ask('PATCH /animals/{id}', 200, { path: '/animals/1', headers: { 'if-match': '1' } }),
  ask('GET /animals/{id}/cages', 200, { path: '/animals/1/cages' }),
  ask('POST /animals/{id}/cages/clean', 204, { path: '/animals/1/cages/clean' }),
  ask('GET /animals/{id}/cages/doors', 202, { path: '/animals/1/cages/doors' }),
  ask('GET /animals/{id}/cages/windows', 202, { path: '/animals/1/cages/windows' }),
  ask('GET /misc/hello', 200),
  ask('GET /misc/bye', 200),
  ask('GET /misc/nothing', 404),
  ask('GET /misc/status-only', 202),
  ask('GET /misc/page', 200),
  ask('GET /misc/either', 200),
  ask('GET /misc/either', 418, { path: '/misc/either?teapot=1' }),
  ask('GET /misc/last-wins', 200),
  ask('GET /misc/moved', 302),
  ask('GET /misc/enveloped', 200),
  ask('GET /misc/failing', 409),
  ask('PUT /misc/photo', 200),
  ask('PUT /misc/photos', 200, { body: form({ front: file, title: 'a' }) }),
  ask('PUT /misc/scans', 204, { body: form({ scans: file }) }),
  ask('GET /misc/composed', 200),
  ask('GET /misc/composed', 423, { path: '/misc/composed?closed=1' }),
  ask('ALL /misc/old', 301),
  ask('ALL /misc/older', 308),
  ask('GET /misc/table', 200),
  ask('GET /misc/sought', 200, { path: '/misc/sought?q=a' }),
  ask('ALL /misc/any', 200),
  ask('GET /misc/emptied', 204),
  ask('GET /misc/deep/down/here', 200),
  ask('GET /misc/said/{word}', 200, { path: '/misc/said/hello' }),
  ask('GET /misc/said/{word}', 422, { path: '/misc/said/rude' }),
  ask('GET /misc/session', 200),

  ask('GET /asserted/equal', 200, { path: '/asserted/equal?version=2' }),
  ask('GET /asserted/equal', 412),
  ask('GET /asserted/different', 200),
  ask('GET /asserted/different', 403, { path: '/asserted/different?kind=bear' }),
  ask('GET /asserted/different', 409, { path: '/asserted/different?kind=wolf' }),
  ask('GET /asserted/same', 204, { path: '/asserted/same?day=monday' }),
  ask('GET /asserted/same', 400),
  ask('GET /asserted/same', 423, { path: '/asserted/same?day=friday' }),
  ask('GET /asserted/deep', 200, { path: '/asserted/deep?a=1' }),
  ask('GET /asserted/deep', 422, { path: '/asserted/deep?a=2' }),
  ask('GET /asserted/deep', 400, { path: '/asserted/deep?a=3' }),
  ask('GET /asserted/deep', 428),
  ask('GET /asserted/failing', 410),

  ask('GET /typed/keeper', 200),
  ask('GET /typed/counted', 200),
  ask('GET /typed/page/{number}', 200, { path: '/typed/page/1' }),
  ask('POST /typed/fed', 201, { body: { grams: 3 } }),
  ask('POST /typed/noted', 202),
  ask('GET /typed/text', 418),
  ask('GET /typed/words', 500),
  ask('GET /typed/shown', 402),
  ask('PUT /typed/fed/{id}', 200, { path: '/typed/fed/7', body: { grams: '3' } }),
  ask('PUT /typed/fed/{id}', 422, { path: '/typed/fed/seven', body: { grams: '3' } }),
  ask('PUT /typed/fed/{id}', 422, { path: '/typed/fed/7', body: {} }),
  ask('PUT /typed/moved/{id}', 200, { path: '/typed/moved/7', body: { cage: 'b' } }),
  ask('PUT /typed/copied', 200, { body: { cage: 'b' } }),
  ask('GET /typed/given/keeper', 200),
  ask('POST /typed/given/many', 201, { path: '/typed/given/many?first=1' }),
  ask('GET /typed/given/words', 200),
  ask('DELETE /typed/given/nothing', 204),
  ask('GET /typed/given/perhaps', 200, { path: '/typed/given/perhaps?there=1' }),
  ask('GET /typed/given/perhaps', 204),

  ask('POST /described/animals', 201, { headers: keeper, body: { name: 'Finn' } }),
  ask('POST /described/animals', 400, { headers: keeper, body: { name: 'F' } }),
  ask('POST /described/animals', 401, { body: { name: 'Finn' } }),
  ask('PUT /described/animals/{id}', 200, {
    path: '/described/animals/1',
    body: new URLSearchParams({ name: 'Finn' }),
  }),
  ask('PUT /described/animals/{id}', 422, {
    path: '/described/animals/a',
    body: new URLSearchParams({ name: 'Finn' }),
  }),
  ask('PATCH /described/animals/{id}', 200, {
    path: '/described/animals/1',
    body: new URLSearchParams({ name: 'Finn' }),
  }),
  ask('PATCH /described/animals/{id}', 400, { path: '/described/animals/1', body: { name: 'Finn' } }),
  ask('GET /described/animals', 200, { path: '/described/animals?page=2&other=1', headers: { 'x-trace': 't' } }),
  ask('GET /described/animals', 400),
  ask('HEAD /described/animals', 200, { path: '/described/animals?page=2', headers: { 'x-trace': 't' } }),
  ask('GET /described/counted', 200),
  ask('GET /described/checked', 200, { path: '/described/checked?id=5' }),
  ask('GET /described/checked', 500),
  ask('PUT /described/photo', 200, { body: form({ photo: file, title: 'a' }) }),
  ask('PUT /described/photo', 400, { body: {} }),
]

describe('the fixture of Koa', () => {
  holdAnswers({
    questions,
    unprovoked: [],
    code: codeOracle(fileURLToPath(new URL('fixtures/', import.meta.url))),
    start: () => listening(createApp().listen(0)),
  })
})
