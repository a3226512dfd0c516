import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { load } from 'js-yaml'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseOutputs } from '../src/cli/outputs.js'

const textOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../templates/${name}`, import.meta.url)), 'utf8')

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string }[] }
  readonly jobs: {
    readonly report: { readonly steps: readonly { name?: string; run?: string; env?: Record<string, string> }[] }
  }
}

// The schema below says that it is one.
const workflow = load(textOf('github-weekly.yml')) as Workflow
const commands = [textOf('github-weekly.yml'), textOf('gitlab-weekly.yml')]

describe('the workflow of a week', () => {
  it("is one by GitHub's schema", () => {
    const schema = createRequire(import.meta.url).resolve('schemastore/schemas/json/github-workflow.json')
    const ajv = new Ajv({ strict: false, unicodeRegExp: false })
    addFormats.default(ajv)
    const isWorkflow = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')))
    isWorkflow(workflow)
    expect(isWorkflow.errors).toBeNull()
  })

  it('runs off the hour, and whenever it is asked', () => {
    expect(workflow.on.schedule[0]?.cron).not.toMatch(/^(0|00|\*)\s/)
    expect(Object.keys(workflow.on)).toContain('workflow_dispatch')
  })

  it.each(commands)('asks for formats that there are', (text) => {
    const [, asked = ''] = /--format ([\s\S]*?)\n\s*-/.exec(text) ?? []
    const words = asked.trim().split(/\s+/)
    expect(parseOutputs(words, ['pretty', 'json', 'markdown', 'html', 'badge', 'shields'])).toMatchObject({ ok: true })
    expect(words).toHaveLength(6)
  })

  it.each([
    ['opens an issue where there is none', { drift: 2, issue: '' }, 'issue create'],
    ['updates the one that there is', { drift: 2, issue: '7' }, 'issue edit 7 --body-file'],
    ['closes it when there is no drift left', { drift: 0, issue: '7' }, 'issue close 7'],
    ['leaves no trace where there is neither', { drift: 0, issue: '' }, ''],
  ])('%s', (_, { drift, issue }, expected) => {
    const folder = mkdtempSync(join(tmpdir(), 'tattletype-workflow-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    mkdirSync(join(folder, 'api-drift'))
    const summary = { findings: { error: drift, warning: 0, info: 4 } }
    writeFileSync(join(folder, 'api-drift/report.json'), JSON.stringify({ report: { summary } }))
    writeFileSync(join(folder, 'api-drift/report.md'), 'what drifted\n')
    writeFileSync(join(folder, 'gh'), '#!/bin/sh\necho "$@" >> asked\n[ "$2" != list ] || echo "$ISSUE"\n')
    chmodSync(join(folder, 'gh'), 0o755)
    const step = workflow.jobs.report.steps.find(({ name }) => name?.startsWith('Open'))
    const env = { ...process.env, ...step?.env, ISSUE: issue, PATH: `${folder}:${process.env.PATH}` }
    const { status, stderr } = spawnSync('bash', ['-c', step?.run ?? ''], { cwd: folder, env, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const asked = readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n')
    const changes = asked.filter((line) => /^issue (?!list)/.test(line))
    if (expected === '') expect(changes).toEqual([])
    else expect(changes).toEqual([expect.stringContaining(expected)])
    expect(readFileSync(join(folder, 'api-drift/issue.md'), 'utf8')).toBe('<!-- tattletype weekly -->\nwhat drifted\n')
  })
})
