import { describe, expect, it } from 'vitest'
import { readFixture, summary } from './fixture.js'

const { endpoints, unresolved } = readFixture('app')
const named = ({ method, path }: (typeof endpoints)[number]) => `${method} ${path.replace('/shop/api', '')}`
const endpoint = (name: string) => endpoints.find((each) => named(each) === name)

/** Written by hand from what the files of the fixture say: `[what it answers, what it reads, who may ask]`. */
const expected: Readonly<Record<string, readonly [string, string, string]>> = {
  'GET /pets': ['200 json', 'query page, query tag', 'open'],
  'POST /pets': ['201 json, 400 json', 'body json', 'open'],
  'GET /pets/{id}': ['200 json, 404', 'path id', 'open'],
  'PUT /pets/{id}': ['200 json, 404 json', 'path id, body json', 'open'],
  'PATCH /pets/{id}': ['200 json, 404 json', 'path id, body json', 'open'],
  'DELETE /pets/{id}': ['204, 401 json', 'path id', 'guarded'],
  'GET /reports/{*slug}': ['200 text/csv, 307', 'path slug, query old', 'unknown'],
  'GET /files': ['400 json', '', 'open'],
  'GET /files/{*path}': ['200 json', 'path path', 'open'],
  'POST /files': ['200 json', 'body multipart/form-data', 'open'],
  'POST /files/{*path}': ['200 json', 'path path, body multipart/form-data', 'open'],
  'GET /widgets': ['200 json', 'header x-trace, cookie theme', 'open'],
  'GET /_underscore': ['308', '', 'open'],
  'HEAD /_underscore': ['200', '', 'open'],
  'POST /orders/{id}/items': ['201 json, 401 json, 422 json', 'path id, cookie token, body json', 'guarded'],
  'GET /orders/{id}/items': ['200 json, 401 json, 404 json, 500 json', 'path id, cookie token', 'guarded'],
  'ALL /health': ['200 json', '', 'open'],
  'GET /shops': ['200 json', 'query city', 'open'],
  'POST /shops': ['201 json, 400 json', 'body json', 'open'],
  'GET /shops/{shopId}': ['307, 401 json, 404 json', 'path shopId, cookie token', 'guarded'],
  'DELETE /shops/{shopId}': ['204, 401 json', 'path shopId, cookie token', 'guarded'],
  'POST /login': ['200 json, 401 json', 'body json', 'unknown'],
  'GET /table': ['200 json', '', 'open'],
  'POST /table': ['201', 'body json', 'open'],
  'GET /gated': ['200 json', '', 'open'],
  'GET /lookup': ['200 json', '', 'open'],
  'DELETE /lookup': ['204', '', 'open'],
  'GET /chosen': ['200 json', '', 'open'],
  'ALL /given': ['405', '', 'unknown'],
}

describe('the endpoints of a Next application', () => {
  it('are what its folders, its exports and its methods say, and no others', () => {
    expect(endpoints.map(named).sort()).toEqual(Object.keys(expected).sort())
    expect(unresolved).toEqual([])
  })

  it.each(Object.entries(expected))('%s', (name, [answers, reads, security]) => {
    const found = summary(endpoint(name))
    expect([found?.answers.join(', '), found?.reads.join(', '), found?.security]).toEqual([answers, reads, security])
  })
})

describe('a schema of a route handler', () => {
  const fields = (name: string, status: string) =>
    endpoint(name)?.responses.find((each) => each.status === status)?.contents[0]?.schema.properties

  it('is what the handler in the options of a wrapper comes to', () => {
    expect(Object.keys(fields('POST /orders/{id}/items', '201') ?? {}).sort()).toEqual(['count', 'orderId', 'sku'])
  })

  it('is what a validator in the options of a wrapper accepts', () => {
    const body = endpoint('POST /orders/{id}/items')?.body?.contents[0]?.schema
    expect(body?.required).toEqual(['sku', 'count'])
    expect(body?.properties?.sku).toMatchObject({ type: ['string'], minLength: 3 })
  })

  it('is what a helper around the answer makes of its argument', () => {
    expect(Object.keys(fields('PUT /pets/{id}', '200') ?? {})).toEqual(['data'])
  })
})

describe('a handler that looks its own function up by the method', () => {
  it('says that its answers are not all known where nobody can tell what the functions are', () => {
    expect(endpoint('ALL /given')?.gaps.map(({ about }) => about)).toContain('status')
  })
})

describe('a header of a route handler', () => {
  it.each([
    ['GET /pets', '200', 'X-Total'],
    ['POST /pets', '201', 'Location'],
    ['GET /reports/{*slug}', '307', 'Location'],
  ])('of %s is found', (name, status, header) => {
    const response = endpoint(name)?.responses.find((each) => each.status === status)
    expect(response?.headers.map((each) => each.name)).toEqual([header])
  })
})
