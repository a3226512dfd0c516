import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { routingControllers } from '../../../src/code/adapters/routing-controllers/adapter.js'
import { openProject } from '../../../src/code/program/open.js'
import type { Schema } from '../../../src/model/schema.js'
import { lineOf } from '../endpoint-lines.js'

const opened = openProject(fileURLToPath(new URL('fixtures/app', import.meta.url)))
if (!opened.ok) throw new Error(opened.error.message)
const { endpoints, unresolved } = routingControllers.read(opened.value)
const { schemas } = opened.value.types

const at = (name: string) => {
  const found = endpoints.find(({ method, path }) => `${method} ${path}` === name)
  if (!found) throw new Error(`${name} was not read`)
  return found
}
const resolved = (schema: Schema | undefined) => (schema?.ref === undefined ? schema : schemas[schema.ref])
const sent = (name: string, status: string) => at(name).responses.find((one) => one.status === status)?.contents ?? []

/** Written by hand: the framework's own answers stand in brackets, what may be left out has a question mark. */
const written = `
GET /api/books | cookie:theme? header:X-Trace? header:x-blocked header:x-tenant query:order query:page? | - | 200 (400) 451 (500) 503 | open
GET /api/books/search | header:x-blocked query:page? query:q | - | 200 (400) 451 (500) 503 | open
GET /api/books/{id} | header:x-blocked path:id | - | 200 204 (400) 451 (500) 503 | open
GET /api/books/isbn/{isbn} | header:x-blocked path:isbn | - | 200 404 451 (500) 503 | open
GET /api/books/last | header:x-blocked | - | 200 410 451 (500) 503 | open
POST /api/books | header:x-blocked | application/json! | 201 (400) 418 451 (500) 503 | open
POST /api/books/import | header:x-blocked | application/json | 200 (400) 451 (500) 503 | open
PUT /api/books/{id} | header:x-blocked path:id | application/json! | 200 (400) (401) 404 451 (500) 503 | guarded
PATCH /api/books/{id}/cover | header:x-blocked path:id | multipart/form-data | 204 (400) (401) (403) 451 (500) 503 | guarded
DELETE /api/books/{id} | header:x-blocked path:id | - | 204 404 410 451 (500) 503 | open
HEAD /api/books/{id}/exists | header:x-blocked path:id | - | 200 451 (500) 503 | open
OPTIONS /api/books/hints | header:x-blocked | - | 200 451 (500) 503 | open
ALL /api/books/any | header:x-blocked | - | 200 451 (500) 503 | open
GET /api/books/own | header:x-blocked query:wanted | - | 202 429 451 (500) 503 | open
GET /api/books/{id}/history | header:x-blocked path:id | - | 200 451 (500) 503 | open
GET /api/copies/{id} | header:x-blocked path:id | - | 200 451 (500) 503 | open
GET /api/copies | header:x-blocked | - | 200 (400) 451 (500) 503 | open
POST /api/copies | header:x-blocked | - | 200 451 (500) 503 | open
GET /api/pages/feed | header:x-blocked | - | 200 451 (500) 503 | open
GET /api/pages/data | header:x-blocked | - | 200 451 (500) 503 | open
GET /api/pages/old | header:x-blocked | - | 302 451 (500) 503 | open
GET /api/pages/new | header:x-blocked | - | 200 451 (500) 503 | open
GET /api/wrapped | header:x-blocked | - | 200 451 (500) 503 | open
GET /api/wrapped/me | header:x-blocked | - | 200 (401) 451 (500) 503 | guarded
GET /api/wrapped/maybe | header:x-blocked | - | 200 451 (500) 503 | optional
GET /api/editions/newest | header:x-blocked | - | 200 451 (500) 503 | open
GET /api/editions/latest | header:x-blocked | - | 200 451 (500) 503 | open
PATCH /api/editions/{id} | header:x-blocked path:id | application/json | 200 (400) 451 (500) 503 | open
PUT /api/editions/{id}/title | header:x-blocked path:id | application/json! | 200 (400) 451 (500) 503 | open
PUT /api/editions/{id}/rest | header:x-blocked path:id | application/json! | 200 (400) 451 (500) 503 | open
POST /api/editions | header:x-blocked | application/json! | 200 (400) 451 (500) 503 | open
POST /api/editions/unchecked | header:x-blocked | application/json | 200 (400) 451 (500) 503 | open
POST /api/editions/partly | header:x-blocked | application/json | 200 (400) 451 (500) 503 | open
GET /api/editions/of/{edition} | header:x-blocked path:edition | - | 200 (400) 451 (500) 503 | open
GET /api/editions/agent | cookie:seen? header:user-agent header:x-blocked | - | 200 (400) 451 (500) 503 | open
GET /api/editions/tagged | header:x-blocked query:since? query:tags? | - | 200 (400) 451 (500) 503 | open
GET /api/editions/lost | header:x-blocked | - | 404 451 (500) 503 | open
GET /api/editions/moved/{id} | header:x-blocked path:id | - | 302 451 (500) 503 | open
POST /api/editions/scans | header:x-blocked | multipart/form-data | 200 (400) 451 (500) 503 | open
GET /api/shelves/{shelf}/editions | header:x-blocked path:shelf | - | 200 (403) 451 (500) 503 | guarded
DELETE /api/shelves/{shelf} | header:x-blocked path:shelf | - | 204 (403) 451 (500) 503 | guarded
`

describe('routing-controllers', () => {
  it.each(written.trim().split('\n'))('serves %s', (line) => {
    expect(lineOf(at(line.split(' | ')[0] ?? ''))).toBe(line)
  })

  it('serves nothing else: a controller that no server lists is not there', () => {
    expect(endpoints).toHaveLength(written.trim().split('\n').length)
  })

  it('says which path it cannot write as a template', () => {
    expect(unresolved.map(({ reason }) => reason)).toEqual(['the path /copies\\/(a|b)/ is a regular expression'])
  })

  it('marks what JSDoc calls deprecated', () => {
    expect(endpoints.filter(({ deprecated }) => deprecated).map(({ path }) => path)).toEqual([
      '/api/copies/{id}',
      '/api/copies',
    ])
  })
})

describe('a decorator of the project that replaces the method', () => {
  it('leaves unknown what the method answers', () => {
    const reasons = (name: string) => at(name).gaps.map(({ reason }) => reason)
    expect(reasons('GET /api/wrapped').join()).toContain('`Cached(10)` replaces the method')
    expect(reasons('GET /api/wrapped/me').join()).not.toContain('replaces')
  })
})

describe('a parameter', () => {
  const parameter = (name: string, wanted: string) => at(name).parameters.find((one) => one.name === wanted)?.schema

  it('that is declared a number is refused where it is none, and keeps the pattern of its path', () => {
    expect(parameter('GET /api/books/{id}', 'id')).toMatchObject({ type: ['number'], pattern: '\\d+' })
  })

  it('that is declared with texts has them, though nothing checks them', () => {
    expect(parameter('GET /api/books', 'order')).toMatchObject({ enum: ['up', 'down'], inexact: expect.anything() })
  })

  it('of a class is what its validators take', () => {
    expect(parameter('GET /api/books/search', 'q')).toMatchObject({ type: ['string'] })
  })
})

describe('a body', () => {
  const body = (name: string) => resolved(at(name).body?.contents[0]?.schema)

  it('is what the validators of its class take, without what the whitelist drops', () => {
    expect(body('POST /api/books')).toMatchObject({
      properties: {
        title: { type: ['string'], minLength: 1, maxLength: 80 },
        year: { type: ['integer'], minimum: 1450 },
        // class-validator looks into a nested value only where there is one.
        author: {
          anyOf: [
            { properties: { mail: { format: 'email' } }, required: ['name', 'mail'] },
            // It takes a list for objects one by one.
            { type: ['array'], implied: true },
            { type: ['null'], implied: true },
          ],
        },
      },
      required: ['title', 'year'],
    })
    expect(Object.keys(body('POST /api/books')?.properties ?? {})).toEqual(['title', 'year', 'form', 'author'])
  })

  it('may be a list of a class, which the framework takes unchecked', () => {
    expect(body('POST /api/books/import')).toMatchObject({ type: ['array'], items: { ref: 'NewBook' } })
    expect(at('POST /api/books/import').body?.contents[0]?.declared).toBe(true)
  })

  it.each([
    ['PATCH /api/editions/{id}', ['title', 'year', 'form', 'author'], []],
    ['PUT /api/editions/{id}/title', ['title'], ['title']],
    ['PUT /api/editions/{id}/rest', ['year', 'form'], ['year']],
    ['POST /api/editions', ['title', 'name', 'mail'], ['title', 'name', 'mail']],
  ])('of %s has what the mapped type leaves of the class', (name, properties, required) => {
    expect(Object.keys(body(name)?.properties ?? {})).toEqual(properties)
    expect(body(name)?.required).toEqual(required)
  })

  it('is what its type says where nothing checks it', () => {
    expect(at('POST /api/editions/unchecked').body?.contents[0]?.declared).toBe(true)
  })

  it('needs nothing where its own validation skips what is missing', () => {
    expect(body('POST /api/editions/partly')?.required).toEqual([])
  })

  it('has the fields that are taken one by one, and the files', () => {
    expect(body('PUT /api/books/{id}')).toMatchObject({ properties: { title: {} }, required: ['title'] })
    expect(Object.keys(body('PATCH /api/books/{id}/cover')?.properties ?? {})).toEqual(['cover'])
  })
})

describe('an answer', () => {
  it('is what class-transformer makes of it', () => {
    const book = resolved(sent('GET /api/books/{id}', '200')[0]?.schema)
    expect(Object.keys(book?.properties ?? {})).toEqual(['id', 'title', 'printed'])
  })

  it('stands in what an interceptor puts around it', () => {
    expect(sent('GET /api/wrapped', '200')[0]?.schema).toMatchObject({
      properties: { data: { properties: { value: {} } }, version: { enum: [2] } },
      required: ['data', 'version'],
    })
  })

  it('goes through interceptors from the last decorator to the first', () => {
    expect(sent('GET /api/shelves/{shelf}/editions', '200')[0]?.schema).toEqual({
      inexact: 'an interceptor spreads the value',
    })
  })

  it('of null is written out, where the status has a body', () => {
    expect(sent('GET /api/books/last', '410')[0]).toMatchObject({
      mediaType: 'application/json',
      schema: { enum: [null] },
    })
  })

  it('of an error is what the error middleware writes', () => {
    expect(sent('POST /api/books', '418')[0]?.schema).toMatchObject({ properties: { fault: { type: ['string'] } } })
  })

  it.each([
    ['GET /api/copies/{id}', 'text/html'],
    ['POST /api/copies', 'application/json'],
    ['GET /api/pages/feed', 'application/rss+xml'],
    ['GET /api/pages/data', 'application/json'],
    ['GET /api/pages/new', 'text/html'],
    ['GET /api/books', 'application/json'],
  ])('of %s travels as %s', (name, mediaType) => {
    expect(sent(name, '200').map((content) => content.mediaType)).toEqual([mediaType])
  })

  it('carries the headers of its decorators', () => {
    const headers = (name: string) => at(name).responses[0]?.headers.map((header) => header.name)
    expect(headers('GET /api/pages/feed')).toEqual(['X-Feed'])
    expect(headers('GET /api/pages/new')).toEqual(['Location'])
  })
})
