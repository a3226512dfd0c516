import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openProject } from '../../../src/code/program/open.js'
import { readCode } from '../../../src/code/read.js'
import type { Schema } from '../../../src/model/schema.js'
import { lineOf } from '../endpoint-lines.js'

const opened = openProject(fileURLToPath(new URL('fixtures/app', import.meta.url)))
if (!opened.ok) throw new Error(opened.error.message)
const code = readCode(opened.value)
if (!code.ok) throw new Error(code.error.message)
const { endpoints, unresolved, adapters, schemas } = code.value

const at = (name: string) => {
  const found = endpoints.find(({ method, path }) => `${method} ${path}` === name)
  if (!found) throw new Error(`${name} was not read`)
  return found
}
const resolved = (schema: Schema | undefined) => (schema?.ref === undefined ? schema : schemas[schema.ref])
const sent = (name: string, status: string) => at(name).responses.find((one) => one.status === status)

/** Written by hand: the framework's own answers stand in brackets, what may be left out has a question mark. */
const written = `
GET /v1/pets | header:X-Trace? query:page? query:q? | - | 200 (422) (500) | open
GET /v1/pets/filtered | query:kind query:limit? | - | 200 401 403 (422) (500) | guarded
GET /v1/pets/{petId} | path:petId | - | 200 401 403 404 (422) (500) | guarded
POST /v1/pets | - | application/json! | 201 401 403 (422) (500) | guarded
PUT /v1/pets/{petId}/name | path:petId query:force | application/json! | 200 202 401 403 (422) (500) | guarded
DELETE /v1/pets/{petId} | path:petId | - | 204 401 403 404 (422) (500) | guarded
POST /v1/pets/{petId}/photo | header:x-hurry path:petId | multipart/form-data | 200 401 403 (422) 429 (500) | guarded
GET /v1/pets/hidden | - | - | 200 401 403 (500) | guarded
GET /v1/pets/maybe | - | - | 200 204 401 403 (500) | guarded
GET /v1/shelters | header:x-hurry | - | 200 (409) 429 (500) | open
GET /v1/shelters/search | header:x-hurry query:day? query:full? query:name? query:order? query:page query:size? query:tags? | - | 200 206 (409) (422) 429 (500) | open
GET /v1/shelters/queried | header:x-hurry query:limit? query:since? query:size query:tags? | - | 200 (409) (422) 429 (500) | open
GET /v1/shelters/traced | header:X-Trace header:host? header:x-hurry | - | 200 (409) (422) 429 (500) | open
GET /v1/shelters/stream | header:x-hurry | - | 200 (409) 429 (500) | open
GET /v1/shelters/page | header:x-hurry | - | 200 (409) 429 (500) | open
GET /v1/shelters/direct | header:x-hurry | - | 203 (409) 429 (500) | open
GET /v1/shelters/asserted | header:x-hurry | - | 203 (409) 429 (500) | open
GET /v1/shelters/prop | header:x-hurry | - | 200 (409) 429 (500) | open
GET /v1/shelters/fails | header:x-hurry query:refuses? | - | 409 (422) 429 500 | open
GET /v1/shelters/admin | header:x-hurry | - | 200 401 403 (409) 429 (500) | guarded
GET /v1/shelters/either | header:x-hurry | - | 200 401 (409) 429 (500) | guarded
GET /v1/shelters/both | header:x-hurry | - | 200 401 403 (409) 429 (500) | guarded
GET /v1/shelters/slow | header:x-hurry | - | 200 (409) 429 (500) | open
GET /v1/shelters/nothing | header:x-hurry query:some? | - | 200 204 (409) (422) 429 (500) | open
GET /v1/shelters/inferred | header:x-hurry | - | 200 (409) 429 (500) | open
GET /v1/shelters/{id}/gone | header:x-hurry path:id | - | 200 404 (409) 410 (422) 429 (500) | open
POST /v1/shelters/stays | header:x-hurry | application/json! | 202 (409) (422) 429 (500) | open
POST /v1/shelters/cages | header:x-hurry | application/json! | 201 (409) (422) 429 (500) | open
POST /v1/shelters/animals | header:x-hurry | application/json! | 200 (409) (422) 429 (500) | open
POST /v1/shelters/several | header:x-hurry | application/json! | 200 (409) (422) 429 (500) | open
POST /v1/shelters/maybe | header:x-hurry | application/json | 200 (409) (422) 429 (500) | open
POST /v1/shelters/{id}/papers | header:x-hurry path:id | multipart/form-data | 200 (409) (422) 429 (500) | open
PATCH /v1/shelters/{id} | header:x-hurry path:id | application/json! | 204 (409) (422) 429 (500) | open
DELETE /v1/shelters/{id} | header:x-hurry path:id | - | 200 (409) (422) 429 (500) | open
HEAD /v1/shelters/{id} | header:x-hurry path:id | - | 204 (409) (422) 429 (500) | open
OPTIONS /v1/shelters/hints | header:x-hurry | - | 204 (409) 429 (500) | open
GET /v1 | - | - | 200 (500) | open
GET /v1/slashed | - | - | 200 (500) | open
`

describe('tsoa', () => {
  it.each(written.trim().split('\n'))('serves %s', (line) => {
    expect(lineOf(at(line.split(' | ')[0] ?? ''))).toBe(line)
  })

  it('tells each route once, though the file that it writes registers them again', () => {
    expect(endpoints).toHaveLength(written.trim().split('\n').length)
    expect(adapters).toEqual(['tsoa'])
    expect(unresolved).toEqual([])
  })

  it('marks what @Deprecated marks', () => {
    expect(endpoints.filter(({ deprecated }) => deprecated).map(({ path }) => path)).toEqual(['/v1/pets/hidden'])
  })

  it('marks what @Hidden keeps out of documents', () => {
    expect(endpoints.filter(({ hidden }) => hidden).map(({ path }) => path)).toEqual([
      '/v1/pets/hidden',
      '/v1',
      '/v1/slashed',
    ])
  })

  it('names the schemes of @Security', () => {
    expect(at('GET /v1/pets/maybe').security).toMatchObject({ schemes: ['jwt'] })
  })
})

describe('a parameter', () => {
  const parameter = (name: string, wanted: string) => at(name).parameters.find((one) => one.name === wanted)?.schema

  it('is checked by its type and the tags of the method', () => {
    expect(parameter('GET /v1/pets', 'page')).toMatchObject({ type: ['integer'], minimum: 1 })
    expect(parameter('GET /v1/pets', 'q')).toMatchObject({ type: ['string'], pattern: '^[a-z]+$' })
    expect(parameter('GET /v1/pets/{petId}', 'petId')).toMatchObject({ type: ['number'] })
  })

  it('may come as one of an object', () => {
    expect(parameter('GET /v1/pets/filtered', 'kind')).toMatchObject({ enum: ['cat', 'dog'] })
  })
})

describe('a body', () => {
  const body = (name: string) => resolved(at(name).body?.contents[0]?.schema)

  it('is checked by its type and the tags of its properties, so that nothing of it is left open', () => {
    const { name, legs, kind, tag } = body('POST /v1/pets')?.properties ?? {}
    expect(name).toMatchObject({ type: ['string'], minLength: 2, maxLength: 40 })
    expect(legs?.anyOf?.[0]).toEqual({ type: ['integer'] })
    expect(kind).toMatchObject({ enum: ['cat', 'dog'] })
    expect([name, legs, kind, tag].map((one) => one?.inexact)).toEqual([undefined, undefined, undefined, undefined])
    expect(body('POST /v1/pets')?.required).toEqual(['name', 'legs', 'kind'])
  })

  it('has the properties and files that are taken one by one', () => {
    expect(body('PUT /v1/pets/{petId}/name')).toMatchObject({ properties: { name: {} }, required: ['name'] })
    expect(Object.keys(body('POST /v1/pets/{petId}/photo')?.properties ?? {}).sort()).toEqual(['photo', 'title'])
  })
})

describe('an answer', () => {
  it('is what the method returns', () => {
    expect(resolved(sent('POST /v1/pets', '201')?.contents[0]?.schema)).toMatchObject({
      properties: { id: {}, name: {} },
    })
  })

  it('is what a responder is called with', () => {
    expect(sent('GET /v1/pets/{petId}', '404')?.contents[0]?.schema).toMatchObject({ properties: { reason: {} } })
  })

  it('has the headers that the method sets', () => {
    expect(sent('GET /v1/pets/{petId}', '200')?.headers.map(({ name }) => name)).toEqual(['ETag'])
  })

  it('to an error is what the handler of the application writes', () => {
    expect(sent('DELETE /v1/pets/{petId}', '404')?.contents[0]?.schema).toMatchObject({ properties: { missing: {} } })
  })

  it('has no body where nothing is returned', () => {
    expect(sent('DELETE /v1/pets/{petId}', '204')?.contents).toEqual([])
    expect(sent('GET /v1/pets/maybe', '204')?.contents).toEqual([])
  })
})
