import { describe, expect, it } from 'vitest'
import { bill } from '../../src/cost/bill.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import { nothingWatched } from '../../src/cost/history.js'
import { gradeOf } from '../../src/cost/summary.js'
import type { UnpricedFinding } from '../../src/model/cost.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import { contractOf, endpointOfPoints, findingOf } from './builders.js'

const history = nothingWatched('no git')

const documented = (endpoints: readonly Endpoint[]) =>
  endpoints.map((spec) => ({ method: spec.method, path: spec.path, spec, code: null }))

function billOf(endpoints: readonly Endpoint[], findings: readonly UnpricedFinding[] = []) {
  const order = {
    spec: contractOf(endpoints),
    code: contractOf([]),
    endpoints: documented(endpoints),
    findings,
    history,
  }
  return bill(order, defaultCostSettings)
}

const many = (count: number, points: number, prefix = '/e') =>
  Array.from({ length: count }, (_, index) => endpointOfPoints(`${prefix}${points}-${index}`, points))

describe('what a document costs to write', () => {
  it('is exactly 11 days for 34 endpoints of 11 points', () => {
    const { summary } = billOf(many(34, 11))
    expect(summary.days).toBe(11)
    expect(summary.points).toBe(374)
  })

  it('follows the points of each endpoint', () => {
    const costs = billOf([...many(10, 4), ...many(16, 10), ...many(6, 22), ...many(2, 21)])
    const minutes = [0, 10, 26, 32].map((index) => costs.endpoints[index]?.creation.toFixed(1))
    expect(minutes).toEqual(['75.6', '143.9', '280.6', '269.2'])
    expect(costs.summary.days.toFixed(1)).toBe('11.0')
  })

  it('counts an endpoint that only the code has by its code, also where the document leaves out its prefix', () => {
    const read = endpointOfPoints('/v1/new', 11)
    const code = { ...read, path: '/new' }
    const order = {
      spec: contractOf([]),
      code: contractOf([read]),
      endpoints: [{ method: code.method, path: code.path, spec: null, code }],
      findings: [findingOf('undocumented-endpoint', '/new')],
      history,
    }
    const [endpoint] = bill(order, defaultCostSettings).endpoints
    // 30 minutes and 11 points at 11.39.
    expect(endpoint).toMatchObject({ points: 11, creation: 155.29, mending: 155.29 })
  })

  it('can be calibrated on another project', () => {
    const [endpoint] = many(1, 11)
    const endpoints = endpoint ? [endpoint] : []
    const order = {
      spec: contractOf(endpoints),
      code: contractOf([]),
      endpoints: documented(endpoints),
      findings: [],
      history,
    }
    const settings = { ...defaultCostSettings, calibration: { days: 1, endpoints: 4 }, hoursPerDay: 6 }
    expect(bill(order, settings).summary.creation.expected).toBe(90)
  })
})

describe('what drift costs to mend', () => {
  const written = many(34, 11)
  const paths = written.map(({ path }) => path)
  const served = many(2, 11, '/new')

  it('adds up over a whole document', () => {
    const endpoints = [
      ...documented(written),
      ...served.map((code) => ({ method: 'GET', path: code.path, spec: null, code })),
    ]
    const findings = [
      ...served.map(({ path }) => findingOf('undocumented-endpoint', path)),
      findingOf('unimplemented-endpoint', paths[0] ?? ''),
      ...paths.slice(1, 6).flatMap((path) => [1, 2, 3].map(() => findingOf('undocumented-response-field', path))),
      ...paths.slice(6, 10).map((path) => findingOf('required-mismatch', path)),
    ]
    const costs = bill(
      { spec: contractOf(written), code: contractOf(served), endpoints, findings, history },
      defaultCostSettings,
    )
    expect(Math.round(costs.summary.mending)).toBe(502)
    expect(costs.summary.debtRatio).toBeCloseTo(0.095, 3)
    expect(costs.summary.grade).toBe('B')
  })

  it.each([
    ['undocumented-response-field', 5.36],
    ['type-mismatch', 5.36],
    ['required-mismatch', 2.7],
    ['format-mismatch', 2.7],
    ['undocumented-status', 5.36],
    ['media-type-mismatch', 2.7],
    ['security-mismatch', 10],
    ['unimplemented-endpoint', 10],
    ['moved-endpoint', 10],
    ['undocumented-endpoint', 155.29],
  ])('prices %s at %d minutes', (rule, minutes) => {
    const [finding] = billOf(many(1, 11), [findingOf(rule, '/e11-0')]).findings
    expect(finding?.minutes).toBe(minutes)
  })

  it('prices another name of a path parameter as one keyword', () => {
    const [finding] = billOf(many(1, 11), [findingOf('undocumented-parameter', '/e11-0', { part: 'path' })]).findings
    expect(finding?.minutes).toBe(2.7)
  })

  it('prices an enum by the values it differs by, and does not show how many', () => {
    const [finding] = billOf(many(1, 11), [findingOf('enum-mismatch', '/e11-0', { values: 3 })]).findings
    expect(finding?.minutes).toBe(4.2)
    expect(finding).not.toHaveProperty('values')
  })

  it('never costs more than writing the endpoint anew', () => {
    const findings = Array.from({ length: 100 }, () => findingOf('type-mismatch', '/e4-0'))
    expect(billOf(many(1, 4), findings).endpoints[0]?.mending).toBe(75.56)
  })

  it('is nothing where there is no drift', () => {
    expect(billOf(many(1, 4)).summary).toMatchObject({ mending: 0, debtRatio: 0, grade: 'A' })
  })
})

it.each([
  [0.05, 'A'],
  [0.051, 'B'],
  [0.1, 'B'],
  [0.2, 'C'],
  [0.5, 'D'],
  [0.51, 'E'],
])('grades a debt ratio of %d as %s', (ratio, grade) => {
  expect(gradeOf(ratio)).toBe(grade)
})
