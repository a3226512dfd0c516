import { expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'

const options = { ignore: [], severities: {}, overrides: [], allowRemote: false, cost: defaultCostSettings }
const head = 'openapi: 3.0.3\ninfo: { title: t, version: "1" }\n'
const document = `${head}paths: { /a: { get: { responses: { 204: { description: d } } } } }\n`
const blocks = `/**
 * @openapi
 * /a: { get: { responses: { 204: { description: d } } } }
 */
`
const collected = (apis: string) => `import swaggerJsdoc from 'swagger-jsdoc'
export const docs = swaggerJsdoc({ definition: { openapi: '3.0.3', info: { title: 't', version: '1' } }, apis: ['${apis}'] })
`

async function noticesWith(files: Readonly<Record<string, string>>, spec?: readonly string[]) {
  const all = {
    'package.json': '{ "dependencies": { "express": "5" } }',
    'tsconfig.json': '{ "include": ["src"] }',
    'openapi.yaml': document,
    'src/app.ts': `import express from 'express'\nconst app = express()\napp.get('/a', (_req, res) => { res.sendStatus(204) })\n`,
    ...files,
  }
  const snapshot = { name: 'a commit', files: new Map(Object.entries(all)) }
  const result = await audit({ ...options, root: '/repository', snapshot, ...(spec === undefined ? {} : { spec }) })
  if (!result.ok) throw new Error(result.error.message)
  expect(result.report.spec.map(({ file }) => file)).toEqual(['openapi.yaml'])
  return result.notices.filter((notice) => notice.includes('--spec'))
}

const literal = `export const served = { openapi: '3.0.3', info: { title: 't', version: '1' }, paths: { '/a': {} } }`
const said = (file: string) =>
  `openapi.yaml is the document that is read; the code spells out another in ${file}: choose it with --spec ${file}, if that is what is served`

it.each([
  ['a literal', { 'src/docs.ts': literal }, 'src/docs.ts'],
  ['blocks that are collected', { 'src/docs.ts': collected('src/b.ts'), 'src/b.ts': blocks }, 'src/docs.ts'],
])('says which other document the code holds: %s', async (_, files, other) => {
  expect(await noticesWith(files)).toEqual([said(other)])
})

it.each([
  ['is none without paths', { 'src/docs.ts': literal.replace("'/a': {}", '') }],
  ['is the same where it is made of the file', { 'src/docs.ts': collected('openapi.yaml') }],
])('a literal %s', async (_, files) => {
  expect(await noticesWith(files)).toEqual([])
})

it('is not said to who has chosen', async () => {
  expect(await noticesWith({ 'src/docs.ts': literal }, ['openapi.yaml'])).toEqual([])
})
