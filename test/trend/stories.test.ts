import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, it, onTestFinished } from 'vitest'
import { audit } from '../../src/audit.js'
import { run } from '../../src/cli/run.js'
import type { WeeklyReport } from '../../src/model/weekly.js'
import { rules } from '../../src/rules/index.js'
import { worldOf } from '../cli/world.js'
import { createRepository } from '../git/repository.js'

/** A document of `GET /pets` and `GET /toys` whose answers hold these fields. */
function documentOf(fields: string): string {
  const properties = Object.fromEntries([...fields].map((field) => [field, { type: 'boolean' }]))
  const content = { 'application/json': { schema: { type: 'object', required: [...fields], properties } } }
  const item = { get: { responses: { 200: { description: 'ok', content } } } }
  const paths = { '/pets': item, '/toys': item }
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'Pets', version: '1' }, paths }, null, 2)
}

const files = (code: string, spec: string) => ({ 'served.json': documentOf(code), 'openapi.json': documentOf(spec) })

async function tattletype(root: string, ...argv: string[]) {
  const world = worldOf(undefined, { cwd: root })
  const sides = ['--code', 'served.json', '--spec', 'openapi.json']
  const code = await run([...argv, ...sides], world.io, { ...world.tool, rules, audit })
  return { code, out: world.stdout(), err: world.stderr() }
}

/** What `tattletype schema weekly` prints accepts this report. */
async function accepted(report: unknown): Promise<readonly unknown[]> {
  const world = worldOf()
  await run(['schema', 'weekly'], world.io, { ...world.tool, rules, audit })
  const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(JSON.parse(world.stdout()))
  return validate(report) ? [] : (validate.errors ?? [])
}

it('keeps a record of a team with owners, in JSON that its own schema accepts', async () => {
  const { root, commit } = createRepository()
  const owners = { '.github/CODEOWNERS': '*.json @acme/api\n', '.gitignore': 'drift.jsonl\n' }
  commit('drift', { ...files('ab', 'a'), ...owners }, '2026-02-04T12:00:00Z')
  const first = await tattletype(root, 'report', '--history', 'drift.jsonl', '--format', 'json')
  commit('more drift', files('abc', 'a'), '2026-04-04T12:00:00Z')
  const second = await tattletype(root, 'report', '--history', 'drift.jsonl', '--format', 'json')
  expect([first.code, second.code]).toEqual([0, 0])
  const reports: readonly WeeklyReport[] = [JSON.parse(first.out), JSON.parse(second.out)]
  for (const report of reports) expect(await accepted(report)).toEqual([])
  expect(reports[0]?.before).toBeNull()
  expect(reports[1]?.before).toMatchObject({ date: '2026-02-04' })
  expect(reports[1]?.owners?.map(({ owners: names, findings }) => [names, findings.error])).toEqual([
    [['@acme/api'], 4],
  ])
  // b came with the first commit, 59 days before the last; c with the last.
  expect(reports[1]?.ages.map(({ from, until, findings }) => [from, until, findings])).toEqual([
    [0, 7, 2],
    [32, 92, 2],
  ])
  expect(readFileSync(join(root, 'drift.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2)
})

it('says of a shallow clone that its trend is short, and that its upkeep is the prior alone', async () => {
  const { root, commit } = createRepository()
  commit('drift', files('ab', 'a'), '2026-02-04T12:00:00Z')
  commit('more drift', files('abc', 'a'), '2026-02-11T12:00:00Z')
  const clone = `${root}-clone`
  execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, clone], { stdio: 'pipe' })
  const json = await tattletype(clone, 'report', '--format', 'json')
  const report: WeeklyReport = JSON.parse(json.out)
  expect(json.err).toContain('this clone is shallow: the trend begins where it was cut off')
  expect(report.points).toHaveLength(1)
  expect(report.report.summary.cost.unknown).toBe('this clone is shallow: its history was cut off')
  expect(report.report.endpoints.map(({ cost }) => [cost.months, cost.changes])).toEqual([
    [0, 0],
    [0, 0],
  ])
  expect(await accepted(report)).toEqual([])
  const page = await tattletype(clone, 'report', '--format', 'html')
  expect(page.out).toContain('prior only')
})

it('has nothing to report without git, and prices by the prior alone', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tattletype-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [name, text] of Object.entries(files('ab', 'a'))) writeFileSync(join(root, name), text)
  const weekly = await tattletype(root, 'report')
  expect([weekly.code, weekly.out]).toEqual([2, ''])
  expect(weekly.err).toContain('this folder is not in a git repository')
  const cost = await tattletype(root, 'cost')
  expect(cost.out).toContain('prior only: this folder is not in a git repository')
})

it('has nothing to report of an empty history, and prices by the prior alone', async () => {
  const { root, write } = createRepository()
  write(files('ab', 'a'))
  const weekly = await tattletype(root, 'report')
  expect([weekly.code, weekly.out]).toEqual([2, ''])
  expect(weekly.err).toContain('the repository has no commit yet')
  const cost = await tattletype(root, 'cost')
  expect(cost.out).toContain('prior only: the history is empty: nothing was committed yet')
})
