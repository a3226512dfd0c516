import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import { reporters } from '../../src/reporters/index.js'

const root = fileURLToPath(new URL('../../samples/fastify-orders', import.meta.url))

async function printed(): Promise<readonly string[]> {
  const settings = { ignore: [], severities: {}, overrides: [], allowRemote: false, cost: defaultCostSettings }
  const result = await audit({ root, spec: ['openapi.drifted.yaml'], ...settings })
  if (!result.ok) throw new Error(result.error.message)
  const context = { color: true, width: 100, readSource: () => undefined }
  return [reporters.json(result.report, context), reporters.pretty(result.report, context)]
}

it('the same input twice gives the same bytes, as JSON and for a person', async () => {
  const first = await printed()
  expect(first.every((text) => text.includes('/orders'))).toBe(true)
  expect(await printed()).toEqual(first)
})
