import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { summary } from '../fastify/fixture.js'
import { readFixture } from './fixture.js'

const { endpoints, unresolved } = readFixture('app')
const described = readFixture('described').endpoints
const detailed = ['/answers', '/inputs', '/guarded', '/thrown']

const at = (name: string) => {
  const [method, path] = name.split(' ')
  const found = [...endpoints, ...described].find((endpoint) => endpoint.method === method && endpoint.path === path)
  if (found === undefined) throw new Error(`${name} was not found`)
  return found
}
const bodyOf = (name: string) => at(name).body?.contents[0]
const hiddenOf = (name: string) =>
  at(name).gaps.flatMap((gap) => (gap.about === 'status' ? (gap.statuses ?? ['any']) : []))

describe('the routes of a Hono project', () => {
  it('are found through base paths, chains, mounts, factories, loops and functions: all of them, and no others', () => {
    const expected: string[] = JSON.parse(readFileSync('test/code/hono/fixtures/expected.json', 'utf8'))
    const found = endpoints
      .filter(({ path }) => !detailed.some((prefix) => path.startsWith(prefix)))
      .map(({ method, path }) => `${method} ${path}`)
    expect(found.sort()).toEqual(expected.sort())
  })

  it('are said to be unresolved where another framework serves them, or nothing does', () => {
    const reasons = unresolved.map(({ at: place, reason }) => `${place.file} ${reason.slice(0, 40)}`)
    expect(reasons.sort()).toEqual([
      'app.ts it is registered after its application w',
      'app.ts what another framework serves as `webhoo',
    ])
  })

  it('keep the regular expression of a parameter', () => {
    const [year] = at('GET /api/pets/by-year/{year}').parameters
    expect(year?.schema.pattern).toBe('^(?:[0-9]{4})$')
  })
})

describe('what a handler answers', () => {
  it.each([
    ['GET /answers/json', ['200 application/json']],
    ['GET /answers/status', ['200 application/json', '404 application/json']],
    ['GET /answers/chosen', ['200 application/json', '410 application/json']],
    ['POST /answers/set', ['202 application/json']],
    ['GET /answers/text', ['200 text/plain']],
    ['GET /answers/html', ['200 text/html']],
    ['GET /answers/redirect', ['302']],
    ['GET /answers/moved', ['301']],
    ['DELETE /answers/nothing', ['204']],
    ['GET /answers/bytes', ['200 text/csv']],
    ['GET /answers/missing', ['404 */*']],
    ['GET /answers/helper', ['200 application/json']],
    ['GET /answers/platform', ['203 application/json']],
    ['GET /answers/made', ['201 text/plain']],
    ['GET /answers/failed', ['409 application/json']],
    ['GET /answers/stream', ['200 */*']],
    ['GET /answers/words', ['200 text/plain']],
    ['GET /answers/events', ['200 text/event-stream']],
    ['GET /answers/held', ['200 application/json']],
    ['GET /answers/then', ['200 application/json']],
    ['GET /answers/elsewhere', []],
  ])('%s', (name, answers) => {
    expect(summary(at(name))?.answers).toEqual(answers)
  })

  it('is said to be unknown where the answer comes from elsewhere', () => {
    expect(hiddenOf('GET /answers/elsewhere')).toContain('any')
    expect(hiddenOf('GET /answers/then')).not.toContain('any')
  })

  it('carries the headers that the context is told', () => {
    expect(at('POST /answers/set').responses[0]?.headers.map(({ name }) => name)).toEqual(['X-Total'])
  })
})

describe('what a handler throws', () => {
  it.each([
    ['GET /thrown/plain/exception', ['403 text/plain']],
    ['GET /thrown/plain/subclass', ['404 text/plain']],
    ['GET /thrown/plain/error', []],
    ['GET /thrown/watched/behind', ['403 text/plain']],
    ['GET /thrown/handled/app', ['409 application/json']],
    ['GET /thrown/handled/exception', ['403 */*']],
  ])('%s', (name, answers) => {
    expect(summary(at(name))?.answers).toEqual(answers)
  })
})

describe('a header that a proxy adds', () => {
  it('is no parameter', () => {
    expect(at('GET /thrown/watched/behind').parameters).toEqual([])
  })
})

describe('a body that cannot be parsed', () => {
  it('is answered with 400 by Hono, whatever the hook of a validator answers', () => {
    expect(hiddenOf('POST /inputs/hook')).toContain('400')
  })
})

describe('a parameter of the path', () => {
  it.each(['inline', 'handed', 'whole', 'valid', 'below'])(
    'is there for every request that comes this way, whatever its type says: %s',
    (name) => {
      const { parameters, responses } = at(`GET /inputs/named/${name}/{id}`)
      expect(parameters.map((each) => [each.name, each.in])).toEqual([['id', 'path']])
      expect(responses[0]?.contents[0]?.schema.required).toContain('id')
    },
  )

  it('is there as a text that something is made of, and is not where the path has no such name', () => {
    const [answer] = at('GET /inputs/named/handed/{id}').responses
    expect(answer?.contents[0]?.schema.required).toEqual(['id', 'short'])
  })
})

describe('a form', () => {
  it('may come in either encoding, and the schema is asked about all of it', () => {
    const contents = at('POST /inputs/form').body?.contents
    expect(contents?.map(({ mediaType }) => mediaType)).toEqual([
      'multipart/form-data',
      'application/x-www-form-urlencoded',
    ])
    expect(contents?.[0]?.schema).toMatchObject({ required: ['title'] })
    expect(contents?.[0]?.schema.inexact).toBeUndefined()
  })
})

describe('a field of a form', () => {
  it('is a file, and no object, where the code reads its size', () => {
    const fields = at('POST /inputs/upload').body?.contents[0]?.schema.properties
    expect(fields?.file).toMatchObject({ inexact: 'the code takes it for a file' })
    expect(fields?.file?.type).toBeUndefined()
  })
})

describe('what a request must hold', () => {
  it.each([
    ['POST /inputs/zod', ['name', 'age'], ['name'], 'application/json'],
    ['POST /inputs/valibot', ['name'], ['name'], 'application/json'],
    ['POST /inputs/standard', ['name', 'age'], ['name'], 'application/json'],
    ['POST /inputs/form', ['title'], ['title'], 'multipart/form-data'],
    ['POST /inputs/hook', ['name', 'age'], ['name'], 'application/json'],
    ['POST /inputs/own', ['name', 'age'], ['name'], 'application/json'],
    ['POST /inputs/typed', ['name', 'age'], ['name'], 'application/json'],
    ['POST /inputs/read', ['name', 'owner'], [], 'application/json'],
    ['POST /inputs/parsed', ['name', 'age'], ['name'], 'application/json'],
    ['POST /inputs/upload', ['title', 'file'], [], 'multipart/form-data'],
  ])('%s', (name, fields, required, mediaType) => {
    const body = bodyOf(name)
    expect(body?.mediaType).toBe(mediaType)
    expect(Object.keys(body?.schema.properties ?? {})).toEqual(fields)
    expect(body?.schema.required ?? []).toEqual(required)
  })

  it.each([
    ['GET /inputs/query', ['query page!', 'query tag']],
    ['GET /inputs/header', ['header x-trace!']],
    ['GET /inputs/cookie', ['cookie theme!']],
    ['GET /inputs/param/{id}', ['path id!']],
    ['GET /inputs/pieces/{id}', ['path id!', 'query limit', 'query tag', 'header X-Trace', 'cookie theme']],
    ['GET /inputs/whole', ['query sort', 'query order']],
    ['GET /inputs/own-query', ['query page']],
    ['GET /inputs/raw', ['query q', 'header x-raw', 'header x-other']],
  ])('%s', (name, parameters) => {
    expect(summary(at(name))?.parameters).toEqual(parameters)
  })

  it('keeps what the validator says of a parameter', () => {
    expect(at('GET /inputs/param/{id}').parameters[0]?.schema.format).toBe('uuid')
  })

  it('may be missing in an answer where only the index of a record promises it', () => {
    const schema = at('GET /inputs/whole').responses[0]?.contents[0]?.schema
    expect(schema?.required).toBeUndefined()
    expect(schema?.properties?.sort?.presence).toBe('the type promises `sort`, and a request may come without it')
    expect(at('GET /inputs/asked').responses[0]?.contents[0]?.schema.required).toEqual(['sort'])
  })

  it('is refused with a status of the validator that a document need not list', () => {
    expect(hiddenOf('POST /inputs/zod')).toContain('400')
    expect(at('POST /inputs/zod').responses.map(({ status }) => status)).toEqual(['201'])
  })

  it.each([
    ['POST /inputs/hook', ['200', '422']],
    ['POST /inputs/own', ['200', '418']],
  ])('is refused as the project says: %s', (name, statuses) => {
    expect(at(name).responses.map(({ status }) => status)).toEqual(statuses)
  })
})

describe('who may ask', () => {
  it.each([
    ['GET /guarded/before', 'open'],
    ['GET /guarded/token', 'guarded'],
    ['GET /guarded/token/deep', 'guarded'],
    ['GET /guarded/exact', 'guarded'],
    ['GET /guarded/exact/below', 'open'],
    ['GET /guarded/jwt', 'guarded'],
    ['GET /guarded/own', 'guarded'],
    ['GET /guarded/every', 'guarded'],
    ['POST /guarded/except/login', 'open'],
    ['GET /guarded/except/me', 'guarded'],
    ['GET /guarded/some', 'guarded'],
    ['GET /guarded/perhaps', 'optional'],
    ['GET /guarded/unless', 'optional'],
  ])('%s is %s', (name, kind) => {
    expect(at(name).security.kind).toBe(kind)
  })
})

describe('a route object of @hono/zod-openapi', () => {
  it('says what the request holds, as the package checks it', () => {
    expect(summary(at('GET /pets/{id}'))?.parameters).toEqual(['path id!', 'query full'])
    expect(Object.keys(bodyOf('POST /pets')?.schema.properties ?? {})).toEqual(['name'])
    expect(at('POST /pets').deprecated).toBe(true)
  })

  it('says what an answer holds where the code does not', () => {
    const schema = at('GET /pets/{id}').responses[0]?.contents[0]?.schema
    expect(Object.keys(schema?.properties ?? {})).toEqual(['id', 'name'])
  })
})
