import { describe, expect, it } from 'vitest'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { readFixture, readText } from './app.js'
import { fixtureOf, nestCommon, startNest } from './started.js'

const known = (who: string) => ({ headers: { authorization: `Bearer ${who}` } })
const key = { headers: { 'x-api-key': 'k' } }
const sound = { slug: 'a', title: 'ab', name: 'abc', both: 'a' }

const wrapped = ['void', 'undefined', 'null', 'text', 'promise', 'find', 'any', 'maybe'].map((name) => `/wrap/${name}`)

const questions: readonly Question[] = [
  ask('GET /plain/admin', 401),
  ask('GET /plain/admin', 403, known('user')),
  ask('GET /plain/admin', 200, known('admin')),
  ask('GET /plain/any', 401),
  ask('GET /plain/any', 403, known('admin')),
  ask('GET /plain/guarded', 401),
  ask('GET /plain/guarded', 200, known('user')),
  ask('GET /plain/staff', 403, known('user')),
  ask('GET /plain/staff', 200, known('admin')),
  ask('GET /plain/key', 401),
  ask('GET /plain/key', 200, key),
  ask('GET /plain/coded', 203),
  ask('GET /plain/accepted', 202),
  ask('POST /plain/made', 202),
  ask('POST /plain', 202),
  ask('GET /plain/plainly', 202),
  ask('GET /plain/locked', 401),
  ask('GET /plain/locked', 200, key),
  ask('GET /plain/tagged', 200),
  ask('GET /plain/status', 202),
  ask('GET /plain/tenant', 200),
  ask('GET /plain/me', 200),
  ask('GET /plain/paged', 200),
  ask('GET /plain/paged', 400, { path: '/plain/paged?limit=101' }),
  ask('GET /plain/raw', 200),
  ask('POST /plain/from', 201, { body: { field: 'a' } }),
  ask('POST /plain/from', 201, { body: {} }),
  ask('POST /plain/dto', 201, { body: sound }),
  ask('POST /plain/dto', 400, { body: { ...sound, both: 'abcd' } }),
  ask('POST /plain/dto', 400, { body: { ...sound, title: '' } }),
  ask('GET /plain/perms', 403),
  ask('GET /plain/perms', 200, { headers: { 'x-perms': 'x' } }),
  ask('GET /plain/noperms', 200),
  ask('GET /api/shut', 401),
  ask('GET /api/shut', 200, known('user')),
  ask('GET /api/shut/open', 200),
  ask('GET /api/shut/admin', 403, known('user')),
  ask('GET /api/shut/admin', 200, known('admin')),
  ask('GET /locked', 401),
  ask('GET /locked', 200, key),
  ...wrapped.flatMap((path) => [ask(`GET ${path}`, 200), ask(`GET ${path}`, 200, { path: `${path}?q=a` })]),
  ask('GET /wrap/status', 200),
  ask('DELETE /wrap/gone', 200),
  ask('GET /swrap/void', 200),
  ask('GET /swrap/value', 200),
  ask('GET /swrap/undefined', 200),
  ask('GET /nb/void', 200),
  ask('GET /nb/value', 200),
  ask('GET /deco/wrapped', 200),
]

const name = 'own-decorators'

describe('the fixture of decorators that a project makes itself', () => {
  holdAnswers({
    questions,
    unprovoked: ['GET /plain/any 200'],
    code: codeOracle(fixtureOf(name)),
    start: () => startNest(name, (app) => app.useGlobalPipes(new (nestCommon().ValidationPipe)())),
  })
})

describe('what was read of it', () => {
  const { at, schemas } = readFixture(name)

  it.each([
    ['GET /plain/admin', 'guarded'],
    ['GET /plain/guarded', 'guarded'],
    ['GET /plain/key', 'guarded'],
    ['GET /plain/locked', 'guarded'],
    ['GET /api/shut', 'guarded'],
    ['GET /api/shut/open', 'open'],
    ['GET /locked', 'guarded'],
  ])('calls %s %s', (name, kind) => {
    expect(at(name).security.kind).toBe(kind)
  })

  it.each([
    ['GET /plain/tenant', [['header', 'x-tenant', undefined]]],
    ['GET /plain/me', []],
    [
      'GET /plain/paged',
      [
        ['query', 'page', undefined],
        ['query', 'limit', undefined],
      ],
    ],
  ])('finds what the parameter decorator of %s takes, and requires none of it', (name, taken) => {
    expect(at(name).parameters.map((one) => [one.in, one.name, one.required])).toEqual(taken)
  })

  it('says that a parameter decorator takes the body', () => {
    expect(at('POST /plain/from').gaps.map(({ about }) => about)).toContain('request')
  })

  it('lets a header stand that only a guard asks for', () => {
    expect(at('GET /plain/perms').parameters).toMatchObject([{ name: 'x-perms', in: 'header', implied: true }])
  })

  it('leaves open whether the own validators of a field ask for it', () => {
    const schema = at('POST /plain/dto').body?.contents[0]?.schema
    const dto = schema?.ref === undefined ? schema : schemas[schema.ref]
    expect(dto?.required).toEqual(['name', 'both'])
    expect([dto?.properties?.slug?.presence, dto?.properties?.title?.presence]).not.toContain(undefined)
  })
})

describe('a decorator that only running it would tell', () => {
  const under = (decorator: string) => {
    const text = `
      import { CanActivate, Controller, Get, HttpCode, Module, SetMetadata, UseGuards } from '@nestjs/common'
      class Shut implements CanActivate { canActivate() { return false } }
      const Coded = (status: number) => (target: object, key: string, descriptor: PropertyDescriptor) => {
        if (process.env.CODED) HttpCode(status)(target, key, descriptor)
      }
      const either = process.env.OPEN ? SetMetadata('open', true) : UseGuards(Shut)
      @Controller('a')
      class A { @Get() ${decorator} list() { return { a: 1 } } }
      @Module({ controllers: [A] })
      class App {}
    `
    const [endpoint] = readText(text).endpoints
    if (!endpoint) throw new Error('no endpoint was read')
    return endpoint
  }

  it.each(['@Coded(202)', '@either'])('%s leaves status and security open', (decorator) => {
    const { gaps, security, responses } = under(decorator)
    expect(gaps.map(({ about }) => about)).toContain('status')
    expect(security.kind).toBe('unknown')
    expect(responses.find(({ status }) => status === '200')?.implied).toBe(true)
  })

  it('of the same route without one, both are known', () => {
    const { gaps, security, responses } = under('')
    expect([gaps, security.kind]).toEqual([[], 'open'])
    expect(responses.find(({ status }) => status === '200')?.implied).toBeUndefined()
  })
})

describe('a guard that only counts requests', () => {
  it('asks no client who it is, and may refuse with 429', () => {
    const text = `
      import { Controller, Get, Module } from '@nestjs/common'
      import { APP_GUARD, NestFactory } from '@nestjs/core'
      import { ThrottlerGuard } from '@nestjs/throttler'
      class Counting extends ThrottlerGuard {
        async getTracker(request: { ip: string }) { return request.ip }
      }
      @Controller('a')
      class A { @Get() list() { return { a: 1 } } }
      @Module({ controllers: [A], providers: [{ provide: APP_GUARD, useClass: Counting }] })
      class App {}
      async function start() { await (await NestFactory.create(App)).listen(1) }
      start()
    `
    const [endpoint] = readText(text).endpoints
    expect(endpoint?.security).toEqual({ kind: 'open' })
    expect(endpoint?.gaps).toEqual([])
    expect(endpoint?.responses.find(({ status }) => status === '429')?.implied).toBe(true)
  })
})
