import { expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { run } from '../../src/cli/run.js'
import type { WeeklyReport } from '../../src/model/weekly.js'
import { rules } from '../../src/rules/index.js'
import { worldOf } from '../cli/world.js'
import { sampleYear } from './sample-year.js'

it('tells a year of the sample as it was made: the trend, the last change, and an upkeep that differs by endpoint', async () => {
  const { root } = sampleYear()
  const world = worldOf(undefined, { cwd: root })
  const code = await run(['report', '--since', '52w', '--format', 'json'], world.io, { ...world.tool, rules, audit })
  expect({ code, err: world.stderr() }).toEqual({ code: 0, err: '' })
  const { points, report, ...weekly }: WeeklyReport = JSON.parse(world.stdout())

  // Notes aside: the sample calls some path parameters by other names than its document, from its first day on.
  expect(points.map(({ date, findings }) => `${date} ${findings.error + findings.warning}`)).toEqual([
    '2025-03-04 0',
    '2025-05-06 1',
    '2025-09-10 0',
    '2026-01-13 1',
    '2026-02-24 2',
  ])
  const drift = report.findings.filter(({ severity }) => severity !== 'info')
  const told = (ids: readonly string[]) =>
    drift.filter(({ id }) => ids.includes(id)).map(({ rule, method, path }) => `${rule} ${method} ${path}`)
  expect(told(weekly.fresh)).toEqual([expect.stringMatching(/^undocumented-endpoint DELETE .*\/auth\/keys\/\{\w+\}$/)])
  expect(told(weekly.stayed)).toEqual(['constraint-mismatch POST /auth/login'])
  expect(weekly.mended.map(({ severity, path }) => `${severity} ${path}`)).toEqual(['info /auth/keys/{keyId}'])
  expect(weekly.brought.map(({ since, subject }) => `${since.date} ${subject}`).sort()).toEqual([
    '2025-03-04 in step',
    '2026-01-13 ask for longer passwords',
    '2026-02-24 forget how keys are revoked',
  ])

  const costs = new Map(report.endpoints.map(({ method, path, cost }) => [`${method} ${path}`, cost]))
  const [models, login, other] = ['GET /models', 'POST /auth/login', 'POST /auth/logout'].map((name) => costs.get(name))
  expect([models?.changes, login?.changes, other?.changes]).toEqual([2, 1, 0])
  const yearly = [models, login, other].map((cost) => cost?.upkeep.expected ?? 0)
  expect(yearly).toEqual([...yearly].sort((a, b) => b - a))
  expect(new Set(yearly).size).toBe(3)
}, 300_000)
