import { describe, expect, it } from 'vitest'
import type { Schema } from '../../../src/model/schema.js'
import { ask, holdAnswers, type Question } from '../../samples/asking.js'
import { codeOracle } from '../../samples/code-oracle.js'
import { readFixture } from './app.js'
import { fixtureOf, nestCommon, startNest } from './started.js'

const { endpoints, unresolved, at, schemas } = readFixture('patterns')

const resolved = (schema: Schema | undefined) => (schema?.ref === undefined ? schema : schemas[schema.ref])
const sent = (name: string, status = '200') => at(name).responses.find((one) => one.status === status)?.contents ?? []
const stated = (name: string) => at(name).responses.flatMap(({ status, implied }) => (implied ? [] : [status]))

describe('route decorators', () => {
  it('overwrite each other on one method: the topmost counts', () => {
    expect(endpoints.map(({ path }) => path)).toContain('/shelves/health')
    expect(endpoints.map(({ path }) => path)).not.toContain('/shelves/overwritten')
  })

  it('of methods that no document has a word for are said', () => {
    expect(unresolved.map(({ reason }) => reason)).toEqual(['no document has a word for the method of @Search'])
  })
})

describe('a guard of passport-local', () => {
  it('takes the credentials from the body, which no document calls security', () => {
    const { body, gaps, security, responses } = at('POST /shelves/login')
    expect(body).toBeNull()
    expect(gaps.map(({ about }) => about)).toContain('request')
    expect(security.kind).toBe('unknown')
    expect(responses.map(({ status }) => status)).toContain('401')
  })
})

describe('metadata under a key that is not known before run time', () => {
  it('leaves it unknown whether the guard lets the route pass', () => {
    expect(at('GET /shelves/hidden').security.kind).toBe('unknown')
  })
})

describe('a body that is read from @Req()', () => {
  it('has the fields that the handler names, and may have more', () => {
    const { body, gaps } = at('POST /shelves/moved')
    expect(body?.contents[0]?.schema).toMatchObject({ properties: { to: {} }, additionalProperties: true })
    expect(body?.contents[0]?.schema.inexact).toBeDefined()
    expect(gaps.map(({ about }) => about)).toContain('request')
  })
})

describe('what an entity declares', () => {
  const shelf = resolved(sent('GET /shelves/shown/{label}')[0]?.schema)

  it.each([
    ['label', undefined],
    ['newest', undefined],
    ['books', 'a relation is sent only where it is loaded'],
    ['code', 'a column that is not selected is sent only where a query asks for it'],
    ['owner', 'the code removes it somewhere'],
  ])('says of %s whether it is sent: %s', (name, presence) => {
    expect(shelf?.properties?.[name]?.presence).toBe(presence)
    expect(shelf?.required?.includes(name)).toBe(presence === undefined)
  })
})

describe('a column with a transformer', () => {
  const { builtAt, price, custom } = resolved(sent('GET /shelves/shown/{label}')[0]?.schema)?.properties ?? {}
  const reason = 'the transformer of the column gives another value than the type of the property says'

  it('holds what the transformer gives where it was read, and what the type says where it was made', () => {
    expect(builtAt?.inexact).toBe(reason)
    expect(builtAt?.anyOf?.map(({ type }) => type)).toEqual([['string'], ['number']])
  })

  it('is nothing new where both agree, and anything where the transformer does not say', () => {
    expect(price?.type).toEqual(['number'])
    expect(price?.inexact).not.toBe(reason)
    expect(custom).toEqual({ inexact: reason, at: custom?.at })
  })
})

describe('a column that may be empty', () => {
  const shelf = resolved(sent('GET /shelves/shown/{label}')[0]?.schema)
  const reason = 'the column may be empty, which the type of the property does not say'

  it.each(['room', 'note'])('may be null, whatever the type of %s says', (name) => {
    const { anyOf, inexact } = shelf?.properties?.[name] ?? {}
    expect(inexact).toBe(reason)
    expect(anyOf?.map(({ type }) => type)).toContainEqual(['null'])
  })

  it('is nothing new where the type says so itself', () => {
    expect(shelf?.properties?.keeper?.inexact).not.toBe(reason)
  })

  it('need not be there where the type does not require it, and may be', () => {
    expect([shelf?.properties?.note?.presence, shelf?.properties?.room?.presence]).toEqual([reason, undefined])
  })
})

describe('a handler that answers any', () => {
  it('sends what the service that it asks sends', () => {
    expect(Object.keys(resolved(sent('GET /shelves/any/{label}')[0]?.schema)?.properties ?? {})).toContain('label')
  })

  it('sends nothing where that sends nothing', () => {
    expect(sent('POST /shelves/added', '201')).toEqual([])
  })

  it('promises no body and no media type where even that is not known', () => {
    expect(sent('GET /shelves/raw/{label}')).toMatchObject([
      { mediaType: '*/*', schema: { inexact: '`any`' }, implied: true },
    ])
  })
})

describe('a declared result', () => {
  it('hides nothing that the code is seen to send beside it', () => {
    expect(Object.keys(itemsOf('GET /shelves'))).toEqual(['label', 'size'])
  })
})

describe('a property that the declared result calls optional', () => {
  it('is always there where the code always writes it', () => {
    const { items } = sent('GET /shelves')[0]?.schema ?? {}
    expect((typeof items === 'object' && resolved(items)?.required) || []).toContain('label')
  })
})

describe('errors of a callee', () => {
  it('are left out where the call settles the switch that guards them', () => {
    expect(stated('POST /shelves/added')).toEqual(['201', '409'])
  })

  it('stay where the call leaves the switch alone', () => {
    expect(stated('GET /shelves/shown/{label}')).toEqual(['200', '404'])
  })
})

describe('a validated field of the body', () => {
  it('is required where its class requires anything', () => {
    expect(at('POST /shelves/added').body?.contents[0]?.schema.required).toEqual(['shelf'])
  })
})

function itemsOf(name: string): object {
  const { items } = sent(name)[0]?.schema ?? {}
  return (typeof items === 'object' && resolved(items)?.properties) || {}
}

const label = (operation: string, status: number, value: string): Question =>
  ask(operation, status, { path: operation.replace(/^\w+ /, '').replace('{label}', value) })

const questions: readonly Question[] = [
  ask('GET /shelves/health', 200),
  ask('POST /shelves/login', 401),
  ask('POST /shelves/login', 201, { body: { username: 'me', password: 'mine' } }),
  ask('GET /shelves', 200),
  ask('POST /shelves/added', 201, { body: { shelf: { label: 'a' } } }),
  ask('POST /shelves/added', 409, { body: { shelf: { label: 'a' } } }),
  ask('POST /shelves/added', 400, { body: { shelf: { label: 5 } } }),
  ask('GET /shelves', 200),
  label('GET /shelves/shown/{label}', 200, 'a'),
  label('GET /shelves/shown/{label}', 404, 'b'),
  label('GET /shelves/any/{label}', 200, 'a'),
  label('GET /shelves/any/{label}', 404, 'b'),
  label('GET /shelves/raw/{label}', 200, '[]'),
  label('GET /shelves/raw/{label}', 500, '['),
  ask('POST /shelves/moved', 201, { body: { from: 'a', to: 'c' } }),
  ask('POST /shelves/moved', 409, { body: { from: 'a', to: 'c' } }),
  ask('GET /shelves/hidden', 401),
]

/** What the fixture takes of packages that are not installed, as far as it is asked. */
const packages = {
  typeorm: 'exports.Column = exports.OneToMany = () => () => {}',
  '@nestjs/passport': `
    const { UnauthorizedException } = require('@nestjs/common')
    exports.AuthGuard = () => class {
      canActivate(context) {
        const { username, password } = context.switchToHttp().getRequest().body ?? {}
        if (!username || !password) throw new UnauthorizedException()
        return true
      }
    }`,
}

describe('the fixture, started', () => {
  const setUp = (app: { useGlobalPipes(pipe: object): void }) => app.useGlobalPipes(new (nestCommon().ValidationPipe)())
  holdAnswers({
    questions,
    unprovoked: ['GET /shelves/hidden 200'],
    code: codeOracle(fixtureOf('patterns')),
    start: () => startNest('patterns', setUp, packages),
  })
})
