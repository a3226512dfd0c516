import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { reportSchema } from '../../src/reporters/report-schema.js'
import { createRepository } from '../git/repository.js'
import { documentOf, findingsOf, listing, packageOf, tattletype } from './monorepo.js'

const field = (name: string) => `undocumented-response-field /${name}`

function monorepo(files: Readonly<Record<string, string>>) {
  const { root, write } = createRepository()
  write(files)
  return root
}

const [tame, wild] = [packageOf('packages/tame', ['a'], ['a']), packageOf('packages/wild', ['a', 'b'], ['a'])]

describe('several projects', () => {
  it('are each audited, and stand in one report with the project of each endpoint and paths from the root', async () => {
    const root = monorepo({ ...listing('packages/tame', 'packages/wild'), ...tame, ...wild })
    const { code, report, findings } = await findingsOf(root)
    expect([code, findings]).toEqual([1, [`packages/wild ${field('b')}`]])
    expect(report.endpoints.map(({ project, path, spec }) => [project, path, spec?.file])).toEqual([
      ['packages/tame', '/pets', 'packages/tame/openapi.json'],
      ['packages/wild', '/pets', 'packages/wild/openapi.json'],
    ])
    expect(report.projects?.map(({ name, summary }) => [name, summary.findings.error])).toEqual([
      ['packages/tame', 0],
      ['packages/wild', 1],
    ])
    expect(report.summary.endpoints).toMatchObject({ documented: 2, served: 2, matched: 2 })
    expect(new Ajv2020().validate(reportSchema, report)).toBe(true)
  })

  it('are found by a glob where they have a configuration of their own, and left out by one with an exclamation mark', async () => {
    const lonely = { 'packages/ui/openapi.json': documentOf(['a']), 'packages/ui/package.json': '{ "name": "ui" }' }
    const other = packageOf('packages/old', ['x'], ['y'])
    const root = monorepo({ ...listing('packages/*', '!packages/old'), ...tame, ...wild, ...lonely, ...other })
    const { report } = await findingsOf(root)
    expect(report.projects?.map(({ name }) => name)).toEqual(['packages/tame', 'packages/wild'])
  })

  it('keep the same finding of two of them apart, and that of one alone as it was', async () => {
    const twin = packageOf('packages/twin', ['a', 'b'], ['a'])
    const root = monorepo({ ...listing('packages/*'), ...wild, ...twin })
    const { report } = await findingsOf(root)
    const alone = await findingsOf(join(root, 'packages/wild'))
    expect(new Set([...report.findings, ...alone.report.findings].map(({ id }) => id)).size).toBe(3)
    expect(report.summary.causes).toBe(2)
    const element = ['undocumented-response-field', 'GET', '/pets', 'response', '200', 'application/json', '/b']
    const fingerprint = createHash('sha256').update(JSON.stringify(element)).digest('hex').slice(0, 16)
    expect(alone.report.findings.map(({ id, project }) => [id, project])).toEqual([[fingerprint, undefined]])
  })

  it('begin with what stands beside them, then what is their own, then what the list says of them', async () => {
    const config = {
      rules: { 'undocumented-response-field': 'warning' },
      failOn: 'warning',
      projects: [
        'packages/wild',
        { folder: 'packages/twin', name: 'twin', rules: { 'undocumented-response-field': 'info' } },
        { folder: 'packages/own', name: 'own', failOn: 'never' },
      ],
    }
    const root = monorepo({
      'tattletype.config.json': JSON.stringify(config),
      ...wild,
      ...packageOf('packages/twin', ['a', 'b'], ['a']),
      ...packageOf('packages/own', ['a', 'b'], ['a']),
      'packages/own/tattletype.config.json':
        '{ "spec": "openapi.json", "code": "served.json", "rules": { "undocumented-response-field": "error" } }',
    })
    const { code, report, err } = await findingsOf(root)
    expect(err).toBe('')
    expect(report.findings.map(({ project, severity }) => [project, severity])).toEqual([
      ['own', 'error'],
      ['packages/wild', 'warning'],
      ['twin', 'info'],
    ])
    expect(code).toBe(1)
    expect((await findingsOf(root, '--project', 'own')).code).toBe(0)
    expect((await findingsOf(root, '--project', 'twin')).code).toBe(0)
  })

  it('print where each of their settings comes from', async () => {
    const config = {
      ignore: ['/health'],
      projects: ['packages/tame', { folder: 'packages/wild', name: 'wild', failOn: 'info' }],
    }
    const root = monorepo({ 'tattletype.config.json': JSON.stringify(config), ...tame, ...wild })
    const { out } = await tattletype(root, '--print-config', '--ignore', '/docs')
    expect(JSON.parse(out)).toMatchObject({
      format: { value: ['pretty'], from: ['default'] },
      projects: {
        'packages/tame': {
          folder: 'packages/tame',
          settings: {
            spec: { value: ['packages/tame/openapi.json'], from: ['packages/tame/tattletype.config.json'] },
            ignore: { value: ['/health', '/docs'], from: ['tattletype.config.json', 'command line'] },
          },
        },
        wild: { settings: { failOn: { value: 'info', from: ['tattletype.config.json projects[1]'] } } },
      },
    })
  })

  it('can share a root and need no folder', async () => {
    const shop = { name: 'shop', spec: 'shop.json', code: 'served.json' }
    const root = monorepo({
      ...listing(shop, { ...shop, name: 'stock', spec: 'stock.json' }),
      'served.json': documentOf(['a', 'b']),
      'shop.json': documentOf(['a']),
      'stock.json': documentOf(['b']),
    })
    expect((await findingsOf(root)).findings).toEqual([`shop ${field('b')}`, `stock ${field('a')}`])
  })

  it('are looked through by the names that --project gives', async () => {
    const root = monorepo({ ...listing('packages/*'), ...tame, ...wild })
    expect(await findingsOf(root, '--project', 'packages/tame')).toMatchObject({ code: 0, findings: [] })
    expect((await tattletype(root, '--project', 'packages/tam')).err).toBe(
      'tattletype: --project names one of the configuration\'s projects (packages/tame, packages/wild), not "packages/tam". Did you mean "packages/tame"?\n',
    )
    expect((await tattletype(root, '--spec', 'x.yaml')).err).toContain(
      '--spec names one side, and the configuration has several projects. Choose the project that it is of with --project.',
    )
    const other = await findingsOf(root, '--project', 'packages/tame', '--spec', 'packages/wild/served.json')
    expect(other.findings).toEqual(['packages/tame unsent-response-field /b'])
  })

  it.each([
    [
      { 'packages/wild/openapi.json': '{ "openapi": ' },
      'packages/wild/openapi.json:1:14: project "packages/wild": not valid JSON',
    ],
    [
      { 'packages/wild/served.json': '{}' },
      'packages/wild/served.json:1:1: project "packages/wild": not an OpenAPI document',
    ],
    [
      { 'packages/wild/openapi.json': '{"openapi":"3.0.3","info":{"title":"t","version":"1"},"paths":{}}' },
      'project "packages/wild": nothing was compared: packages/wild/openapi.json describes no operation',
    ],
    [
      { 'packages/wild/openapi.json': documentOf(['a'], '/other') },
      'project "packages/wild": nothing was compared: none of',
    ],
  ])('end with 2 and the name of the one that cannot be compared', async (broken, words) => {
    const root = monorepo({ ...listing('packages/*'), ...tame, ...wild, ...broken })
    const { code, err } = await tattletype(root)
    expect(code).toBe(2)
    expect(err).toContain(`tattletype: ${words}`)
  })

  it.each([
    ['{ "projects": [{ "folder": "a", "specs": "b" }] }', 'unknown key "specs" in "projects[0]". Did you mean "spec"?'],
    [
      '{ "project": "a", "projects": ["b"] }',
      '"project" stands beside "projects": say it of the project that it belongs to.',
    ],
    ['{ "projects": [] }', '"projects" must NOT have fewer than 1 items, but is [].'],
    ['{ "projects": [3] }', '"projects[0]" has to be a text or an object, not 3.'],
    [
      '{ "projects": ["packages/*"] }',
      '"projects" names no folder with a configuration of its own, such as tattletype.config.json.',
    ],
    ['{ "projects": [{ "spec": "a" }] }', '"projects[0]" needs a "name" or a "folder".'],
    [
      '{ "projects": [{ "name": "a" }, { "folder": "b", "name": "a" }] }',
      'two projects are called "a": . and b; give one a "name".',
    ],
    ['{ "projets": ["a"] }', 'unknown key "projets". Did you mean "projects"?'],
  ])('are refused as %s', async (config, message) => {
    const root = monorepo({ 'tattletype.config.json': config })
    expect(await tattletype(root)).toMatchObject({ code: 2, err: `tattletype: tattletype.config.json: ${message}\n` })
  })

  it('cannot hold projects themselves, nor run code where that is forbidden', async () => {
    const nested = monorepo({
      ...listing('packages/tame'),
      'packages/tame/tattletype.config.json': '{ "projects": ["x"] }',
    })
    expect((await tattletype(nested)).err).toBe(
      'tattletype: packages/tame/tattletype.config.json: "projects" inside of a project that tattletype.config.json lists.\n',
    )
    const code = monorepo({ ...listing('packages/tame'), 'packages/tame/tattletype.config.mjs': 'throw 1' })
    expect((await tattletype(code, '--no-exec-config')).err).toContain(
      'packages/tame/tattletype.config.mjs: this configuration is code, and --no-exec-config forbids to run it',
    )
  })
})

describe('the baseline of several projects', () => {
  it('names the project of each finding, and a run of one project leaves the others alone', async () => {
    const root = monorepo({ ...listing('packages/*'), ...wild, ...packageOf('packages/twin', ['a', 'c'], ['a']) })
    const lines = () => readFileSync(join(root, 'tattletype.baseline.jsonl'), 'utf8').trim().split('\n')
    await tattletype(root, 'baseline', 'write')
    expect(lines().map((line) => JSON.parse(line).project)).toEqual(['packages/twin', 'packages/wild'])
    expect(await tattletype(root)).toMatchObject({ code: 0 })
    expect(await tattletype(root, '--project', 'packages/wild')).toMatchObject({ code: 0 })
    await tattletype(root, 'baseline', 'prune', '--project', 'packages/wild')
    expect(lines().length).toBe(2)
  })

  it('tells a stale entry of the project that was audited, and that of a project that is gone to a run of all', async () => {
    const twin = packageOf('packages/twin', ['a', 'c'], ['a'])
    const { root, write } = createRepository()
    write({ ...listing('packages/*'), ...tame, ...wild, ...twin })
    await tattletype(root, 'baseline', 'write')
    write({ ...wild, 'packages/wild/served.json': documentOf(['a']) })
    expect(await tattletype(root, '--project', 'packages/twin')).toMatchObject({ code: 0 })
    expect((await tattletype(root)).err).toContain('GET /pets response 200 /b is mended or gone')
    write({ ...wild, ...listing('packages/tame', 'packages/wild') })
    expect(await tattletype(root, '--project', 'packages/tame')).toMatchObject({ code: 0 })
    expect((await tattletype(root)).err).toContain('GET /pets response 200 /c is mended or gone')
  })
})
