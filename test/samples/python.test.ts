import { describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import type { Report } from '../../src/model/report.js'
import { alarms, folderOf, planted } from './planted.js'

/** What FastAPI exported stands for the code. */
async function reportOf(sample: string, spec: string): Promise<Report> {
  const options = { ignore: [], severities: {}, overrides: [], allowRemote: false, cost: defaultCostSettings }
  const code = '../python-fastapi/openapi.json'
  const result = await audit({ root: folderOf(sample), spec: [spec], code, ...options })
  if (!result.ok) throw new Error(result.error.message)
  return result.report
}

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
    expect(alarms(await reportOf(sample, drifted))).toEqual(planted(sample))
  })
})
