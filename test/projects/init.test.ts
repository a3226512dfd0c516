import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRepository } from '../git/repository.js'
import { documentOf, tattletype } from './monorepo.js'

/** Express without its types: the call is what the route is found by. */
const server = (path: string) => `import express from 'express'
const app = express()
app.get('${path}', (_req, res) => { res.json({ a: true }) })
app.listen(3000)
`

const packageWith = (folder: string, files: Readonly<Record<string, string>>) => ({
  [`${folder}/package.json`]: '{ "dependencies": { "express": "*" } }',
  [`${folder}/tsconfig.json`]: '{ "include": ["*.ts"] }',
  ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`${folder}/${file}`, text])),
})

it('proposes the packages of a workspace that serve an API and describe it, and passes with what it writes', async () => {
  const { root, write } = createRepository()
  write({
    'package.json': '{ "workspaces": ["modules/*"] }',
    ...packageWith('modules/ant', { 'app.ts': server('/ants'), 'openapi.json': documentOf(['a'], '/ants') }),
    ...packageWith('services/bee', { 'app.ts': server('/bees'), 'openapi.json': documentOf(['a'], '/bees') }),
    ...packageWith('packages/ui', { 'view.ts': 'export const view = 1\n' }),
  })
  const { code, err } = await tattletype(root, 'init', '--yes')
  expect([code, err]).toMatchObject([0, expect.any(String)])
  const written = JSON.parse(readFileSync(join(root, 'tattletype.config.json'), 'utf8'))
  expect(written.projects).toEqual(['modules/ant', 'services/bee'])
  expect(written.spec).toBeUndefined()
  const { out } = await tattletype(root, '--format', 'json')
  expect(JSON.parse(out).summary.endpoints).toMatchObject({ documented: 2, served: 2, matched: 2 })
})
