import { beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import type { Report } from '../../src/model/report.js'
import { alarms, folderOf, planted } from './planted.js'

async function reportOf(sample: string, document: string): Promise<Report> {
  const result = await audit({
    root: folderOf(sample),
    spec: [document],
    ignore: [],
    severities: {},
    overrides: [],
    allowRemote: false,
    cost: defaultCostSettings,
  })
  if (!result.ok) throw new Error(result.error.message)
  return result.report
}

describe.each([
  'express-genai',
  'fastify-orders',
  'hono-garden',
  'koa-allotments',
  'nest-library',
  'next-box-office',
  'nitro-ferry',
  'routing-controllers-recipes',
  'tsoa-bikes',
])('%s', (sample) => {
  let right: Report
  let drifted: Report

  beforeAll(async () => {
    right = await reportOf(sample, 'openapi.right.yaml')
    drifted = await reportOf(sample, 'openapi.drifted.yaml')
  })

  it('has no error and no warning on the right document', () => {
    expect(alarms(right)).toEqual([])
  })

  it('has every planted drift and nothing else on the drifted document', () => {
    expect(alarms(drifted)).toEqual(planted(sample))
  })

  it('carries a confirmed value with every error about a schema', () => {
    const schemaRules = ['type-mismatch', 'required-mismatch', 'nullable-mismatch', 'enum-mismatch', 'format-mismatch']
    const unproven = drifted.findings
      .filter(({ rule, severity }) => schemaRules.includes(rule) && severity === 'error')
      // Whether a parameter may be left out is no question about a value.
      .filter(({ rule, part }) => rule !== 'required-mismatch' || !['query', 'header', 'cookie'].includes(part))
      .filter(({ proof }) => proof === null)
    expect(unproven).toEqual([])
  })
})

describe('the bill of express-genai', () => {
  it('counts 34 documented endpoints and prices each point as the model says', async () => {
    const { summary } = await reportOf('express-genai', 'openapi.right.yaml')
    expect(summary.endpoints.documented).toBe(34)
    const { points, creation } = summary.cost
    expect(creation.expected).toBeCloseTo(34 * 30 + 11.39 * points, -1)
  })
})
