import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bill } from '../../src/cost/bill.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import { historyOf } from '../../src/history/history.js'
import { readUnjudged } from '../../src/openapi/read.js'

/** The history of a document alone, without the code beside it. */
const documentHistory = (root: string, document: string, version?: string) =>
  historyOf(root, [document], { endpoints: [], schemas: {} }, version)

const script = fileURLToPath(new URL('../../scripts/year.mjs', import.meta.url))

describe('a year of the sample, as a script made it', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tattletype-year-'))
    execFileSync(process.execPath, [script, folder])
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('has the changes that were made, and none for a sweep, other words, another layout or code', async () => {
    const { endpoints, changes, touched } = await documentHistory(folder, 'openapi.yaml')
    const changed = Object.fromEntries(
      [...endpoints].map(([name, seen]) => [name, seen.changes] as const).filter(([, count]) => count > 0),
    )
    expect(changed).toEqual({
      'POST /chat/completions': 12,
      'GET /documents': 5,
      'GET /usage': 2,
      'POST /auth/login': 1,
    })
    expect([changes, touched]).toEqual([20, Array(20).fill(1)])
  })

  it('gives each endpoint the upkeep that its changes ask for', async () => {
    const history = await documentHistory(folder, 'openapi.yaml')
    const spec = await readUnjudged('openapi.yaml', { root: folder, allowRemote: false })
    if (!spec.ok) throw new Error(spec.error.message)
    const endpoints = spec.value.endpoints.map((one) => ({ method: one.method, path: one.path, spec: one, code: null }))
    const priced = bill(
      { spec: spec.value, code: { endpoints: [], schemas: {}, unresolved: [] }, endpoints, findings: [], history },
      defaultCostSettings,
    )
    const upkeepOf = (path: string, method: string) =>
      priced.endpoints[endpoints.findIndex((one) => one.path === path && one.method === method)]?.upkeep.expected
    // A change touches one point: 10 + 5.36017 minutes. The repository: 22 changes in 40 + 34 x 11.992 endpoint-months.
    const months = 365 / (365.25 / 12)
    const repository = (2 + 20) / (40 + 34 * months)
    const expected = (changes: number) => (12 * (1 + changes) * 15.36017) / (1 / repository + months)
    expect(endpoints).toHaveLength(34)
    expect(upkeepOf('/chat/completions', 'POST')).toBeCloseTo(expected(12), 1)
    expect(upkeepOf('/documents', 'GET')).toBeCloseTo(expected(5), 1)
    expect(upkeepOf('/usage', 'GET')).toBeCloseTo(expected(2), 1)
    expect(upkeepOf('/auth/login', 'POST')).toBeCloseTo(expected(1), 1)
    expect(upkeepOf('/models', 'GET')).toBeCloseTo(expected(0), 1)
  })
})
