import { describe, expect, it } from 'vitest'
import { bill } from '../../src/cost/bill.js'
import { endpointRate, pointsTouched, repositoryRate } from '../../src/cost/changes.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import { nothingWatched } from '../../src/cost/history.js'
import { countQuantile } from '../../src/cost/negative-binomial.js'
import { upkeepMinutes } from '../../src/cost/upkeep.js'
import type { ChangeHistory } from '../../src/model/cost.js'
import type { CostSettings } from '../../src/model/options.js'
import { contractOf, endpointOfPoints } from './builders.js'

const endpoints = Array.from({ length: 34 }, (_, index) => endpointOfPoints(`/e${index}`, 11))

function billOf(history: ChangeHistory, settings: CostSettings = defaultCostSettings) {
  const named = endpoints.map((spec) => ({ method: spec.method, path: spec.path, spec, code: null }))
  return bill({ spec: contractOf(endpoints), code: contractOf([]), endpoints: named, findings: [], history }, settings)
}

describe('what it takes a year to keep a document in step', () => {
  it('is 12.4 minutes an endpoint and 0.88 days for 34 of them, where only the prior is known', () => {
    const { summary, endpoints: costs } = billOf(nothingWatched('no git'))
    expect(costs[0]?.upkeep.expected.toFixed(1)).toBe('12.4')
    expect((summary.upkeep.expected / 480).toFixed(2)).toBe('0.88')
    expect([summary.unknown, summary.months]).toEqual(['no git', 0])
  })

  it('spreads a total by 3.2 either way', () => {
    const { low, expected, high } = billOf(nothingWatched('no git')).summary.upkeep
    expect([expected / low, high / expected].map((factor) => factor.toFixed(2))).toEqual(['3.20', '3.20'])
  })

  it('draws what was seen of a repository toward the prior', () => {
    expect(repositoryRate({ changes: 30, months: 408 }).toFixed(3)).toBe('0.071')
    expect(repositoryRate({ changes: 0, months: 0 })).toBe(0.05)
  })

  it.each([
    [0, 10],
    [1, 19],
    [5, 57],
    [12, 124],
  ])(
    'of an endpoint with %i changes in a year is %i minutes, where the repository has 30 in 408 months',
    (changes, minutes) => {
      const repository = repositoryRate({ changes: 30, months: 408 })
      const rate = endpointRate({ changes, months: 12 }, repository)
      expect(Math.round(upkeepMinutes(rate, 2, defaultCostSettings).expected)).toBe(minutes)
    },
  )

  it('takes the size of a change from the repository once twenty are known', () => {
    expect(pointsTouched({ touched: Array(19).fill(9) })).toBe(2)
    expect(pointsTouched({ touched: [...Array(10).fill(3), ...Array(10).fill(4)] })).toBe(3.5)
  })

  it('is told in money only where a rate and a currency are configured', () => {
    expect(billOf(nothingWatched('no git')).summary).not.toHaveProperty('money')
    const { money } = billOf(nothingWatched('no git'), { ...defaultCostSettings, rate: 99, currency: 'USD' }).summary
    // 88 hours at 99; 34 endpoints x 12 months x 0.05 x (10 + 2 x 5.36017) minutes at 1.65 a minute.
    expect(money).toEqual({ currency: 'USD', creation: 8712, upkeep: 697.45, mending: 0 })
  })
})

describe('the quantile of a negative binomial', () => {
  it.each([
    // Shape 1 is geometric: P(count <= k) = 1 - (1 - p) ** (k + 1), with p = rate / (rate + period).
    [0.1, 1, 20, 12, 0],
    [0.9, 1, 20, 12, 2],
    [0.9, 1, 12, 12, 3],
    // Without doubt about the rate it is Poisson: the 90th percentile of a mean of 4 is 7.
    [0.9, 4e6, 12e6, 12, 7],
    [0.1, 4e6, 12e6, 12, 2],
  ])('at %d of Gamma(%d, %d) over %d months is %d', (share, shape, rate, period, count) => {
    expect(countQuantile(share, shape, rate, period)).toBe(count)
  })
})
