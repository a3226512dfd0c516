import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it } from 'vitest'
import { json } from '../../src/reporters/json.js'
import { reportSchema } from '../../src/reporters/report-schema.js'
import { endpointReportOf, findingOf, reportOf } from './builders.js'

const context = { color: false, width: 80, readSource: () => undefined }
const validate = new Ajv2020().compile(reportSchema)

it('prints the report as JSON that ends with a newline', () => {
  const text = json(reportOf([findingOf()]), context)
  expect(JSON.parse(text)).toEqual(reportOf([findingOf()]))
  expect(text.endsWith('}\n')).toBe(true)
})

it('prints the same bytes whatever order things were found in', () => {
  const findings = [findingOf({ id: 'a' }), findingOf({ id: 'b', path: '/a' }), findingOf({ id: 'c', status: null })]
  const endpoints = [endpointReportOf(), endpointReportOf({ path: '/a' }), endpointReportOf({ method: 'PUT' })]
  const forwards = json(reportOf(findings, { endpoints }), context)
  const backwards = json(reportOf([...findings].reverse(), { endpoints: [...endpoints].reverse() }), context)
  expect(backwards).toBe(forwards)
})

it('has a schema that takes a report', () => {
  const unverifiable = [
    { method: 'GET', path: '/a', part: 'query', status: null, mediaType: null, pointer: '/q', reason: 'any' } as const,
  ]
  const report = reportOf([findingOf(), findingOf({ spec: null, proof: null, status: null })], { unverifiable })
  expect(validate(JSON.parse(json(report, context))), JSON.stringify(validate.errors)).toBe(true)
})

it.each([
  ['an unknown member', { ...reportOf(), extra: 1 }],
  ['another version', { ...reportOf(), version: 2 }],
  ['a finding without its rule', { ...reportOf(), findings: [{ ...findingOf(), rule: undefined }] }],
  ['an unknown state', { ...reportOf(), endpoints: [{ ...endpointReportOf(), state: 'lost' }] }],
])('has a schema that refuses %s', (_, report) => {
  expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false)
})
