import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'

// Inside the package, so that express is found.
const root = mkdtempSync(fileURLToPath(new URL('../unreached-', import.meta.url)))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const app = `import express from 'express'
const app = express()
app.get('/pets/:id', (req, res) => { res.json({ id: req.params.id }) })
app.get('/pets/search', (req, res) => { res.json([String(req.query.q)]) })
app.get('/pets/count', (_req, res) => { res.json({ count: 3 }) })
`
const options = { compilerOptions: { strict: true, module: 'NodeNext', skipLibCheck: true }, include: ['*.ts'] }
const text = { type: 'string' }
const answers = (schema: object) => ({ 200: { description: 'd', content: { 'application/json': { schema } } } })
const list = { type: 'array', items: text }
const id = { name: 'id', in: 'path', required: true, schema: text }
const pet = { type: 'object', required: ['id'], properties: { id: text }, additionalProperties: false }
const search = {
  security: [{ key: [] }],
  parameters: [{ name: 'q', in: 'query', required: true, schema: text }],
  responses: { ...answers(list), 404: { description: 'none' } },
}

it('is an endpoint of which nothing can be told, and of which nothing is asked where it is not documented', async () => {
  const document = {
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1' },
    paths: {
      '/pets/{id}': { get: { parameters: [id], responses: answers(pet) } },
      '/pets/search': { get: search },
    },
    components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'x-key' } } },
  }
  writeFileSync(join(root, 'package.json'), '{ "dependencies": { "express": "*" } }')
  writeFileSync(join(root, 'tsconfig.json'), JSON.stringify(options))
  writeFileSync(join(root, 'app.ts'), app)
  writeFileSync(join(root, 'openapi.json'), JSON.stringify(document))
  const severities = { 'invalid-document': 'off' } as const
  const settings = { ignore: [], severities, overrides: [], allowRemote: false, cost: defaultCostSettings }
  const result = await audit({ root, ...settings })
  if (!result.ok) throw new Error(result.error.message)
  expect(result.report.findings).toEqual([])
  const reason =
    'GET /pets/search is never reached: GET /pets/{id}, registered before it at app.ts:3, answers its requests'
  const told = result.report.unverifiable.filter(({ path }) => path === '/pets/search')
  expect(new Set(told.map((each) => each.reason))).toEqual(new Set([reason]))
  expect(result.notices).toContain(`${reason}.`)
  expect(result.report.endpoints.map(({ path, state }) => `${path} ${state}`)).toEqual([
    '/pets/search matched',
    '/pets/{id} matched',
  ])
})
