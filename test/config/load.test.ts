import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load.js'

const vocabulary = { rules: ['undocumented-endpoint', 'type-mismatch'], formats: ['pretty', 'json'] }
let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tattletype-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const write = (name: string, text: string) => writeFileSync(join(root, name), text)
const load = (more: { file?: string; execute?: boolean } = {}) =>
  loadConfig({ root, execute: true, vocabulary, ...more })

describe('finding the configuration', () => {
  it('is content without one', async () => {
    expect(await load()).toEqual({ ok: true, value: null })
  })

  it.each([
    ['tattletype.config.json', '{ "failOn": "warning" }'],
    ['tattletype.config.json', '{ "failOn": "warning", /* a comment */ }'],
    ['tattletype.config.yaml', 'failOn: warning'],
    ['tattletype.config.yml', 'failOn: warning'],
    ['.tattletyperc', 'failOn: warning'],
    ['.tattletyperc', '{ "failOn": "warning" }'],
    ['.tattletyperc.json', '{ "failOn": "warning" }'],
    ['.tattletyperc.yaml', 'failOn: warning'],
    ['package.json', '{ "name": "shop", "tattletype": { "failOn": "warning" } }'],
    ['tattletype.config.mjs', 'export default { failOn: "warning" }'],
    ['tattletype.config.js', 'module.exports = { failOn: "warning" }'],
    ['tattletype.config.ts', 'const failOn: string = "warning"\nexport default { failOn }'],
    [
      'tattletype.config.mts',
      'import { defineConfig } from "tattletype"\nexport default defineConfig({ failOn: "warning" })',
    ],
  ])('reads %s', async (name, text) => {
    write(name, text)
    expect(await load()).toEqual({ ok: true, value: { from: name, values: { failOn: 'warning' } } })
  })

  it('takes an empty file for an empty configuration', async () => {
    write('tattletype.config.yaml', '')
    expect(await load()).toMatchObject({ ok: true, value: { values: {} } })
  })

  it('refuses to choose between two', async () => {
    write('tattletype.config.json', '{}')
    write('.tattletyperc', '{}')
    expect(await load()).toMatchObject({
      ok: false,
      error: { message: 'two configurations: tattletype.config.json and .tattletyperc' },
    })
  })

  it('does not run code where that is forbidden', async () => {
    write('tattletype.config.mjs', 'globalThis.ran = true; export default {}')
    expect(await load({ execute: false })).toMatchObject({ ok: false, error: { file: 'tattletype.config.mjs' } })
    expect(globalThis).not.toHaveProperty('ran')
  })

  it('reads files relative to the configuration', async () => {
    write('nested.json', '{ "spec": "api/openapi.yaml", "project": ["tsconfig.json"] }')
    expect(await load({ file: 'nested.json' })).toMatchObject({
      value: { values: { spec: ['api/openapi.yaml'], project: ['tsconfig.json'] } },
    })
  })
})

describe('a mistake in the configuration', () => {
  it.each([
    ['{ "failsOn": "error" }', 'unknown key "failsOn". Did you mean "failOn"?'],
    [
      '{ "failOn": "eror" }',
      '"failOn" is "eror", but has to be one of error, warning, info, never. Did you mean "error"?',
    ],
    [
      '{ "rules": { "type-missmatch": "off" } }',
      'unknown rule "type-missmatch" in "rules". Did you mean "type-mismatch"?',
    ],
    [
      '{ "overrides": [{ "paths": ["/a"], "rules": { "types": "off" } }] }',
      'unknown rule "types" in "overrides[0].rules".',
    ],
    ['{ "overrides": [{ "rules": {} }] }', '"overrides[0]" lacks "paths".'],
    [
      '{ "rules": { "type-mismatch": "fatal" } }',
      '"rules.type-mismatch" is "fatal", but has to be one of error, warning, info, off.',
    ],
    ['{ "minCoverage": "80" }', '"minCoverage" has to be a number, not "80".'],
    ['{ "minCoverage": 800 }', '"minCoverage" must be <= 100, but is 800.'],
    ['{ "authentification": ["member"] }', 'unknown key "authentification". Did you mean "authentication"?'],
    ['{ "authentication": "member" }', '"authentication" has to be a list, not "member".'],
    ['{ "spec": 3 }', '"spec" has to be a text or a list of texts, not 3.'],
    ['{ "cost": { "calibration": { "days": 11 } } }', '"cost.calibration" lacks "endpoints".'],
    ['[]', 'the configuration has to be an object, not [].'],
  ])('%s', async (text, message) => {
    write('tattletype.config.json', text)
    expect(await load()).toEqual({ ok: false, error: { file: 'tattletype.config.json', message } })
  })

  it('of broken JSON is told with its place', async () => {
    write('tattletype.config.json', '{\n  "failOn": \n}')
    expect(await load()).toMatchObject({ ok: false, error: { file: 'tattletype.config.json', line: 3, column: 1 } })
  })

  it('of broken YAML is told with its place', async () => {
    write('tattletype.config.yaml', 'failOn: warning\nignore: [a')
    expect(await load()).toMatchObject({ ok: false, error: { file: 'tattletype.config.yaml', line: 2 } })
  })

  it('that throws is told in one line', async () => {
    write('tattletype.config.mjs', 'throw new Error("no\\nway")')
    expect(await load()).toEqual({
      ok: false,
      error: { file: 'tattletype.config.mjs', message: 'could not be run: no' },
    })
  })

  it('that the file is absent is told', async () => {
    expect(await load({ file: 'absent.json' })).toEqual({
      ok: false,
      error: { file: 'absent.json', message: 'the configuration cannot be read' },
    })
  })
})
