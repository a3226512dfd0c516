import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { run } from '../../src/cli/run.js'
import type { WeeklyReport } from '../../src/model/weekly.js'
import { rules } from '../../src/rules/index.js'
import { worldOf } from '../cli/world.js'
import { createRepository, type TestRepository } from '../git/repository.js'

/** A document of `GET /pets` whose answers hold these fields; the one that stands for the code is written the same way. */
function documentOf(...fields: string[]): string {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'boolean' }]))
  const content = { 'application/json': { schema: { type: 'object', required: fields, properties } } }
  const paths = { '/pets': { get: { responses: { 200: { description: 'ok', content } } } } }
  return JSON.stringify({ openapi: '3.0.3', info: { title: 'Pets', version: '1' }, paths }, null, 2)
}

const files = (code: string, spec: string) => ({
  'served.json': documentOf(...code),
  'openapi.json': documentOf(...spec),
})

async function tattletype(root: string, argv: readonly string[]) {
  const world = worldOf(undefined, { cwd: root })
  let audits = 0
  const code = await run(['report', ...argv, '--code', 'served.json', '--spec', 'openapi.json'], world.io, {
    ...world.tool,
    rules,
    audit(options) {
      audits += 1
      return audit(options)
    },
  })
  return { code, out: world.stdout(), err: world.stderr(), audits }
}

async function weekly(root: string, ...argv: string[]) {
  const { code, out, err, audits } = await tattletype(root, [...argv, '--format', 'json'])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const report: WeeklyReport = JSON.parse(out)
  const pointers = new Map(report.report.findings.map(({ id, pointer }) => [id, pointer]))
  const named = (ids: readonly string[]) => ids.map((id) => pointers.get(id)).sort()
  return {
    audits,
    report,
    fresh: named(report.fresh),
    stayed: named(report.stayed),
    mended: report.mended.map(({ pointer }) => pointer),
    errors: report.points.map(({ date, findings }) => `${date} ${findings.error}`),
    origins: Object.fromEntries(
      report.origins.map(({ id, subject, known, days }) => [pointers.get(id), `${subject} (${known}, ${days})`]),
    ),
  }
}

/** Five weeks: nothing drifts; b drifts; c drifts on a Tuesday among other commits; b is mended and d drifts. */
function year(): TestRepository {
  const project = createRepository()
  const at = (date: string) => `${date}T12:00:00Z`
  project.commit('in step', files('a', 'a'), at('2026-02-04'))
  project.commit('send b', files('ab', 'a'), at('2026-02-11'))
  project.commit('a word', { 'README.md': 'one' }, at('2026-02-16'))
  project.commit('send c', files('abc', 'a'), at('2026-02-17'))
  project.commit('another word', { 'README.md': 'two' }, at('2026-02-19'))
  project.commit('mend b, send d', files('abcd', 'ab'), at('2026-02-25'))
  return project
}

it('gives a trend, what came, what went, what stayed and who brought it on the first run', async () => {
  const { root } = year()
  const result = await weekly(root, '--since', '12w')
  expect(result.errors).toEqual(['2026-02-04 0', '2026-02-11 1', '2026-02-19 2', '2026-02-25 2'])
  expect(result.fresh).toEqual(['/d'])
  expect(result.stayed).toEqual(['/c'])
  expect(result.mended).toEqual(['/b'])
  expect(result.origins).toEqual({ '/c': 'send c (commit, 8)', '/d': 'mend b, send d (commit, 0)' })
  expect(result.report.brought.map(({ subject, findings }) => `${subject}: ${findings}`).sort()).toEqual([
    'mend b, send d: 1',
    'send c: 1',
  ])
})

it('goes back as far as it is asked', async () => {
  const { root } = year()
  const { errors, origins } = await weekly(root, '--since', '2w')
  expect(errors).toEqual(['2026-02-19 2', '2026-02-25 2'])
  expect(origins).toMatchObject({ '/c': 'another word (before, 6)' })
})

it('audits what it has not audited before, once, and writes the same bytes from its cache', async () => {
  const { root } = year()
  mkdirSync(join(root, 'node_modules'))
  const first = await tattletype(root, ['--format', 'html'])
  const second = await tattletype(root, ['--format', 'html'])
  expect(first.audits).toBe(4)
  expect(second.audits).toBe(1)
  expect(second.out).toBe(first.out)
  const cache = join(root, 'node_modules/.cache/tattletype')
  for (const file of readdirSync(join(cache, 'audits'))) writeFileSync(join(cache, 'audits', file), '{"figures"')
  const third = await tattletype(root, ['--format', 'html'])
  expect(third).toMatchObject({ audits: 4, out: first.out })
})

it('does not take the findings of other settings for these', async () => {
  const { root } = year()
  mkdirSync(join(root, 'node_modules'))
  await weekly(root)
  const { errors } = await weekly(root, '--rule', 'undocumented-response-field=off')
  expect(errors.at(-2)).toBe('2026-02-19 0')
})

it('neither looks at the work tree nor changes it', async () => {
  const { root, write, git } = year()
  write(files('abcdef', 'a'))
  const { code, out, err } = await tattletype(root, ['--format', 'json'])
  expect(code).toBe(0)
  expect(err).toContain('there are changes that are not committed')
  expect(out).not.toContain('/f')
  expect(git('status', '--porcelain')).toBe('M openapi.json\n M served.json')
})

it('appends to a file of records, compares with the last of another commit, and forgives a torn line', async () => {
  const { root, git, commit } = createRepository()
  commit('send b', files('ab', 'a'), '2026-02-11T12:00:00Z')
  const first = await weekly(root, '--history', 'drift.jsonl')
  expect(first.report.before).toBeNull()
  const again = await weekly(root, '--history', 'drift.jsonl')
  expect(again.report.before).toBeNull()
  writeFileSync(join(root, 'drift.jsonl'), '{"version":1,"comm', { flag: 'a' })
  git('config', 'core.excludesFile', '/dev/null')
  commit('send c', files('abc', 'ab'), '2026-02-18T12:00:00Z')
  const second = await weekly(root, '--history', 'drift.jsonl')
  expect(second).toMatchObject({ fresh: ['/c'], mended: ['/b'], stayed: [] })
  const lines = readFileSync(join(root, 'drift.jsonl'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).date)).toEqual(['2026-02-11', '2026-02-18'])
})

it('says of a week that could not be audited why, and goes on', async () => {
  const { root, commit } = createRepository()
  commit('no document yet', { 'served.json': documentOf('a') }, '2026-02-04T12:00:00Z')
  commit('a document', files('ab', 'a'), '2026-02-11T12:00:00Z')
  const { report, errors } = await weekly(root)
  expect(errors).toEqual(['2026-02-11 1'])
  expect(report.gaps).toMatchObject([{ date: '2026-02-04', reason: expect.stringContaining('openapi.json') }])
})

it('counts by owner of the file that shows the drift, from where the project lies in its repository', async () => {
  const { root, commit } = createRepository()
  commit('drift', {
    '.github/CODEOWNERS': '* @all\n/api/served.json @team/api\n',
    'api/served.json': documentOf('a', 'b'),
    'api/openapi.json': documentOf('a'),
  })
  const { report } = await weekly(join(root, 'api'))
  expect(report.owners).toMatchObject([{ owners: ['@team/api'], findings: { error: 1 } }])
})

it('tells a terminal in short, and Markdown and the page in full', async () => {
  const { root } = year()
  const { out } = await tattletype(root, ['--format', 'pretty', 'markdown:drift.md', 'html:drift.html'])
  expect(out).toContain('Since 2026-02-19: 1 new, 1 mended, 1 stayed')
  const [page, text] = ['drift.html', 'drift.md'].map((file) => readFileSync(join(root, file), 'utf8'))
  expect(text).toContain('Since 2026-02-19 (')
  expect(text).toContain('| 2026-02-11 | 1 | 0 |')
  expect(page).toContain('Which commits brought what still stands')
})

it.each([
  [['--since', 'yesterday'], '--since takes a number of weeks from 1 to 520, such as 12w, not "yesterday"'],
  [['--since', '4w', '--history', 'x.jsonl'], '--since and --history both say where the past comes from'],
  [['--format', 'sarif'], 'unknown format "sarif"'],
])('refuses %j with one line, and writes nothing', async (argv, line) => {
  const { root } = year()
  const { code, out, err } = await tattletype(root, argv)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(line)
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  expect(existsSync(join(root, 'x.jsonl'))).toBe(false)
})

it('says so where there is no repository, or no commit in it', async () => {
  const { root } = createRepository()
  const { code, err } = await tattletype(root, [])
  expect(code).toBe(2)
  expect(err).toBe('tattletype: the repository has no commit yet\n')
})
