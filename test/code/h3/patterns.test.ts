import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { h3 } from '../../../src/code/adapters/h3/adapter.js'
import { openProject } from '../../../src/code/program/open.js'
import { summary } from '../fastify/fixture.js'

const project = openProject(resolve('test/code/h3/fixtures/app'))
if (!project.ok) throw new Error(project.error.message)
const { endpoints } = h3.read(project.value)

const at = (name: string) => {
  const [method, path] = name.split(' ')
  const found = endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)
  if (found === undefined) throw new Error(`${name} was not found`)
  return found
}

describe('the routes of a Nitro project', () => {
  it('are the files of its folders and what its routers register: all of them, and no others', () => {
    const expected: string[] = JSON.parse(readFileSync('test/code/h3/fixtures/expected.json', 'utf8'))
    expect(endpoints.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(expected.sort())
  })
})

describe('what a handler of h3 answers', () => {
  it.each([
    ['GET /api/health', ['200 application/json', '401 application/json']],
    ['POST /api/users', ['201 application/json', '401 application/json', '400 application/json']],
    ['GET /api/users/{userId}', ['200 application/json', '401 application/json', '404 application/json']],
    ['DELETE /api/users/{userId}', ['204', '401 application/json']],
    ['ALL /old', ['301 text/html']],
    ['POST /nothing', ['202']],
    ['ALL /', ['204']],
    ['ALL /{*slug}', ['200 text/html', '401 application/json']],
    ['GET /v1/pets', ['200 application/json']],
    ['GET /api/cached', ['200 application/json', '401 application/json']],
    ['GET /api/guarded', ['200 application/json', '401 application/json', '403 application/json']],
    ['GET /api/lazy', ['200 application/json', '401 application/json']],
    ['GET /api/session', ['200 application/json', '401 application/json', '403 application/json']],
    ['GET /api/crew/rota', ['200 application/json', '401 application/json']],
  ])('%s', (name, answers) => {
    // Any of them may fail.
    expect(summary(at(name))?.answers).toEqual([...answers, '500 */*'])
    expect(at(name).responses.find(({ status }) => status === '500')?.implied).toBe(true)
  })

  it('carries the headers that are set on the event', () => {
    const ok = at('GET /api/stats').responses.find(({ status }) => status === '200')
    expect(ok?.headers.map(({ name }) => name)).toEqual(['X-Total'])
  })
})

describe('what a request to h3 must hold', () => {
  it.each([
    ['GET /api/users', ['query page', 'query tag']],
    ['GET /api/users/{userId}', ['path userId!']],
    ['GET /api/stats', ['query days!', 'header X-Trace', 'cookie theme']],
  ])('%s', (name, parameters) => {
    expect(summary(at(name))?.parameters).toEqual(parameters)
  })

  it.each([
    ['POST /api/users', ['name', 'age'], ['name']],
    ['PUT /api/users/{userId}', ['name', 'age'], ['name']],
  ])('%s', (name, fields, required) => {
    const schema = at(name).body?.contents[0]?.schema
    expect(Object.keys(schema?.properties ?? {})).toEqual(fields)
    expect(schema?.required).toEqual(required)
  })

  it('is refused by the check with a status that a document need not list', () => {
    const refusal = at('POST /api/users').responses.find(({ status }) => status === '400')
    expect(refusal?.implied).toBe(true)
  })
})

it('does not say what a server hands on to another one', () => {
  expect(at('ALL /api/proxied').gaps.map(({ about }) => about)).toContain('status')
})

it('asks who the client is where a file of the middleware folder refuses strangers', () => {
  expect(at('GET /api/health').security.kind).not.toBe('open')
})
