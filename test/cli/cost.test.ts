import { describe, expect, it } from 'vitest'
import { timeSpan, twoDigits } from '../../src/cli/cost/words.js'
import { run } from '../../src/cli/run.js'
import { bill } from '../../src/cost/bill.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import type { ChangeHistory } from '../../src/model/cost.js'
import type { EndpointReport } from '../../src/model/report.js'
import { contractOf, endpointOf, findingOf, objectOf } from '../cost/builders.js'
import { reportOf } from '../reporters/builders.js'
import { auditedOf, worldOf } from './world.js'

/** `/big` never changed in a year, `/busy` twelve times; both reach `Pet` of two properties. */
const withPet = (path: string, ...own: string[]) =>
  endpointOf(path, { ...objectOf(...own), additionalProperties: { ref: 'Pet' } })
const place = (endpoint: ReturnType<typeof withPet>, line: number) => ({
  ...endpoint,
  at: { file: 'openapi.yaml', line, column: 1 },
})
const endpoints = [place(withPet('/big', 'a', 'b', 'c', 'd'), 3), place(withPet('/busy'), 9)]
const spec = contractOf(endpoints, { Pet: objectOf('id', 'name') })
const history: ChangeHistory = {
  endpoints: new Map([
    ['GET /big', { changes: 0, months: 12 }],
    ['GET /busy', { changes: 12, months: 12 }],
  ]),
  changes: 12,
  months: 24,
  touched: [],
}
const priced = bill(
  {
    spec,
    code: contractOf([]),
    endpoints: endpoints.map((one) => ({ method: 'GET', path: one.path, spec: one, code: null })),
    findings: [findingOf('type-mismatch', '/busy'), findingOf('type-mismatch', '/busy')],
    history,
  },
  defaultCostSettings,
)
const reports = endpoints.map((one, index): EndpointReport => {
  const cost = priced.endpoints[index]
  if (cost === undefined) throw new Error('an endpoint without a price')
  const coverage = { elements: 0, verified: 0, drifted: 0, unverifiable: 0 }
  return { method: 'GET', path: one.path, state: 'matched', spec: one.at, code: null, coverage, cost }
})
const empty = reportOf(priced.findings, { endpoints: reports })
const answer = auditedOf(
  { ...empty, summary: { ...empty.summary, cost: priced.summary } },
  { details: { spec, code: contractOf([]), pairs: [] } },
)

async function print(...argv: string[]) {
  const world = worldOf(answer)
  const code = await run(['cost', ...argv], world.io, world.tool)
  return { code, text: world.stdout(), error: world.stderr() }
}

const paths = (text: string) => [...text.matchAll(/^ {2}GET +(\S+)/gm)].map(([, path]) => path)

describe('the table of costs', () => {
  it('lists each endpoint with its points, its ranges and what was seen of it', async () => {
    const { text, code } = await print()
    expect(code).toBe(0)
    expect(text).toMatch(/^ {2}GET {2}\/big +7 +110 +0 – \d+ – \d+ +0 in 12 mo +-$/m)
    expect(text).toMatch(/^ {2}GET {2}\/busy +3 +64 +\d+ – \d+ – [\d,]+ +12 in 12 mo +21 +█{8}$/m)
  })

  it.each([
    ['mending', ['/busy', '/big']],
    ['upkeep', ['/busy', '/big']],
    ['points', ['/big', '/busy']],
    ['creation', ['/big', '/busy']],
    ['path', ['/big', '/busy']],
  ])('can be sorted by %s', async (column, expected) => {
    expect(paths((await print('--sort', column)).text)).toEqual(expected)
  })

  it('refuses a column that is none', async () => {
    expect(await print('--sort', 'upkep')).toMatchObject({
      code: 2,
      error: expect.stringContaining('Did you mean "upkeep"?'),
    })
  })

  it('carries the model, its constants and their sources as JSON', async () => {
    const value = JSON.parse((await print('--format', 'json', '--sort', 'points')).text)
    expect(value.endpoints.map(({ path }: { path: string }) => path)).toEqual(['/big', '/busy'])
    expect(value.summary).toMatchObject({
      model: 1,
      constants: { priorRate: 0.05, minutesPerPoint: 11.39, minutesPerRevision: 5.36 },
      sources: { minutesPerEnumValue: { unit: 'minutes', source: 'an assumption' } },
    })
  })
})

describe('the explanation of one endpoint', () => {
  it('tells each figure with its formula, and each number with its unit and source', async () => {
    const { text } = await print('--explain', 'GET /busy')
    // 2 of the properties of Pet, split between two endpoints.
    expect(text).toContain('documentation points  3 points  = 1 + 1 + 1')
    expect(text).toContain('2, split among 2 endpoints')
    expect(text).toContain('to write it  64 minutes  = 30 + 11.39 × 3')
    // The repository: (2 + 12) / (40 + 24) = 0.21875; the endpoint: 13 / (1 / 0.21875 + 12) = 0.78448.
    expect(text).toContain('= 12 × 0.78448 × (10 + 5.36 × 2)')
    expect(text).toContain('(1 + 12) / (1 / 0.21875 + 12)')
    expect(text).toContain("to mend today's drift  21 minutes  = 10 + 10.72")
    expect(text).toContain('a rule of thumb of the TECHWR-L list (1999)')
    expect(text).not.toContain('/big')
  })

  it('stands in the JSON as well', async () => {
    const { endpoints: [one] = [] } = JSON.parse((await print('--explain', '/busy', '--format', 'json')).text)
    expect(one.figures.map(({ figure }: { figure: string }) => figure)).toEqual([
      'points',
      'creation',
      'upkeep',
      'mending',
    ])
  })

  it('says that there is no such endpoint', async () => {
    expect(await print('--explain', 'GET /busi')).toMatchObject({
      code: 2,
      error: expect.stringContaining('no endpoint "GET /busi" on either side.'),
    })
  })
})

it.each([
  [0, '0'],
  [3, '3'],
  [0.341, '0.34'],
  [7.04, '7.0'],
  [12.43, '12'],
  [155.29, '160'],
  [1643, '1,600'],
])('prints %d as %s', (value, text) => {
  expect(twoDigits(value)).toBe(text)
})

it.each([
  [{ low: 3.884, expected: 12.43, high: 39.78 }, '3.9 – 12 – 40 min'],
  [{ low: 132, expected: 422.6, high: 1352 }, '2.2 – 7.0 – 23 h'],
  [{ low: 1020, expected: 5280, high: 8160 }, '2.1 – 11 – 17 days'],
])('prints a range in the unit of what is expected: %o', (range, text) => {
  expect(timeSpan(range, 8)).toBe(text)
})
