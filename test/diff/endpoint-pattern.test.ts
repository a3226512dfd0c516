import { describe, expect, it } from 'vitest'
import { endpointPattern } from '../../src/diff/endpoint-pattern.js'

describe('an endpoint pattern', () => {
  it.each([
    ['/health', 'GET', '/health', true],
    ['/health', 'GET', '/healthy', false],
    ['GET /health', 'POST', '/health', false],
    ['get /health', 'GET', '/health', true],
    ['/admin/*', 'GET', '/admin/users', true],
    ['/admin/*', 'GET', '/admin/users/{id}', false],
    ['/admin/**', 'DELETE', '/admin/users/{id}', true],
    ['/admin/**', 'GET', '/admin', true],
    ['/pets/{id}', 'GET', '/pets/{petId}', true],
    ['/pets/{id}', 'GET', '/pets/mine', false],
    ['* /pets', 'PUT', '/pets', true],
    ['DELETE /pets', 'ALL', '/pets', false],
    ['/.well-known/*', 'GET', '/.well-known/jwks.json', true],
  ])('%s on %s %s: %s', (pattern, method, path, expected) => {
    expect(endpointPattern(pattern).matches({ method, path })).toBe(expected)
  })
})
