import { expect, it } from 'vitest'
import { leaveOut } from '../../src/report/ignore.js'
import { endpoint, inCode } from '../rules/endpoints.js'

const side = (paths: readonly string[], at?: typeof inCode) => ({
  endpoints: paths.map((path) => endpoint({ path }, at)),
  schemas: {},
  unresolved: [],
})

it.each([
  ['a pattern without the prefix', '/auth/**'],
  ['a pattern with the prefix', '/v1/auth/**'],
])('%s leaves an endpoint out on both sides', (_, pattern) => {
  const spec = { ...side(['/auth/login', '/pets']), prefixes: ['/v1'] }
  const code = side(['/v1/auth/login', '/v1/pets', '/auth'], inCode)
  const left = leaveOut(spec, code, [pattern])
  expect(left.spec.endpoints.map(({ path }) => path)).toEqual(['/pets'])
  expect(left.code.endpoints.map(({ path }) => path)).toContain('/v1/pets')
  expect(left.code.endpoints.map(({ path }) => path)).not.toContain('/v1/auth/login')
})
