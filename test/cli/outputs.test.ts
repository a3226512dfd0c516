import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { findingOf, reportOf } from '../reporters/builders.js'
import { auditedOf, worldOf } from './world.js'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tattletype-'))
})
afterEach(() => rmSync(root, { recursive: true }))

it('goes to files and to the standard output in one run', async () => {
  const world = worldOf(auditedOf(), { cwd: root })
  expect(await run(['-f', 'pretty', 'json:out/report.json'], world.io, world.tool)).toBe(0)
  expect(world.stdout()).toContain('No drift found')
  expect(JSON.parse(readFileSync(join(root, 'out/report.json'), 'utf8'))).toEqual(reportOf())
  expect(readdirSync(join(root, 'out'))).toEqual(['report.json'])
})

it('that cannot be written is a mistake, and leaves nothing behind', async () => {
  writeFileSync(join(root, 'file'), '')
  const world = worldOf(auditedOf(), { cwd: root })
  expect(await run(['-f', 'json:file/report.json'], world.io, world.tool)).toBe(2)
  expect(world.stderr()).toMatch(/^tattletype: file\/report\.json: cannot be written: /)
  expect(readdirSync(root)).toEqual(['file'])
})

it('is not written where the audit failed', async () => {
  const world = worldOf({ ok: false, error: { message: 'no document' } }, { cwd: root })
  expect(await run(['-f', 'json:report.json'], world.io, world.tool)).toBe(2)
  expect(readdirSync(root)).toEqual([])
})

it('follows the configuration where no flag is given', async () => {
  writeFileSync(join(root, 'tattletype.config.json'), '{ "format": "json", "failOn": "never", "prefix": "/api" }')
  const world = worldOf(auditedOf(), { cwd: root })
  expect(await run([], world.io, world.tool)).toBe(0)
  expect(JSON.parse(world.stdout())).toEqual(reportOf())
  expect(world.asked()?.prefix).toBe('/api')
})

it('says before the audit that a format of the configuration is unknown', async () => {
  writeFileSync(join(root, 'tattletype.config.json'), '{ "format": "jsn" }')
  const world = worldOf(auditedOf(), { cwd: root })
  expect(await run([], world.io, world.tool)).toBe(2)
  expect(world.asked()).toBeUndefined()
})

it('may be the text and behind it the lines that GitHub picks out of a log', async () => {
  const world = worldOf(auditedOf(reportOf([findingOf()])), { cwd: root })
  expect(await run(['-f', 'pretty', 'github'], world.io, world.tool)).toBe(1)
  expect(world.stdout()).toMatch(/✖ 1 error[\s\S]*\n::error file=src\/orders\.ts,line=1,col=7/)
})

it.each([
  [{ GITHUB_WORKSPACE: '' }, 'src/orders.ts'],
  [{ GITHUB_WORKSPACE: 'here' }, 'src/orders.ts'],
  [{ GITHUB_WORKSPACE: 'above' }, 'apps/my api/src/orders.ts'],
  [{ CI_PROJECT_DIR: 'above' }, 'apps/my api/src/orders.ts'],
  [{ GITHUB_WORKSPACE: 'elsewhere' }, 'src/orders.ts'],
])('names files from the top of the checkout to who looks from there: %j', async (env, path) => {
  const cwd = join(root, 'apps/my api')
  mkdirSync(cwd, { recursive: true })
  const tops: Readonly<Record<string, string>> = { here: cwd, above: root, elsewhere: join(root, 'b') }
  const world = worldOf(auditedOf(reportOf([findingOf()])), {
    cwd,
    env: Object.fromEntries(Object.entries(env).map(([name, top]) => [name, tops[top] ?? ''])),
  })
  await run(['-f', 'github', 'gitlab:g.json', 'sarif:s.json'], world.io, world.tool)
  expect(world.stdout()).toContain(`::error file=${path},`)
  expect(JSON.parse(readFileSync(join(cwd, 'g.json'), 'utf8'))[0].location.path).toBe(path)
  expect(readFileSync(join(cwd, 's.json'), 'utf8')).toContain(`"uri": "${encodeURI(path)}"`)
})

it('puts a longer text into the summary of a job than into a comment', async () => {
  const findings = Array.from({ length: 200 }, (_, index) => findingOf({ id: `${index}`, cause: `${index}` }))
  const world = worldOf(auditedOf(reportOf(findings)), {
    cwd: root,
    env: { GITHUB_STEP_SUMMARY: join(root, 'summary') },
  })
  await run(['-f', 'github', 'markdown:comment.md'], world.io, world.tool)
  const causes = (name: string) => readFileSync(join(root, name), 'utf8').match(/^- ✖/gm)?.length
  expect(causes('summary')).toBe(200)
  expect(causes('comment.md')).toBeLessThan(200)
})
