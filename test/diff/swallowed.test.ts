import { describe, expect, it } from 'vitest'
import { pairUp } from '../../src/diff/pairs.js'
import { endpoint } from '../rules/endpoints.js'

const at = { file: 'src/app.ts', line: 3, column: 1 }

function kinds(spec: string, code: readonly string[], isFollowed: boolean) {
  const endpoints = code.map((path) => endpoint({ method: 'GET', path }))
  const unresolved = isFollowed ? [] : [{ at, reason: 'a module whose name is computed' }]
  const documented = { endpoints: [endpoint({ method: 'GET', path: spec })], schemas: {}, unresolved: [], prefixes: [] }
  return pairUp(documented, { endpoints, schemas: {}, unresolved }).pairs.map(({ kind }) => kind)
}

describe('a route for any path', () => {
  it.each([
    ['answers a documented path where all routes are followed', '/api/pets/{id}', ['/api/{*rest}'], true, ['matched']],
    [
      'leaves it to what was not followed',
      '/api/pets/{id}',
      ['/api/{*rest}'],
      false,
      ['unimplemented', 'undocumented'],
    ],
    ['keeps what it is documented as', '/files/{path}', ['/files/{*path}'], false, ['matched']],
    ['does not stand before another', '/pets/{id}', ['/pets/{id}', '/{*rest}'], false, ['matched', 'undocumented']],
  ])('%s', (_, spec, code, isFollowed, expected) => {
    expect(kinds(spec, code, isFollowed)).toEqual(expected)
  })
})
