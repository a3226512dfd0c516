import { expect, it } from 'vitest'
import { hasInPath } from '../../src/diff/parameter-pairs.js'
import { endpoint, inCode, parameter } from './endpoints.js'

it('finds a parameter of the path on the other side by where it stands, whatever it is called and whether it is described', () => {
  const spec = endpoint({ path: '/logs/{id}' })
  const code = endpoint({ path: '/v1/logs/{errorId}' }, inCode)
  expect(hasInPath(parameter('errorId', { in: 'path' }), code, spec)).toBe(true)
  expect(hasInPath(parameter('errorId', { in: 'query' }), code, spec)).toBe(false)
  expect(hasInPath(parameter('errorId', { in: 'path' }), code, endpoint({ path: '/logs/all' }))).toBe(false)
})
