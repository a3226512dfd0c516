import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createRepository } from '../git/repository.js'
import { listing, packageOf, tattletype } from './monorepo.js'

const page = readFileSync(new URL('../../docs/monorepos.md', import.meta.url), 'utf8')

/** The JSON block that follows these words. */
function block(words: string) {
  const from = page.indexOf('```json\n', page.indexOf(words)) + 8
  return JSON.parse(page.slice(from, page.indexOf('```', from)))
}

const turbo = block('`turbo.json`:').tasks.tattletype
const script: string = block('In each package, in the `scripts`').scripts.tattletype
const nx = block('In each package, `project.json`:').targets.tattletype

it.each([
  ['Turborepo', script.replace('cd ../.. && ', ''), turbo.outputs[0]],
  ['Nx', nx.command, nx.outputs[0].replace('{projectRoot}/', '')],
])('of %s writes the report where its cache looks for it', async (_, command: string, output: string) => {
  const { root, write } = createRepository()
  write({ ...listing('packages/*'), ...packageOf('packages/billing', ['a'], ['a']) })
  const [program, ...argv] = command.split(' ')
  expect(program).toBe('tattletype')
  expect(await tattletype(root, ...argv)).toMatchObject({ code: 0 })
  expect(existsSync(join(root, 'packages/billing', output))).toBe(true)
})

it('count the package, the packages below it and the configuration as inputs', () => {
  expect(turbo).toEqual({
    dependsOn: ['transit'],
    inputs: ['$TURBO_DEFAULT$', '$TURBO_ROOT$/tattletype.config.json'],
    outputs: ['tattletype-report.json'],
  })
  expect(block('`turbo.json`:').tasks.transit).toEqual({ dependsOn: ['^transit'] })
  expect(nx).toMatchObject({ cache: true, outputs: ['{projectRoot}/tattletype-report.json'] })
  expect(nx.inputs.slice(0, 3)).toEqual(['default', '^default', '{workspaceRoot}/tattletype.config.json'])
})

it('are led to by a configuration that is one', async () => {
  const { root, write } = createRepository()
  write({
    'tattletype.config.json': JSON.stringify(block('`tattletype.config.json`:')),
    ...packageOf('packages/a', ['a'], ['a']),
    ...packageOf('packages/legacy', ['a'], ['b']),
    ...packageOf('services/billing/api', ['a'], ['a']),
  })
  const { out } = await tattletype(root, '--print-config')
  expect(Object.keys(JSON.parse(out).projects)).toEqual(['billing', 'packages/a'])
})
