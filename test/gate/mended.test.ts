import { describe, expect, it } from 'vitest'
import { mendedOf } from '../../src/gate/mended.js'
import type { EndpointUnverifiable } from '../../src/model/report.js'
import { findingOf } from '../reporters/builders.js'

const unknown: EndpointUnverifiable = {
  method: 'GET',
  path: '/orders',
  part: 'response',
  status: '200',
  mediaType: 'application/json',
  pointer: '',
  reason: '`any`',
}

describe('a finding that is gone', () => {
  it('was mended', () => {
    expect(mendedOf([findingOf(), findingOf({ id: 'fedcba9876543210' })], new Set(['fedcba9876543210']), [])).toBe(1)
  })

  it.each<[string, Partial<EndpointUnverifiable>, number]>([
    ['its body', {}, 0],
    ['its element', { pointer: '/status' }, 0],
    ['every answer', { status: null }, 0],
    ['an element that only begins like it', { pointer: '/stat' }, 1],
    ['another answer', { status: '404' }, 1],
    ['another endpoint', { path: '/pets' }, 1],
    ['another project', { project: 'billing' }, 1],
  ])('where %s cannot be told any more, counts as mended only if that is not about it', (_, more, mended) => {
    expect(mendedOf([findingOf()], new Set(), [{ ...unknown, ...more }])).toBe(mended)
  })
})
