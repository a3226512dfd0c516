import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { reportOf } from '../reporters/builders.js'
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
