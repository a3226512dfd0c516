import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import type { Finding } from '../../src/model/finding.js'
import type { Report } from '../../src/model/report.js'

type Planted = Pick<Finding, 'method' | 'path' | 'rule' | 'part' | 'status' | 'pointer'>

const folderOf = (sample: string): string => fileURLToPath(new URL(`../../samples/${sample}`, import.meta.url))

/** What FastAPI exported stands for the code. */
async function reportOf(sample: string, spec: string): Promise<Report> {
  const options = { ignore: [], severities: {}, overrides: [], allowRemote: false, cost: defaultCostSettings }
  const code = '../python-fastapi/openapi.json'
  const result = await audit({ root: folderOf(sample), spec: [spec], code, ...options })
  if (!result.ok) throw new Error(result.error.message)
  return result.report
}

const line = ({ method, path, rule, part, status, pointer }: Planted): string =>
  [method, path, rule, part, status ?? '-', pointer || '/'].join(' ')

const alarms = ({ findings }: Report): string[] =>
  findings
    .filter(({ severity }) => severity !== 'info')
    .map(line)
    .sort()

describe.each([
  ['python-fastapi', 'a file written by hand', 'openapi.right.yaml', 'openapi.drifted.yaml'],
  ['python-flasgger', 'docstrings that Flasgger reads', 'apispec.right.json', 'apispec.drifted.json'],
])("%s: %s, against FastAPI's export", (sample, _, right, drifted) => {
  it('has no error and no warning where it is right', async () => {
    const report = await reportOf(sample, right)
    expect(alarms(report)).toEqual([])
    expect(report.code).toEqual([{ document: expect.stringMatching(/openapi\.json$/) }])
    expect(report.summary.endpoints).toMatchObject({ documented: 8, matched: 8 })
  })

  it('has every planted drift and nothing else where it drifted', async () => {
    const expected: readonly Planted[] = JSON.parse(readFileSync(`${folderOf(sample)}/expected.json`, 'utf8'))
    expect(alarms(await reportOf(sample, drifted))).toEqual(expected.map(line).sort())
  })
})
