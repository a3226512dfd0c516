import { describe, expect, it } from 'vitest'
import { readFixture, summary } from './fixture.js'

const { endpoints } = readFixture('app')
const at = (name: string) => {
  const [method, path] = name.split(' ')
  const found = endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)
  if (found === undefined) throw new Error(`${name} was not found`)
  return found
}
const bodyOf = (name: string) => at(name).body?.contents[0]

describe('what a handler answers', () => {
  it.each([
    ['a returned value', 'GET /answers/returned', ['200 application/json']],
    ['a sent value', 'GET /answers/sent', ['200 application/json']],
    ['a status by code()', 'POST /answers/code', ['201 application/json']],
    ['a status before a returned value', 'POST /answers/then-return', ['202 application/json']],
    ['a status by assignment', 'PUT /answers/property', ['203 application/json']],
    ['a string', 'GET /answers/text', ['200 text/plain']],
    ['a media type', 'GET /answers/typed', ['200 text/html']],
    ['a redirect', 'GET /answers/redirect', ['302']],
    ['a redirect with a status', 'GET /answers/moved', ['301']],
    ['a thrown error with a status', 'GET /answers/thrown', ['404 application/json']],
    ['an error of @fastify/error', 'GET /answers/coded', ['410 application/json']],
    ['an error of @fastify/sensible', 'GET /answers/sensible', ['200 application/json', '409 application/json']],
    ['a declared range beside a sent status', 'GET /answers/listed', ['200 application/json', '4XX application/json']],
    ['a declared null', 'DELETE /answers/nothing', ['204']],
    ['a status within a declared range', 'GET /answers/ranged', ['206 application/json']],
    ['several declared media types', 'GET /answers/content', ['200 application/json application/xml']],
  ])('%s', (_, name, answers) => {
    expect(summary(at(name))?.answers).toEqual(answers)
  })

  it('is what the response schema lists, not what the handler returns', () => {
    const schema = at('GET /answers/listed').responses[0]?.contents[0]?.schema

    expect(Object.keys(schema?.properties ?? {})).toEqual(['id', 'note'])
  })

  it('always has a field whose schema has a default', () => {
    expect(at('GET /answers/listed').responses[0]?.contents[0]?.schema.required).toEqual(['id', 'note'])
  })

  it('has the headers that the handler sets', () => {
    expect(at('GET /answers/header').responses[0]?.headers.map(({ name }) => name)).toEqual(['x-total'])
  })

  it('may be deprecated', () => {
    expect(at('GET /answers/old').deprecated).toBe(true)
  })
})

describe('a hook that gets the payload', () => {
  const sent = (name: string) => at(name).responses.find(({ status }) => status === '200')?.contents[0]?.schema

  it.each([
    ['GET /payloads/wrapped', 'preSerialization'],
    ['GET /payloads/sent', 'onSend'],
  ])('may put something else in the place of what %s answers', (name, hook) => {
    expect(sent(name)).toEqual({ inexact: `a hook on \`${hook}\` may send something else` })
  })

  it('runs before what a response schema lists is picked', () => {
    expect(Object.keys(sent('GET /payloads/wrapped/listed')?.properties ?? {})).toEqual(['id'])
  })

  it('has no say in files, whose bytes a listed text only describes', () => {
    expect(at('GET /payloads/file').responses[0]?.contents[0]?.mediaType).toBe('*/*')
  })

  it('changes nothing where it hands the payload on', () => {
    expect(Object.keys(sent('GET /payloads/kept')?.properties ?? {})).toEqual(['plain'])
  })
})

describe('a method that the project puts on its replies', () => {
  it('answers in a way that is not known, beside what the handler sends itself', () => {
    const { responses, gaps } = at('GET /payloads/made')

    expect(responses.map(({ status }) => status)).toEqual(['404'])
    expect(gaps.filter(({ about, statuses }) => about === 'status' && statuses === undefined)).toHaveLength(1)
  })
})

describe('who may ask', () => {
  it.each([
    ['no hook', 'GET /guarded/open', 'open', ['200']],
    ['a decorator as a hook', 'GET /guarded/one', 'guarded', ['200', '401']],
    ['a hook that verifies a token', 'GET /guarded/token', 'guarded', ['200', '401']],
    ['a list of hooks, one of them made by a decorator', 'GET /guarded/list', 'guarded', ['200', '401', '403']],
    ['one of two, and one asks nothing', 'GET /guarded/either', 'optional', ['200', '401']],
    ['both of two', 'GET /guarded/both', 'guarded', ['200', '401']],
    ['a hook that only makes a function that would verify', 'GET /payloads/anyone', 'unknown', ['200']],
    ['a hook that hands the reply to a method of the project', 'GET /payloads/own', 'unknown', ['200']],
    ['a hook of the plugin', 'GET /guarded/inside', 'guarded', ['200', '401']],
    ['a hook of the folder', 'GET /auto/hooked/deep/thing', 'guarded', ['200', '401']],
  ])('%s', (_, name, security, statuses) => {
    expect(at(name).security.kind).toBe(security)
    expect(at(name).responses.map(({ status }) => status)).toEqual(statuses)
  })
})

describe('a hook that looks where the request was sent', () => {
  it.each([
    ['a set of paths', 'GET /guarded/exempt/health', ['200'], []],
    ['the end of the url', 'GET /guarded/exempt/style.css', ['200'], []],
    ['a pattern', 'GET /guarded/exempt/robots.txt', ['200'], []],
    ['a list of prefixes', 'GET /guarded/exempt/docs', ['200'], []],
    ['a longer path that only begins alike', 'GET /guarded/exempt/docsets', ['200', '401'], ['header x-token']],
    ['a prefix before a parameter', 'GET /guarded/exempt/share/{id}', ['200'], []],
    ['a method and a prefix', 'GET /guarded/exempt/pets/{id}', ['200'], []],
    ['another method', 'PUT /guarded/exempt/pets/{id}', ['200', '401'], ['header x-token']],
    [
      'the route itself',
      'GET /guarded/exempt/internal/jobs',
      ['200', '401', '403'],
      ['header x-token', 'header x-internal'],
    ],
    ['a path that may be any of them', 'GET /guarded/exempt/{anything}', ['200', '401'], ['header x-token']],
  ])('is told by %s', (_, name, statuses, headers) => {
    expect(at(name).responses.map(({ status }) => status)).toEqual(statuses)
    expect(summary(at(name))?.parameters.filter((each) => each.startsWith('header'))).toEqual(headers)
  })
})

describe('what a request must hold', () => {
  it.each([
    ['querystring', 'GET /requests/query', ['query page!', 'query size', 'query sort']],
    ['query, its other name', 'GET /requests/aliased', ['query page!', 'query size', 'query sort']],
    ['members alone, as Fastify 4 takes them', 'GET /requests/shorthand', ['query page']],
    ['headers, in options by name', 'GET /requests/headers', ['header x-tenant!']],
    ['params of TypeBox', 'GET /requests/params/{id}', ['path id!']],
    [
      'the type argument of the registration, which nothing insists on',
      'POST /requests/generic',
      ['query dry', 'header x-trace'],
    ],
    ['what the handler reads', 'GET /requests/read', ['query q']],
  ])('%s', (_, name, parameters) => {
    expect(summary(at(name))?.parameters).toEqual(parameters)
  })

  it.each(['POST /requests/generic', 'POST /requests/annotated'])('the declared body of %s', (name) => {
    expect(bodyOf(name)?.schema.ref).toBe('NewPet')
  })

  /** What Ajv makes a text of. */
  const turned = { type: ['array', 'boolean', 'null', 'number'], implied: true }

  it('a shared schema by its id', () => {
    expect(bodyOf('POST /requests/shared')?.schema).toMatchObject({
      type: ['object'],
      required: ['name'],
      properties: {
        name: { anyOf: [{ type: ['string'] }, turned] },
        chip: { anyOf: [{ type: ['string'], pattern: '^[0-9]{15}$' }, turned] },
      },
    })
  })

  it('a part of a shared schema by its pointer', () => {
    expect(bodyOf('POST /requests/shared/part')?.schema.properties?.chip).toMatchObject({
      anyOf: [{ pattern: '^[0-9]{15}$' }, turned],
    })
  })

  it('a body of another media type', () => {
    expect(bodyOf('POST /requests/form')?.mediaType).toBe('application/x-www-form-urlencoded')
  })

  it('is refused with 400 by Fastify itself, which nobody has to document', () => {
    const { responses } = at('GET /requests/query')

    expect(responses.map(({ status, implied }) => [status, implied])).toEqual([
      ['200', undefined],
      ['400', true],
    ])
  })
})
