import { describe, expect, it } from 'vitest'
import { pairUp } from '../../src/diff/pairs.js'
import type { Endpoint, Method } from '../../src/model/endpoint.js'
import { endpoint } from '../rules/endpoints.js'

/** `GET /pets` as an endpoint. */
function route(line: string): Endpoint {
  const [method = 'GET', path = '/'] = line.split(' ')
  return endpoint({ method: method as Method, path }) // the tables below spell methods right
}

function pairs(spec: string[], code: string[], prefixes: string[] = []) {
  const contract = (lines: string[]) => ({ endpoints: lines.map(route), schemas: {}, unresolved: [] })
  return pairUp({ ...contract(spec), prefixes }, contract(code))
}

function states(...args: Parameters<typeof pairs>): string[] {
  return pairs(...args).pairs.map((pair) => {
    if (pair.kind === 'document') return pair.kind
    const name = (one: Endpoint) => `${one.method} ${one.path}`
    const spec = pair.kind === 'undocumented' ? '' : name(pair.spec)
    const code = pair.kind === 'unimplemented' ? '' : name(pair.code)
    return `${pair.kind}: ${spec} | ${code}`
  })
}

describe('matching', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'what is registered twice under one name is documented with the first',
      ['POST /files'],
      ['POST /files', 'POST /files'],
      ['matched: POST /files | POST /files'],
    ],
    ['names of parameters do not matter', ['GET /a/{x}'], ['GET /a/{y}'], ['matched: GET /a/{x} | GET /a/{y}']],
    [
      'where both sides have two that differ by that alone, each meets its like',
      ['GET /a/{x}', 'GET /a/{y}', 'GET /b', 'GET /b/'],
      ['GET /b/', 'GET /a/{y}', 'GET /a/{x}', 'GET /b'],
      [
        'matched: GET /a/{x} | GET /a/{x}',
        'matched: GET /a/{y} | GET /a/{y}',
        'matched: GET /b | GET /b',
        'matched: GET /b/ | GET /b/',
      ],
    ],
    ['nor does a trailing slash', ['GET /a/'], ['GET /a'], ['matched: GET /a/ | GET /a']],
    [
      'the literal wins over the pattern',
      ['GET /a/me'],
      ['GET /a/{id}', 'GET /a/me'],
      ['matched: GET /a/me | GET /a/me', 'undocumented:  | GET /a/{id}'],
    ],
    [
      'a wider pattern serves',
      ['GET /price/{n}', 'GET /price/eur'],
      ['GET /price/{currency}'],
      ['matched: GET /price/{n} | GET /price/{currency}', 'matched: GET /price/eur | GET /price/{currency}'],
    ],
    [
      'a rest serves any tail',
      ['POST /proxy/v1/{path}'],
      ['ALL /proxy/{*rest}'],
      ['matched: POST /proxy/v1/{path} | ALL /proxy/{*rest}'],
    ],
    [
      'a pattern for everything serves nothing',
      ['GET /a'],
      ['GET /{*rest}'],
      ['unimplemented: GET /a | ', 'undocumented:  | GET /{*rest}'],
    ],
    [
      'a documented parameter is more than one literal',
      ['GET /a/{id}'],
      ['GET /a/me'],
      ['unimplemented: GET /a/{id} | ', 'undocumented:  | GET /a/me'],
    ],
    [
      'parts of segments',
      ['GET /files/{name}.json'],
      ['GET /files/{id}.json'],
      ['matched: GET /files/{name}.json | GET /files/{id}.json'],
    ],
    [
      'HEAD comes with GET',
      ['HEAD /a', 'GET /a'],
      ['GET /a'],
      ['matched: HEAD /a | HEAD /a', 'matched: GET /a | GET /a'],
    ],
    ['another method is a move', ['POST /a'], ['PATCH /a'], ['moved: POST /a | PATCH /a']],
    [
      'PUT for PATCH is a move, whatever else is not documented',
      ['PUT /a'],
      ['PATCH /a', 'DELETE /a'],
      ['moved: PUT /a | PATCH /a', 'undocumented:  | DELETE /a'],
    ],
    ['a plural is a move', ['GET /pet/{id}'], ['GET /pets/{id}'], ['moved: GET /pet/{id} | GET /pets/{id}']],
    ['a typo is a move', ['GET /languges'], ['GET /languages'], ['moved: GET /languges | GET /languages']],
    ['a parameter on one side is a move', ['GET /a/{id}/b'], ['GET /a/b'], ['moved: GET /a/{id}/b | GET /a/b']],
    [
      'two candidates are no move',
      ['POST /a'],
      ['PATCH /a', 'PUT /a'],
      ['unimplemented: POST /a | ', 'undocumented:  | PATCH /a', 'undocumented:  | PUT /a'],
    ],
    [
      'other words are no move',
      ['GET /a/posts'],
      ['GET /a/comments'],
      ['unimplemented: GET /a/posts | ', 'undocumented:  | GET /a/comments'],
    ],
  ])('%s', (_, spec, code, expected) => {
    expect(states(spec, code)).toEqual(expected)
  })
})

describe('prefixes', () => {
  it('takes one that the document names in servers', () => {
    expect(states(['GET /a', 'GET /b'], ['GET /v1/a', 'GET /v1/b', 'GET /v1/c'], ['/v1'])).toEqual([
      'matched: GET /a | GET /v1/a',
      'matched: GET /b | GET /v1/b',
      'undocumented:  | GET /c',
    ])
  })

  it('takes one that only the document writes', () => {
    expect(states(['GET /api/a', 'GET /api/b'], ['GET /a', 'GET /b'])).toEqual([
      'matched: GET /api/a | GET /a',
      'matched: GET /api/b | GET /b',
    ])
  })

  it('infers one that most paths show, and says so', () => {
    const { notices } = pairs(['GET /a', 'GET /b'], ['GET /api/v1/a', 'GET /api/v1/b'])
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain('/api/v1')
  })

  it.each<[string, string[], string[], string[]]>([
    [
      'where one of two paths is misspelt',
      ['GET /pets', 'GET /pest/{id}'],
      ['GET /api/pets', 'GET /api/pets/{id}'],
      ['matched: GET /pets | GET /api/pets', 'moved: GET /pest/{id} | GET /pets/{id}'],
    ],
    ['where the only path is misspelt', ['GET /pest'], ['GET /api/pets'], ['moved: GET /pest | GET /pets']],
    ['that the document writes', ['GET /api/pest'], ['GET /pets'], ['moved: GET /api/pest | GET /api/pets']],
    [
      'but not where another path is not under it',
      ['GET /pets', 'GET /toys', 'GET /beds'],
      ['GET /api/pets', 'GET /other'],
      [
        'unimplemented: GET /pets | ',
        'unimplemented: GET /toys | ',
        'unimplemented: GET /beds | ',
        'undocumented:  | GET /api/pets',
        'undocumented:  | GET /other',
      ],
    ],
  ])('sees one that all paths of a small API carry, %s', (_, spec, code, expected) => {
    expect(states(spec, code)).toEqual(expected)
  })

  it('sees a single route outside of it that moved', () => {
    expect(states(['GET /a', 'GET /b', 'GET /haelth'], ['GET /v1/a', 'GET /v1/b', 'GET /health'], ['/v1'])).toEqual([
      'matched: GET /a | GET /v1/a',
      'matched: GET /b | GET /v1/b',
      'moved: GET /haelth | GET /health',
    ])
  })

  it('leaves single routes outside of it', () => {
    expect(states(['GET /a', 'GET /b', 'GET /health'], ['GET /v1/a', 'GET /v1/b', 'GET /health'], ['/v1'])).toEqual([
      'matched: GET /a | GET /v1/a',
      'matched: GET /b | GET /v1/b',
      'matched: GET /health | GET /health',
    ])
  })
})
