import { describe, expect, it } from 'vitest'
import type { Settings } from '../../src/config/config.js'
import { originsOf, resolveSettings } from '../../src/config/resolve.js'

const defaults: Settings = {
  ignore: [],
  authentication: [],
  rules: {},
  overrides: [],
  failOn: 'error',
  format: ['pretty'],
  allowRemote: false,
  cost: { calibration: { days: 11, endpoints: 34 }, hoursPerDay: 8, offsetMinutes: 30, revisionRatio: 0.5 },
}
const file = {
  from: 'tattletype.config.json',
  values: {
    failOn: 'warning' as const,
    ignore: ['/health'],
    authentication: ['knownMember'],
    rules: { 'type-mismatch': 'off' as const, 'enum-mismatch': 'info' as const },
    cost: { hoursPerDay: 6 },
  },
}
const flags = {
  from: 'command line',
  values: { failOn: 'never' as const, ignore: ['GET /docs'], rules: { 'enum-mismatch': 'error' as const } },
}

describe('settings', () => {
  it('come from the command line, else from the file, else from the defaults', () => {
    expect(resolveSettings(defaults, [file, flags])).toMatchObject({ failOn: 'never', allowRemote: false })
    expect(resolveSettings(defaults, [file])).toMatchObject({ failOn: 'warning' })
  })

  it('add up where they are lists of endpoints, rules or constants', () => {
    expect(resolveSettings(defaults, [file, flags])).toMatchObject({
      ignore: ['/health', 'GET /docs'],
      authentication: ['knownMember'],
      rules: { 'type-mismatch': 'off', 'enum-mismatch': 'error' },
      cost: { hoursPerDay: 6, offsetMinutes: 30 },
    })
  })

  it('know where they come from', () => {
    const origins = originsOf(defaults, [file, flags])
    expect(origins.failOn).toEqual({ value: 'never', from: ['command line'] })
    expect(origins.rules?.from).toEqual(['tattletype.config.json', 'command line'])
    expect(origins.allowRemote).toEqual({ value: false, from: ['default'] })
  })
})
