import { describe, expect, it } from 'vitest'
import type { DocumentContract } from '../../src/model/contract.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import { says, withoutPlaces } from './project.js'

const info = 'info: { title: t, version: "1" }'

async function document(version: string, body: string): Promise<DocumentContract> {
  const head = version === '2.0' ? 'swagger: "2.0"' : `openapi: ${version}`
  return withoutPlaces(await says(`${head}\n${info}\n${body}`))
}

async function operation(version: string, body: string, others = ''): Promise<Endpoint> {
  const { endpoints } = await document(version, `paths:\n  /a/{id}:\n    post: ${body}\n${others}`)
  const [endpoint] = endpoints
  if (endpoint === undefined) throw new Error('no endpoint')
  return endpoint
}

const string = { type: ['string'] }

describe('operations', () => {
  it('are all methods of all paths, words and extensions aside', async () => {
    const responses = '{ responses: { 200: { description: d } } }'
    const { endpoints } = await document(
      '3.0.3',
      `paths:\n  /a:\n    summary: s\n    get: ${responses}\n    delete: ${responses}\n    x-a: {}\n  x-b: { get: {} }\n  /b: { trace: ${responses} }`,
    )
    expect(endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /a', 'DELETE /a', 'TRACE /b'])
  })

  it('of 3.2 may be QUERY, and those of other methods are said to be left out', async () => {
    const { endpoints, unresolved, dialect } = await document(
      '3.2.0',
      'paths: { /a: { query: { responses: {} }, additionalOperations: { LINK: { responses: {} } } } }',
    )
    expect([dialect, endpoints.map(({ method }) => method)]).toEqual(['openapi-3.2', ['QUERY']])
    expect(unresolved).toEqual([{ reason: 'operations with the method LINK are not compared', path: '/a' }])
  })

  it.each([
    ['summary: s, responses: { 200: { description: d } }', true],
    ['summary: s, tags: [t]', true],
    ['responses: { 204: { description: d } }', undefined],
    ['responses: { 200: { description: d, content: { text/plain: {} } } }', undefined],
    ['parameters: [{ name: id, in: path, required: true, schema: {} }]', undefined],
    ['requestBody: { content: {} }', undefined],
  ])('{ %s } is a sketch: %s', async (body, sketch) => {
    expect((await operation('3.0.3', `{ ${body} }`)).sketch).toBe(sketch)
  })
})

describe('parameters', () => {
  it('of the path are those of each operation, unless the operation has its own of that name and place', async () => {
    const { endpoints } = await document(
      '3.0.3',
      `paths:
  /a/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
      - { name: X-Token, in: header, schema: { type: string } }
      - { $ref: '#/components/parameters/Page' }
    get:
      parameters: [{ name: x-token, in: header, required: true, deprecated: true, schema: { type: string } }]
      responses: {}
components: { parameters: { Page: { name: page, in: query, schema: { type: integer } } } }`,
    )
    expect(endpoints[0]?.parameters).toEqual([
      { name: 'id', in: 'path', required: true, schema: string },
      { name: 'x-token', in: 'header', required: true, deprecated: true, schema: string },
      { name: 'page', in: 'query', required: false, schema: { type: ['integer'] } },
    ])
  })

  it('of 2.0 carry their type themselves', async () => {
    const body =
      '{ parameters: [{ name: q, in: query, required: true, type: array, items: { type: string }, collectionFormat: csv }] }'
    expect((await operation('2.0', body)).parameters).toEqual([
      { name: 'q', in: 'query', required: true, schema: { type: ['array'], items: string } },
    ])
  })

  it('written as some media type are texts of which more is not known', async () => {
    const body = '{ parameters: [{ name: q, in: query, content: { application/json: { schema: { type: object } } } }] }'
    expect((await operation('3.0.3', body)).parameters[0]?.schema).toEqual({
      type: ['string'],
      contentMediaType: 'application/json',
      inexact: 'the value is written as application/json',
    })
  })

  it('that cannot be followed leave a gap in every place they may belong to', async () => {
    const { gaps } = await operation('3.0.3', '{ parameters: [{ $ref: "#/nowhere" }] }')
    expect(gaps).toEqual(
      ['path', 'query', 'header', 'cookie'].map((about) => ({ about, reason: '$ref "#/nowhere" leads nowhere' })),
    )
  })
})

describe('bodies', () => {
  it('have one content for each media type', async () => {
    const schema = '{ schema: { type: string } }'
    const body = `{ requestBody: { required: true, content: { application/json: ${schema}, text/plain: ${schema} } } }`
    expect((await operation('3.0.3', body)).body).toEqual({
      required: true,
      contents: [
        { mediaType: 'application/json', schema: string },
        { mediaType: 'text/plain', schema: string },
      ],
    })
  })

  it('of 2.0 come in what the operation, else the document consumes', async () => {
    const body = '{ parameters: [{ name: b, in: body, schema: { type: string } }] }'
    expect((await operation('2.0', body, 'consumes: [application/json, application/xml]')).body).toEqual({
      required: false,
      contents: [
        { mediaType: 'application/json', schema: string },
        { mediaType: 'application/xml', schema: string },
      ],
    })
  })

  it('of 2.0 are put together from form fields', async () => {
    const fields = '[{ name: f, in: formData, type: file, required: true }, { name: t, in: formData, type: string }]'
    expect((await operation('2.0', `{ parameters: ${fields} }`)).body).toEqual({
      required: true,
      contents: [
        {
          mediaType: 'multipart/form-data',
          schema: {
            type: ['object'],
            properties: { f: { type: ['string'], format: 'binary' }, t: string },
            required: ['f'],
          },
        },
      ],
    })
  })
})

describe('responses', () => {
  it('have a status of any form, headers and contents', async () => {
    const body = `{ responses: {
      200: { description: d, headers: { X-A: { required: true, schema: { type: string } }, content-type: {} }, content: { application/json: { schema: { type: string } } } },
      4xx: { $ref: '#/components/responses/Bad' }, default: { description: d }, x-a: {} } }`
    const others = 'components: { responses: { Bad: { description: d, content: { text/plain: {} } } } }'
    expect((await operation('3.0.3', body, others)).responses).toEqual([
      {
        status: '200',
        contents: [{ mediaType: 'application/json', schema: string }],
        headers: [{ name: 'X-A', required: true, schema: string }],
      },
      {
        status: '4XX',
        contents: [{ mediaType: 'text/plain', schema: { inexact: 'the document gives no schema' } }],
        headers: [],
      },
      { status: 'default', contents: [], headers: [] },
    ])
  })

  it('of 2.0 come in what the operation produces', async () => {
    const body =
      '{ produces: [text/plain], responses: { 200: { description: d, schema: { type: string }, headers: { X-A: { type: string } } } } }'
    expect((await operation('2.0', body, 'produces: [application/json]')).responses).toEqual([
      {
        status: '200',
        contents: [{ mediaType: 'text/plain', schema: string }],
        headers: [{ name: 'X-A', required: false, schema: string }],
      },
    ])
  })
})

describe('security', () => {
  const whole = 'security: [{ token: [] }]'
  it.each([
    ['{}', '', { kind: 'open' }],
    ['{}', whole, { kind: 'guarded', schemes: ['token'] }],
    ['{ security: [] }', whole, { kind: 'open' }],
    ['{ security: [{}] }', whole, { kind: 'open' }],
    ['{ security: [{}, { key: [] }] }', whole, { kind: 'optional', schemes: ['key'] }],
    [
      '{ security: [{ token: [] }] }',
      'components: { securitySchemes: { token: { type: apiKey, in: header, name: X-Key }, other: { type: apiKey, in: query, name: key } } }',
      { kind: 'guarded', schemes: ['token'], carriers: ['X-Key'] },
    ],
    ['{ security: [{ a: [], b: [] }, { c: [x] }] }', '', { kind: 'guarded', schemes: ['a', 'b', 'c'] }],
  ])('of an operation %s in a document with %j', async (body, others, expected) => {
    expect((await operation('3.0.3', body, others)).security).toEqual(expected)
  })

  it('of a scheme that is described nowhere may travel in any header or cookie', async () => {
    const secured = '{ security: [{ session: [] }], responses: { 200: { description: d } } }'
    const abouts = async (schemes: string) =>
      (await operation('3.0.3', secured, schemes)).gaps.map(({ about, reason }) => `${about}: ${reason}`)
    const reason = 'the document describes no security scheme "session"'
    expect(await abouts('')).toEqual([`header: ${reason}`, `cookie: ${reason}`])
    expect(await abouts('components: { securitySchemes: { session: { type: http, scheme: bearer } } }')).toEqual([])
  })
})

describe('prefixes', () => {
  it.each([
    ['3.0.3', '', ['']],
    ['3.0.3', 'servers: [{ url: https://a.example }]', ['']],
    ['3.0.3', 'servers: [{ url: https://a.example/v1/ }, { url: /v1 }, { url: api }]', ['/v1', '/api']],
    [
      '3.0.3',
      'servers: [{ url: "{scheme}://h/{base}", variables: { scheme: { default: https }, base: { default: v2 } } }]',
      ['/v2'],
    ],
    ['2.0', 'basePath: /api/', ['/api']],
    ['2.0', 'host: a.example', ['']],
  ])('%s %s', async (version, others, expected) => {
    expect((await document(version, `paths: {}\n${others}`)).prefixes).toEqual(expected)
  })

  it('also come from the servers of a path or an operation', async () => {
    const body = 'paths: { /a: { servers: [{ url: /p }], get: { servers: [{ url: /o }], responses: {} } } }'
    expect((await document('3.0.3', body)).prefixes).toEqual(['', '/p', '/o'])
  })
})
