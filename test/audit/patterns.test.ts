import { expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'

const options = {
  root: '/nonexistent',
  ignore: [],
  severities: {},
  overrides: [],
  allowRemote: false,
  cost: defaultCostSettings,
}
const form = 'a pattern is a path such as "/admin/**", or a method and a path such as "GET /health"'

it.each([
  ['health', form],
  ['', form],
  ['GET', form],
  ['GET,POST /health', form],
  ['FETCH /health', '"FETCH" is no method'],
])('refuses to ignore "%s"', async (pattern, reason) => {
  expect(await audit({ ...options, ignore: ['/docs', pattern] })).toEqual({
    ok: false,
    error: { message: `"${pattern}" in ignore names no endpoints: ${reason}` },
  })
})

it('tells which override names nothing', async () => {
  const overrides = [
    { paths: ['/a'], rules: {} },
    { paths: ['b'], rules: {} },
  ]
  expect(await audit({ ...options, overrides })).toMatchObject({
    ok: false,
    error: { message: `"b" in overrides[1].paths names no endpoints: ${form}` },
  })
})
