import { expect, it } from 'vitest'
import { hasInPath } from '../../src/diff/parameter-pairs.js'
import { endpoint, inCode, parameter } from './endpoints.js'

it('finds a parameter of the path on the other side by where it stands, whatever it is called and whether it is described', () => {
  const spec = endpoint({ path: '/logs/{id}' })
  const code = endpoint({ path: '/v1/logs/{errorId}' }, inCode)
  expect(hasInPath(parameter('errorId', { in: 'path' }), code, spec)).toBe(true)
  expect(hasInPath(parameter('errorId', { in: 'query' }), code, spec)).toBe(false)
})

it('counts one fixed value in its place: `/lists/films/{id}` says what `kind` is', () => {
  const code = endpoint({ path: '/v1/lists/{kind}/{id}' }, inCode)
  const kind = parameter('kind', { in: 'path' })
  expect(hasInPath(kind, code, endpoint({ path: '/lists/films/{id}' }))).toBe(true)
  expect(hasInPath(kind, code, endpoint({ path: '/{id}' }))).toBe(false)
})
