import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { copied, startTsoa } from './started.js'

const fixture = fileURLToPath(new URL('fixtures/app/', import.meta.url))
const code = codeOracle(fixture)

const reader = { headers: { authorization: 'read' } }
const stranger = { headers: { authorization: 'nobody' } }
const keyed = { 'x-key': 'k' }
const hurry = { headers: { 'x-hurry': 'yes' } }

function form(field: string): FormData {
  const files = new FormData()
  files.append(field, new Blob(['a']), 'a.txt')
  files.append('title', 'one')
  return files
}

const pet = { name: 'Rex', legs: 4, kind: 'dog' }
const stay = {
  word: 'short',
  size: 'small',
  from: '2026-11-23T10:00:00Z',
  until: '2026-11-24',
  nights: 2,
  guest: { kind: 'cat', lives: 9 },
  fed: true,
}
const shelter = (path: string) => ({ path: `/v1/shelters/${path}` })

/** Who may do anything, but for what is asked of him. */
const anybody = { ...keyed, authorization: 'read admin keeper' }
/** What stands before the handlers. */
const refusals = code.operations.flatMap((operation): readonly Question[] => {
  if (operation.includes('/shelters')) return [ask(operation, 429, { headers: { ...anybody, 'x-hurry': 'yes' } })]
  const isGuarded = operation.includes('/pets') && operation !== 'GET /v1/pets'
  return isGuarded ? [ask(operation, 401), ask(operation, 403, stranger)] : []
})

const questions: readonly Question[] = [
  ...refusals,
  ask('GET /v1/pets/maybe', 204, reader),
  ask('POST /v1/pets', 401, { body: pet }),
  ask('POST /v1/pets', 403, { body: pet, ...stranger }),
  ask('POST /v1/pets', 422, { body: { ...pet, name: 'R' }, ...reader }),
  ask('POST /v1/pets', 201, { body: { ...pet, unlisted: 1 }, ...reader }),
  ask('GET /v1/pets/maybe', 200, reader),
  ask('GET /v1/pets', 200, { path: '/v1/pets?page=1&q=rex' }),
  ask('GET /v1/pets', 422, { path: '/v1/pets?page=0' }),
  ask('GET /v1/pets/filtered', 200, { path: '/v1/pets/filtered?kind=cat&limit=0', ...reader }),
  ask('GET /v1/pets/filtered', 422, { path: '/v1/pets/filtered?kind=cow', ...reader }),
  ask('GET /v1/pets/filtered', 401, { path: '/v1/pets/filtered?kind=cat' }),
  ask('GET /v1/pets/hidden', 200, reader),
  ask('GET /v1/pets/hidden', 403, stranger),
  ask('GET /v1/pets/{petId}', 200, { path: '/v1/pets/1', ...reader }),
  ask('GET /v1/pets/{petId}', 404, { path: '/v1/pets/2', ...reader }),
  ask('GET /v1/pets/{petId}', 422, { path: '/v1/pets/one', ...reader }),
  ask('PUT /v1/pets/{petId}/name', 202, { path: '/v1/pets/1/name', body: { name: 'Max' }, ...reader }),
  ask('PUT /v1/pets/{petId}/name', 200, { path: '/v1/pets/1/name?force=yes', body: { name: 'Max' }, ...reader }),
  ask('PUT /v1/pets/{petId}/name', 422, { path: '/v1/pets/1/name', body: {}, ...reader }),
  ask('DELETE /v1/pets/{petId}', 204, { path: '/v1/pets/1', ...reader }),
  ask('DELETE /v1/pets/{petId}', 404, { path: '/v1/pets/0', ...reader }),
  ask('POST /v1/pets/{petId}/photo', 200, { path: '/v1/pets/1/photo', body: form('photo'), ...reader }),
  ask('POST /v1/pets/{petId}/photo', 429, {
    path: '/v1/pets/1/photo',
    body: form('photo'),
    headers: { ...reader.headers, ...hurry.headers },
  }),

  ask('GET /v1/shelters', 200),
  ask('GET /v1/shelters', 429, hurry),
  ask('GET /v1/shelters/search', 200, shelter('search?page=1&name=a&tags=a&tags=b&size=large&day=2026-11-23')),
  ask('GET /v1/shelters/search', 206, shelter('search?page=1&full=true')),
  ask('GET /v1/shelters/search', 422, shelter('search?page=0')),
  ask('GET /v1/shelters/search', 422, shelter('search?page=1&name=longer')),
  ask('GET /v1/shelters/queried', 200, shelter('queried?size=small&since=2026-11-23')),
  ask('GET /v1/shelters/queried', 422, shelter('queried?since=2026-11-23')),
  ask('GET /v1/shelters/traced', 200, { headers: { 'x-trace': 'a' } }),
  ask('GET /v1/shelters/traced', 422),
  ask('GET /v1/shelters/stream', 200),
  ask('GET /v1/shelters/page', 200),
  ask('GET /v1/shelters/direct', 203),
  ask('GET /v1/shelters/asserted', 203),
  ask('GET /v1/shelters/prop', 200),
  ask('GET /v1/shelters/fails', 409, shelter('fails?refuses=yes')),
  ask('GET /v1/shelters/fails', 500),
  ask('GET /v1/shelters/admin', 200, { headers: { authorization: 'admin' } }),
  ask('GET /v1/shelters/admin', 401),
  ask('GET /v1/shelters/admin', 403, stranger),
  ask('GET /v1/shelters/either', 200, { headers: keyed }),
  ask('GET /v1/shelters/either', 200, stranger),
  ask('GET /v1/shelters/either', 401),
  ask('GET /v1/shelters/both', 200, { headers: { ...keyed, authorization: 'keeper' } }),
  ask('GET /v1/shelters/both', 401, { headers: { authorization: 'keeper' } }),
  ask('GET /v1/shelters/both', 403, { headers: { ...keyed, authorization: 'nobody' } }),
  ask('GET /v1/shelters/slow', 200),
  ask('GET /v1/shelters/slow', 429, hurry),
  ask('GET /v1/shelters/nothing', 200, shelter('nothing?some=a')),
  ask('GET /v1/shelters/nothing', 204),
  ask('GET /v1/shelters/inferred', 200),
  ask('GET /v1/shelters/{id}/gone', 200, shelter('1/gone')),
  ask('GET /v1/shelters/{id}/gone', 404, shelter('4/gone')),
  ask('GET /v1/shelters/{id}/gone', 410, shelter('5/gone')),
  ask('GET /v1/shelters/{id}/gone', 422, shelter('one/gone')),
  ask('POST /v1/shelters/stays', 202, { body: stay }),
  ask('POST /v1/shelters/stays', 422, { body: { ...stay, word: 'a' } }),
  ask('POST /v1/shelters/cages', 201, { body: { label: 'a', open: true } }),
  ask('POST /v1/shelters/cages', 422, { body: { label: 'a' } }),
  ask('POST /v1/shelters/animals', 200, { body: { kind: 'dog', good: true } }),
  ask('POST /v1/shelters/animals', 422, { body: { kind: 'dog', lives: 9 } }),
  ask('POST /v1/shelters/several', 200, { body: [{ kind: 'cat', lives: 9 }] }),
  ask('POST /v1/shelters/several', 422, { body: [{ kind: 'cow' }] }),
  ask('POST /v1/shelters/maybe', 200, { body: { a: 'b' } }),
  ask('POST /v1/shelters/maybe', 200),
  ask('POST /v1/shelters/maybe', 422, { body: { a: 1 } }),
  ask('POST /v1/shelters/{id}/papers', 200, { ...shelter('1/papers'), body: form('papers') }),
  ask('PATCH /v1/shelters/{id}', 204, { ...shelter('1'), body: { lives: 8 } }),
  ask('PATCH /v1/shelters/{id}', 422, { ...shelter('1'), body: { lives: 'many' } }),
  ask('DELETE /v1/shelters/{id}', 200, shelter('1')),
  ask('HEAD /v1/shelters/{id}', 204, shelter('1')),
  ask('OPTIONS /v1/shelters/hints', 204),
  ask('GET /v1', 200),
  ask('GET /v1/slashed', 200),
]

describe('the fixture of tsoa', () => {
  holdAnswers({
    questions,
    code,
    unprovoked: [],
    start: async () => {
      const { folder, remove } = copied(fixture)
      const { base, stop } = await startTsoa(folder)
      return {
        base,
        stop: () => {
          stop()
          remove()
        },
      }
    },
  })
})
