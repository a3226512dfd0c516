import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { recipe } from './recipes.js'

const resolve = createRequire(import.meta.url).resolve
const manifest = readFileSync(new URL('../../.pre-commit-hooks.yaml', import.meta.url), 'utf8')

const schemaOf = (name: string): { $schema?: string } =>
  JSON.parse(readFileSync(resolve(`schemastore/schemas/json/${name}.json`), 'utf8'))

/** Of GitLab itself. */
const gitlabSchema = 'gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts/editor/schema/ci'

describe('the recipes of docs/ci.md', () => {
  it.each([
    ['.pre-commit-config.yaml', 'pre-commit-config', recipe('.pre-commit-config.yaml')],
    ['.pre-commit-hooks.yaml', 'pre-commit-hooks', manifest],
    ['.github/workflows/api-drift.yml', 'github-workflow', recipe('.github/workflows/api-drift.yml')],
    ['.circleci/config.yml', 'circleciconfig', recipe('.circleci/config.yml')],
    ['.gitlab-ci.yml', gitlabSchema, recipe('.gitlab-ci.yml')],
  ])('%s is what its tool reads', (_, schema, text) => {
    const read = schemaOf(schema)
    const ajv = new (String(read.$schema).includes('draft-04') ? AjvDraft04.default : Ajv)({ strict: false })
    addFormats.default(ajv)
    if (schema === 'pre-commit-config') ajv.addSchema(schemaOf('pre-commit-hooks'))
    const validate = ajv.compile(read)
    // The schema's list of events ends before merge_group, which GitHub's documentation has.
    validate(load(text.replace(/^ {2}merge_group:\n/m, '')))
    expect(validate.errors ?? []).toEqual([])
  })

  it.each([['.husky/pre-commit'], ['.git/hooks/pre-commit'], ['scripts/api-drift.sh']])('%s is shell', (file) => {
    const { status, stderr } = spawnSync('sh', ['-n'], { input: recipe(file), encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  it('lint-staged runs the audit once, whatever the files', async () => {
    const text = recipe('lint-staged.config.mjs')
    const module: { default: Record<string, (files: string[]) => string> } = await import(
      `data:text/javascript,${encodeURIComponent(text)}`
    )
    expect(Object.values(module.default).map((command) => command(['a.ts', 'b.ts']))).toEqual(['tattletype --staged'])
  })

  it('GitLab and lefthook read YAML', () => {
    expect(load(recipe('.gitlab-ci.yml'))).toMatchObject({ 'api-drift': { variables: { GIT_DEPTH: 0 } } })
    expect(load(recipe('lefthook.yml'))).toMatchObject({
      'pre-commit': { commands: { tattletype: { run: 'npx --no-install tattletype --staged' } } },
    })
  })
})
