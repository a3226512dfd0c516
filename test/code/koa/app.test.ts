import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { koa } from '../../../src/code/adapters/koa/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

const opened = openProject(resolve('test/code/koa/fixtures'))
if (!opened.ok) throw new Error(opened.error.message)
const { endpoints, unresolved } = koa.read(opened.value)

function at(operation: string) {
  const [method, path] = operation.split(' ')
  const found = endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)
  if (found === undefined) throw new Error(`${operation} was not found`)
  return found
}

/** Each with the statuses that its code can answer, written by hand. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'GET /animals': ['200'],
  'GET /animals/{id}': ['200', '404'],
  'POST /animals': ['201', '401'],
  'DELETE /animals/{id}': ['204', '401', '404'],
  'PATCH /animals/{id}': ['200', '410', '428'],
  'GET /animals/{id}/cages': ['200'],
  'POST /animals/{id}/cages/clean': ['204'],
  'GET /animals/{id}/cages/doors': ['202'],
  'GET /animals/{id}/cages/windows': ['202'],
  'GET /misc/hello': ['200'],
  'GET /misc/bye': ['200'],
  'GET /misc/nothing': ['404'],
  'GET /misc/status-only': ['202'],
  'GET /misc/page': ['200'],
  'GET /misc/either': ['200', '418'],
  'GET /misc/last-wins': ['200'],
  'GET /misc/moved': ['302'],
  'GET /misc/enveloped': ['200'],
  'GET /misc/failing': ['409'],
  'PUT /misc/photo': ['200'],
  'PUT /misc/photos': ['200'],
  'PUT /misc/scans': ['204'],
  'GET /misc/composed': ['200', '423'],
  'ALL /misc/old': ['301'],
  'ALL /misc/older': ['308'],
  'GET /misc/table': ['200'],
  'GET /misc/sought': ['200'],
  'ALL /misc/any': ['200'],
  'GET /misc/emptied': ['204'],
  'GET /misc/deep/down/here': ['200'],
  'GET /misc/said/{word}': ['200', '422'],
  'GET /misc/session': ['200'],
  'GET /asserted/equal': ['200', '412'],
  'GET /asserted/different': ['200', '403', '409'],
  'GET /asserted/same': ['204', '400', '423'],
  'GET /asserted/deep': ['200', '400', '422', '428'],
  'GET /asserted/failing': ['410'],
  'GET /typed/keeper': ['200'],
  'GET /typed/counted': ['200'],
  'GET /typed/page/{number}': ['200'],
  'POST /typed/fed': ['201'],
  'POST /typed/noted': ['202'],
  'GET /typed/text': ['418'],
  'GET /typed/words': ['500'],
  'GET /typed/shown': ['402'],
  'PUT /typed/fed/{id}': ['200', '422'],
  'PUT /typed/moved/{id}': ['200'],
  'PUT /typed/copied': ['200'],
  'GET /typed/given/keeper': ['200'],
  'POST /typed/given/many': ['201'],
  'GET /typed/given/words': ['200'],
  'DELETE /typed/given/nothing': ['204'],
  'GET /typed/given/perhaps': ['200', '204'],
  'POST /described/animals': ['201', '401'],
  'PUT /described/animals/{id}': ['200'],
  'PATCH /described/animals/{id}': ['200'],
  'GET /described/animals': ['200'],
  'HEAD /described/animals': ['200'],
  'GET /described/counted': ['200'],
  'GET /described/checked': ['200'],
  'PUT /described/photo': ['200'],
}

describe('the routes of a Koa project', () => {
  it('are found through prefixes, routers in routers, lists of paths and loops: all of them, and no others', () => {
    expect(endpoints.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(Object.keys(expected).sort())
    expect(unresolved).toEqual([])
  })

  it.each(Object.entries(expected))('%s answers %s', (operation, statuses) => {
    expect(at(operation).responses.map(({ status }) => status)).toEqual(statuses)
  })
})

describe('what a Koa handler takes', () => {
  it('is in the query, a cookie and a header that it reads', () => {
    const read = (operation: string) => at(operation).parameters.map((each) => `${each.in} ${each.name}`)
    expect(read('GET /animals')).toEqual(['query kind'])
    expect(read('GET /misc/session')).toEqual(['cookie sid'])
    expect(read('POST /animals')).toEqual(['header x-keeper'])
    expect(read('GET /misc/sought')).toEqual(['query q'])
  })

  it.each([
    ['PUT /misc/photo', ['photo']],
    ['PUT /misc/photos', ['front', 'sides', 'title']],
    ['PUT /misc/scans', ['scans']],
  ])('is a file under the name that multer is told: %s', (operation, names) => {
    const schema = at(operation).body?.contents[0]?.schema
    expect(Object.keys(schema?.properties ?? {}).sort()).toEqual(names)
    expect(schema?.additionalProperties).toBe(true)
  })

  it('is no body where nobody looks for one', () => {
    expect(at('ALL /misc/any').body).toBeNull()
  })

  it('is a file that multer reads', () => {
    expect(at('PUT /misc/photo').body?.contents.map(({ mediaType }) => mediaType)).toEqual(['multipart/form-data'])
  })

  it('is what a validator before it accepts', () => {
    const schema = at('POST /animals').body?.contents[0]?.schema
    expect(Object.keys(schema?.properties ?? {})).toEqual(['name', 'kind'])
    expect(schema?.required).toEqual(['name', 'kind'])
  })
})
