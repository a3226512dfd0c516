import { expect, it } from 'vitest'
import { reporters } from '../../src/reporters/index.js'
import { endpointReportOf, findingOf, reportOf } from './builders.js'

const context = { color: false, width: 100, readSource: () => undefined }

/** The same endpoint with the same drift in two projects, and a third without any. */
const { spec, code, summary } = reportOf([findingOf()])
const names = ['billing', 'stock', 'tame'] as const
const report = reportOf(
  [
    findingOf({ id: 'b', cause: 'b', project: 'billing' }),
    findingOf({ id: 's', cause: 's', project: 'stock', message: 'Another.' }),
  ],
  {
    projects: names.map((name) => ({ name, spec, code, summary: name === 'tame' ? reportOf().summary : summary })),
    endpoints: names.map((project) => endpointReportOf({ project })),
  },
)

const quiet = new Set(['badge', 'shields'])

it.each(Object.entries(reporters).filter(([id]) => !quiet.has(id)))(
  '%s names the project of each finding',
  (_, reporter) => {
    const text = reporter(report, context)
    for (const name of ['billing', 'stock']) expect(text).toContain(name)
  },
)

it('pretty puts each project under its own heading, and tells one without drift in a line', () => {
  const lines = reporters.pretty(report, context).split('\n')
  const headings = lines.filter((line) => line.startsWith('━━')).map((line) => line.split(' ')[1])
  expect(headings).toEqual(['billing', 'stock'])
  expect(lines.filter((line) => line.includes('GET /orders')).length).toBeGreaterThanOrEqual(2)
  expect(lines.find((line) => line.startsWith('  ✔ tame'))).toMatch(/1 of 1 matched, 75 % verified$/)
})

it('junit has a suite for each project, and an endpoint fails in its own alone', () => {
  const suites = [...reporters.junit(report, context).matchAll(/<testsuite name="([^"]*)" tests="2" failures="(\d)"/g)]
  expect(suites.map(([, name, failures]) => [name, failures])).toEqual([
    ['billing: openapi.yaml', '1'],
    ['stock: openapi.yaml', '1'],
    ['tame: openapi.yaml', '0'],
  ])
})

it('sarif keeps one run, with a fingerprint and the project of each result', () => {
  const log = JSON.parse(reporters.sarif(report, context))
  expect(log.runs.length).toBe(1)
  const results: { properties: { project: string }; partialFingerprints: object }[] = log.runs[0].results
  expect(results.map(({ properties, partialFingerprints }) => [properties.project, partialFingerprints])).toEqual([
    ['billing', { 'tattletype/v1': 'b' }],
    ['stock', { 'tattletype/v1': 's' }],
  ])
})
