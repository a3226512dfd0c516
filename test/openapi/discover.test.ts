import { describe, expect, it } from 'vitest'
import { findDocuments, withoutParts } from '../../src/openapi/discover.js'
import { project } from './project.js'

const yaml = 'openapi: 3.0.3\npaths: {}\n'
const json = '{\n  "swagger": "2.0"\n}'

describe('documents are found', () => {
  it.each([
    'openapi.yaml',
    'openapi3.yaml',
    'swagger.yml',
    'api.yaml',
    'docs/petstore.yaml',
    'doc/api.yaml',
    'api/openapi.yml',
    'src/swagger/api.yaml',
    'src/api/openapi.yaml',
    'packages/one/pets.openapi.yaml',
    'spec/v1/openapi.yaml',
  ])('in %s', async (file) => {
    expect(await findDocuments({ root: await project({ [file]: yaml }) })).toEqual([file])
  })

  it('in JSON, and behind comments', async () => {
    const root = await project({ 'swagger.json': json, 'docs/api.yaml': `# the API\n---\n${yaml}` })
    expect(await findDocuments({ root })).toEqual(['docs/api.yaml', 'swagger.json'])
  })

  it('once, where a copy is served to readers', async () => {
    const root = await project({ 'docs/openapi.yaml': yaml, 'public/openapi.yaml': yaml })
    expect(await findDocuments({ root })).toEqual(['docs/openapi.yaml'])
    const other = await project({ 'docs/openapi.yaml': yaml, 'public/openapi.yaml': `${yaml}tags: []\n` })
    expect(await findDocuments({ root: other })).toEqual(['docs/openapi.yaml', 'public/openapi.yaml'])
  })

  it('nowhere else: dependencies, builds, tests, parts of other documents', async () => {
    const root = await project({
      'node_modules/a/openapi.yaml': yaml,
      'dist/openapi.yaml': yaml,
      'docs/fixtures/openapi.yaml': yaml,
      'test/openapi.yaml': yaml,
      'docs/schemas.yaml': 'type: object\n',
      'package.json': '{ "dependencies": { "swagger": "2.0.0" } }',
    })
    expect(await findDocuments({ root })).toEqual([])
  })
})

it('the beginning of a document, which code joins the rest to, is told from documents', async () => {
  const root = await project({
    'src/base.json': '{ "openapi": "3.0.0", "info": { "title": "Paths of life" } }',
    'src/whole.json': '{ "openapi": "3.0.0", "paths": {} }',
    'src/long.json': `{ "openapi": "3.0.0", "info": { "title": "${'a'.repeat(20_000)}" }, "paths": {} }`,
  })
  const files = ['src/base.json', 'src/long.json', 'src/whole.json']
  expect(await withoutParts({ root }, files)).toEqual(['src/long.json', 'src/whole.json'])
})
