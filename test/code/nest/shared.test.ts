import { describe, expect, it } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { readFixture, readText } from './app.js'
import { fixtureOf, startNest } from './started.js'

const cats = '/pets/cats'

/** The path of an operation with `{id}`, `{zoo}` and `{*rest}` filled in. */
function on(operation: string, status: number, id = '1', body?: unknown): Question {
  const path = operation.replace(/^\w+ /, '').replace('{id}', id).replace('{zoo}', 'z').replace('{*rest}', 'a/b')
  return ask(operation, status, { path, body })
}

const fixed = ['rx/one', 'rx/first', 'union/of', 'list/tuple', 'record/of', 'partial/of', 'pick/of', 'chain/of']

const questions: readonly Question[] = [
  on(`GET ${cats}`, 200),
  ask(`GET ${cats}`, 200, { path: `${cats}?page=2&limit=3` }),
  ask(`GET ${cats}`, 400, { path: `${cats}?page=0` }),
  on(`GET ${cats}/{id}`, 200),
  on(`GET ${cats}/{id}`, 404, '9'),
  on(`GET ${cats}/{id}`, 400, 'x'),
  on(`POST ${cats}`, 201, '', { name: 'b' }),
  on(`POST ${cats}`, 409, '', { name: 'tom' }),
  on(`POST ${cats}`, 400, '', {}),
  on(`PUT ${cats}`, 200, '', { name: 'b' }),
  on(`PUT ${cats}`, 400, '', {}),
  on(`GET ${cats}/{id}/view`, 200),
  on(`GET ${cats}/{id}/view`, 400, 'x'),
  on(`GET ${cats}/{id}/view`, 404, '9'),
  on(`GET ${cats}/{id}/entity`, 200),
  on(`GET ${cats}/{id}/entity`, 200, '9'),
  on(`GET ${cats}/{id}/checked`, 200),
  on(`GET ${cats}/{id}/checked`, 200, '9'),
  on(`POST ${cats}/{id}/feed`, 201, '1', { food: 'f' }),
  on(`POST ${cats}/{id}/feed`, 403, '1', {}),
  on(`POST ${cats}/{id}/feed`, 400, '9', {}),
  on(`GET ${cats}/{id}/own`, 200),
  on(`GET ${cats}/{id}/own`, 404, '9'),
  on(`GET ${cats}/me/now`, 200),
  on(`GET ${cats}/odd/again`, 200),
  ask(`GET ${cats}/odd/again`, 403, { path: `${cats}/odd/again?x=1` }),
  ask(`GET ${cats}/db/error`, 409, { path: `${cats}/db/error?code=P2002` }),
  ask(`GET ${cats}/db/error`, 404, { path: `${cats}/db/error?code=P2025` }),
  on(`GET ${cats}/db/error`, 500),
  ...fixed.map((name) => on(`GET ${cats}/${name}`, 200)),
  ask(`GET ${cats}/union/of`, 200, { path: `${cats}/union/of?k=1` }),
  on(`DELETE ${cats}/{id}`, 204, '2'),
  on(`DELETE ${cats}/{id}`, 404, '9'),
  on('GET /animals/{zoo}/dogs', 200),
  on('GET /animals/{zoo}/dogs/{id}/found', 200),
  on('GET /animals/{zoo}/dogs/extra/one', 200),
  on('GET /animals/safe', 200),
  ...['old', 'older'].flatMap((path) => [
    on(`GET /${path}/a`, 200),
    on(`GET /${path}/b`, 200),
    on(`GET /${path}/go`, 308),
    on(`ALL /${path}/any`, 200),
    on(`GET /${path}/file/{*rest}`, 200),
  ]),
]

const name = 'shared'

describe('the fixture of controllers that share code', () => {
  holdAnswers({
    questions,
    unprovoked: [`GET ${cats}/{id}/own 500`, `GET ${cats}/chain/of 400`],
    code: codeOracle(fixtureOf(name)),
    start: () => startNest(name, () => {}),
  })
})

describe('what was read of it', () => {
  const { at, schemas } = readFixture(name)
  const sent = (operation: string, status = '200') => {
    const schema = at(operation).responses.find((one) => one.status === status)?.contents[0]?.schema
    return schema?.ref === undefined ? schema : schemas[schema.ref]
  }

  it('is of the type that a controller gives the one that it extends', () => {
    expect(Object.keys(sent(`GET ${cats}/{id}`)?.properties ?? {}).sort()).toEqual(['born', 'id', 'name', 'owner'])
  })

  it('leaves open whether a property is sent that class-transformer may leave out', () => {
    const view = sent(`GET ${cats}/{id}/view`)
    expect(view?.required).toEqual(['id', 'name'])
    expect(view?.properties?.owner?.presence).toBe('class-transformer leaves it out where it makes the class')
  })

  it('asks nobody to describe the error of the framework beside that of a pipe', () => {
    expect(sent(`PUT ${cats}`, '400')?.inexact).toBe('the framework itself answers with this status too')
  })

  it.each([
    [`GET ${cats}`, 'unknown'],
    ['GET /old/a', 'open'],
    ['GET /animals/{zoo}/dogs', 'open'],
  ])('says of the middleware of one controller nothing at %s elsewhere', (operation, kind) => {
    expect(at(operation).security.kind).toBe(kind)
  })
})

describe('a middleware that forRoutes keeps to some routes', () => {
  const securityUnder = (places: string) => {
    const text = `
      import { Controller, Get, Module, Post, RequestMethod } from '@nestjs/common'
      import { NestFactory } from '@nestjs/core'
      const shut = (req: unknown, res: { status(code: number): { end(): void } }) => res.status(401).end()
      const places = ['b']
      @Controller('a') class A { @Get() one() {} @Post() two() {} }
      @Controller('b/:id') class B { @Get('c') one() {} }
      @Module({ controllers: [A, B] })
      class App {
        configure(consumer: any) { consumer.apply(shut).exclude('x').forRoutes(${places}) }
      }
      async function start() {
        const app = await NestFactory.create(App)
        app.setGlobalPrefix('v1')
        await app.listen(1)
      }
      start()
    `
    const { endpoints } = readText(text)
    return endpoints
      .filter(({ security }) => security.kind === 'unknown')
      .map(({ method, path }) => `${method} ${path}`)
  }

  it.each([
    [`'a'`, ['GET /v1/a', 'POST /v1/a']],
    [`{ path: 'a', method: RequestMethod.POST }`, ['POST /v1/a']],
    [`'b/:id/c'`, ['GET /v1/b/{id}/c']],
    [`B`, ['GET /v1/b/{id}/c']],
    [`...places`, ['GET /v1/b/{id}/c']],
    [`'*'`, ['GET /v1/a', 'POST /v1/a', 'GET /v1/b/{id}/c']],
    [`process.env.PLACE`, ['GET /v1/a', 'POST /v1/a', 'GET /v1/b/{id}/c']],
  ])('%s', (places, reached) => {
    expect(securityUnder(places)).toEqual(reached)
  })
})
