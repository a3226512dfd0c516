import { expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import { createRepository } from '../git/repository.js'

const options = { ignore: [], severities: {}, overrides: [], allowRemote: false, cost: defaultCostSettings }

const documentOf = (field: string) =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Pets', version: '1' },
    paths: { '/pets': { $ref: './paths.json#/pets' } },
    'x-field': field,
  })

const pathsOf = (field: string) => {
  const schema = { type: 'object', required: [field], properties: { [field]: { type: 'boolean' } } }
  const content = { 'application/json': { schema } }
  return JSON.stringify({ pets: { get: { responses: { 200: { description: 'ok', content } } } } })
}

it('audits the files of a snapshot, `$ref`s included, and none that only the folder holds', async () => {
  const { root, write } = createRepository()
  write({ 'openapi.json': documentOf('tame'), 'paths.json': pathsOf('tame'), 'swagger.json': documentOf('other') })
  const files = new Map([
    ['openapi.json', documentOf('wild')],
    ['paths.json', pathsOf('wild')],
    ['served/openapi.json', documentOf('wild')],
    ['served/paths.json', pathsOf('fierce')],
  ])
  const result = await audit({ ...options, root, snapshot: { name: 'a commit', files }, code: 'served/openapi.json' })
  if (!result.ok) throw new Error(result.error.message)
  expect(result.report.spec.map(({ file }) => file)).toEqual(['openapi.json'])
  expect(result.report.findings.map(({ rule, pointer }) => `${rule} ${pointer}`)).toEqual([
    'undocumented-response-field /fierce',
    'unsent-response-field /wild',
  ])
})

it('finds the tsconfig that the snapshot holds, and says which files it lacks', async () => {
  const { root, write } = createRepository()
  write({ 'tsconfig.json': '{}', 'index.ts': '', 'openapi.json': documentOf('tame') })
  const empty = { name: 'origin/main (1a2b3c4)', files: new Map([['a.ts', 'export {}']]) }
  const without = await audit({ ...options, root, snapshot: empty })
  expect(without).toMatchObject({ ok: false, error: { message: 'no tsconfig.json was found' } })
  const named = await audit({ ...options, root, snapshot: empty, spec: ['openapi.json'], code: 'openapi.json' })
  expect(named).toMatchObject({
    ok: false,
    error: { message: 'the document cannot be read: there is no such file in origin/main (1a2b3c4)' },
  })
})
