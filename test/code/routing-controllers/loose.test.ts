import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { routingControllers } from '../../../src/code/adapters/routing-controllers/adapter.js'
import { openProject } from '../../../src/code/program/open.js'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { startFixture } from './started.js'

const fixture = fileURLToPath(new URL('fixtures/loose/', import.meta.url))
const note = { text: 'a', lines: 1 }
const bad = { text: 5 }

/** Errors of an action, by the framework's own handler and by the one of Express, which knows no `httpCode`. */
const errors = (prefix: string, own: (status: number) => number): readonly Question[] => [
  ask(`GET ${prefix}/errors/header`, own(404), { path: `${prefix}/errors/header?lost=1` }),
  ask(`GET ${prefix}/errors/header`, 200),
  ask(`GET ${prefix}/errors/type`, own(404), { path: `${prefix}/errors/type?lost=1` }),
  ask(`GET ${prefix}/errors/status`, own(422) === 422 ? 422 : 409, { path: `${prefix}/errors/status?lost=1` }),
  ask(`GET ${prefix}/errors/plain`, 500),
  ask(`POST ${prefix}/errors/body`, own(400), { body: bad }),
  ask(`POST ${prefix}/errors/body`, 400, { body: '{', headers: { 'content-type': 'application/json' } }),
  ask(`GET ${prefix}/errors/nothing`, own(404)),
  ask(`GET ${prefix}/errors/needed`, own(400)),
  ask(`GET ${prefix}/errors/guarded`, own(401)),
  ask(`GET ${prefix}/texterrors`, own(400), { path: `${prefix}/texterrors?lost=1` }),
  ask(`GET ${prefix}/texterrors`, 500),
]

const questions: readonly Question[] = [
  ask('POST /lax/notes/true', 200, { body: note }),
  ask('POST /lax/notes/true', 400, { body: bad }),
  ask('POST /lax/notes/options', 400, { body: bad }),
  ask('POST /lax/notes/unsaid', 200, { body: bad }),
  ask('GET /lax/notes/asked', 400, { path: '/lax/notes/asked?order=no' }),
  ask('GET /lax/notes/asked', 200, { path: '/lax/notes/asked?order=up' }),
  ask('GET /lax/notes/mine', 401),
  ask('GET /lax/notes/mine', 419, { headers: { 'x-ticket': 'old' } }),
  ask('GET /lax/notes/mine', 200, { headers: { 'x-ticket': 'new' } }),
  ask('GET /lax/notes/staff', 403),
  ask('GET /lax/notes/shelf', 200),
  ask('GET /lax/notes/shelf', 409, { path: '/lax/notes/shelf?shelf=none' }),
  ask('POST /usual/in', 200, { body: bad }),
  ask('POST /usual/in/anyway', 400, { body: bad }),
  ask('GET /usual/in/out', 200),
  ask('GET /usual/out', 200),
  ask('GET /usual/out/anyway', 200),
  ask('GET /usual/staff', 200),
  ask('GET /usual/staff/none', 200),
  ask('GET /usual/staff/untouched', 200),
  ask('POST /usual/texts/text', 200, { body: 'hello' }),
  ask('POST /usual/texts/note', 400, { body: note }),
  ask('POST /usual/texts/note', 200, { body: JSON.stringify(note) }),
  ask('POST /usual/texts/param', 200, { body: note }),
  ask('POST /usual/texts/json', 200, { body: note }),
  ask('POST /usual/sheets', 400, { body: note }),
  ask('POST /usual/sheets', 200, { body: JSON.stringify(note) }),
  ask('POST /usual/lists/typed', 200, { body: [bad] }),
  ask('POST /usual/lists/untyped', 200, { body: [bad] }),
  ask('GET /usual/wrapped/undefined', 200),
  ask('GET /usual/wrapped/null', 200),
  ask('GET /usual/wrapped/void', 200),
  ask('GET /usual/wrapped/stated', 200),
  ask('GET /usual/wrapped/stated-null', 200),
  ask('GET /usual/kept/undefined', 404),
  ask('GET /usual/heirs/kept/{id}', 200, { path: '/usual/heirs/kept/1' }),
  ask('GET /usual/heirs/kept/{id}', 200, { path: '/usual/heirs/kept/1', headers: { 'x-slow': 'yes' } }),
  ask('GET /usual/heirs/over/{id}', 200, { path: '/usual/heirs/over/1' }),
  ask('POST /usual/heirs/made', 200, { body: bad }),
  ask('GET /usual/heirs/told', 200),
  ...errors('/usual', (status) => status),
  ...errors('/bare', () => 500),
]

describe('servers of routing-controllers with other options', () => {
  holdAnswers({ questions, code: codeOracle(fixture), start: () => startFixture(fixture) })
})

describe('what those servers demand, read', () => {
  const opened = openProject(fixture)
  if (!opened.ok) throw new Error(opened.error.message)
  const { endpoints } = routingControllers.read(opened.value)
  const at = (name: string) => {
    const found = endpoints.find(({ method, path }) => `${method} ${path}` === name)
    if (!found) throw new Error(`${name} was not read`)
    return found
  }
  const statuses = (name: string) => at(name).responses.map(({ status }) => status)

  it.each([
    ['POST /lax/notes/true', 'application/json', 'checked'],
    ['POST /lax/notes/options', 'application/json', 'checked'],
    ['POST /lax/notes/unsaid', 'application/json', 'declared'],
    ['POST /usual/in', 'application/json', 'declared'],
    ['POST /usual/in/anyway', 'application/json', 'checked'],
    ['POST /usual/texts/note', 'text/plain', 'checked'],
    ['POST /usual/texts/json', 'application/json', 'checked'],
    ['POST /usual/sheets', 'text/plain', 'checked'],
    ['POST /usual/lists/typed', 'application/json', 'declared'],
    ['POST /usual/lists/untyped', 'application/json', 'declared'],
  ])('the body of %s is %s and %s', (name, mediaType, how) => {
    const [content] = at(name).body?.contents ?? []
    expect([content?.mediaType, content?.declared ? 'declared' : 'checked']).toEqual([mediaType, how])
  })

  it('an error that only Express answers has none of the statuses that the framework gives it', () => {
    const named = ['header', 'nothing', 'needed', 'guarded'].map((name) => statuses(`GET /bare/errors/${name}`))
    expect(named.flat().filter((status) => /^4/.test(status))).toEqual([])
  })

  it('an interceptor that wraps leaves none of the statuses for nothing', () => {
    const named = ['undefined', 'null', 'void', 'stated', 'stated-null'].map((name) => `GET /usual/wrapped/${name}`)
    expect(named.map((name) => statuses(name).filter((status) => status !== '500'))).toEqual(named.map(() => ['200']))
    const [content] = at('GET /usual/wrapped/undefined').responses[0]?.contents ?? []
    expect(content?.schema).toMatchObject({ required: [], properties: {} })
  })

  it('errors carry the decorated headers where the framework answers them itself', () => {
    const header = (name: string) =>
      at(name)
        .responses.find(({ status }) => status === '404')
        ?.headers.map(({ name: own, required }) => [own, required])
    expect(header('GET /usual/errors/header')).toEqual([['X-Note', undefined]])
  })

  it('what the checker of authorization reads shows who the client is', () => {
    const [ticket] = at('GET /lax/notes/mine').parameters
    expect([ticket?.in, ticket?.name, ticket?.implied]).toEqual(['header', 'x-ticket', true])
  })

  it('what a decorator of the project takes from the request is a parameter', () => {
    const [shelf] = at('GET /lax/notes/shelf').parameters
    expect([shelf?.in, shelf?.name, shelf?.implied]).toEqual(['query', 'shelf', undefined])
  })

  it('of an inherited action only the path is sure', () => {
    const { parameters, gaps, responses } = at('GET /usual/heirs/kept/{id}')
    expect(parameters.map(({ name }) => name)).toEqual(['id'])
    expect(responses.every(({ implied }) => implied)).toBe(true)
    expect(gaps.map(({ reason }) => reason).join()).toContain('inherited action')
  })
})
