import { expect, it } from 'vitest'
import { isImplied } from '../../src/rules/parameters.js'
import { endpoint, inSpec, parameter } from './endpoints.js'

const security = { kind: 'guarded', schemes: ['apiKeyAuth'], carriers: ['X-Api-Key'], at: inSpec } as const

it('a header that a security scheme of the document names is documented there', () => {
  const spec = endpoint({ security }, inSpec)
  expect(isImplied(parameter('x-api-key', { in: 'header' }), spec)).toBe(true)
  expect(isImplied(parameter('x-other', { in: 'header' }), spec)).toBe(false)
})
