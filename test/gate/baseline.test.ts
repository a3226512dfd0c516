import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { parseBaseline } from '../../src/gate/baseline-text.js'
import type { Finding } from '../../src/model/finding.js'
import { auditedOf, worldOf } from '../cli/world.js'
import { createRepository } from '../git/repository.js'
import { findingOf, reportOf } from '../reporters/builders.js'

const file = 'tattletype.baseline.jsonl'
const status = findingOf({ id: 'aaaaaaaa11111111' })
const name = findingOf({ id: 'bbbbbbbb22222222', rule: 'type-mismatch', pointer: '/name' })
const statusLine = '{"id":"aaaaaaaa11111111","rule":"enum-mismatch","at":"GET /orders response 200 /status"}\n'
const nameLine = '{"id":"bbbbbbbb22222222","rule":"type-mismatch","at":"GET /orders response 200 /name"}\n'

function project(content?: string) {
  const { root, write } = createRepository()
  if (content !== undefined) write({ [file]: content })
  return {
    root,
    write,
    content: () => readFileSync(join(root, file), 'utf8'),
    async run(argv: string[], findings: readonly Finding[]) {
      const world = worldOf(auditedOf(reportOf(findings)), { cwd: root })
      const code = await run(argv, world.io, world.tool)
      return { code, out: world.stdout(), err: world.stderr() }
    },
  }
}

describe('tattletype baseline', () => {
  it('writes the findings of today, one a line, sorted by element', async () => {
    const { run, content } = project()
    expect(await run(['baseline', 'write'], [status, name])).toMatchObject({
      code: 0,
      out: `${file}: 2 known findings (2 added)\n`,
    })
    expect(content()).toBe(nameLine + statusLine)
  })

  it('never grows an existing baseline unless asked to update', async () => {
    const { run, content } = project(statusLine)
    expect(await run(['baseline', 'write'], [status, name])).toMatchObject({ code: 2 })
    expect(await run(['baseline', 'prune'], [status, name])).toMatchObject({ code: 0 })
    expect(content()).toBe(statusLine)
    expect(await run(['baseline', 'update'], [status, name])).toMatchObject({
      out: `${file}: 2 known findings (1 added)\n`,
    })
    expect(content()).toBe(nameLine + statusLine)
  })

  it('keeps what the team said of a finding, and drops what was mended', async () => {
    const said = statusLine.replace('}', ',"reason":"the app ignores it","owner":"@orders","expires":"2026-12-31"}')
    const { run, content } = project(said + nameLine)
    expect(await run(['baseline', 'update'], [status])).toMatchObject({ out: `${file}: 1 known finding (1 dropped)\n` })
    expect(content()).toBe(said)
  })

  it('leaves the file as it is where nothing could be compared', async () => {
    const { root, content } = project(statusLine)
    const { report } = auditedOf()
    const endpoints = { ...report.summary.endpoints, served: 0, matched: 0 }
    const world = worldOf(auditedOf({ ...report, summary: { ...report.summary, endpoints } }), { cwd: root })
    expect(await run(['baseline', 'update'], world.io, world.tool)).toBe(2)
    expect(content()).toBe(statusLine)
  })
})

describe('an audit with a baseline', () => {
  it('is clean where all findings are known, and says how many it does not show', async () => {
    const { code, out } = await project(statusLine).run([], [status])
    expect(code).toBe(0)
    expect(out).toContain('✔ No new drift since the baseline\n  1 finding from before not shown\n')
  })

  it('tells only what is new', async () => {
    const { code, out } = await project(statusLine).run(['--format', 'json'], [status, name])
    const report: { findings: Finding[]; since: unknown } = JSON.parse(out)
    expect([code, report.findings.map(({ id }) => id)]).toEqual([1, [name.id]])
    expect(report.since).toEqual({ name: 'the baseline', standing: 1, mended: 0 })
  })

  it('fails on an entry that is over, with the command that drops it', async () => {
    expect(await project(statusLine + nameLine).run([], [status])).toMatchObject({
      code: 1,
      err: `tattletype: ${file}: type-mismatch at GET /orders response 200 /name is mended or gone. Drop what is over with tattletype baseline prune.\n`,
    })
  })

  it('says so too in the annotations, the summary and the tests of a build server, which would look green else', async () => {
    const old = project(statusLine + nameLine)
    const message = 'type-mismatch at GET /orders response 200 /name is mended or gone'
    const hint = 'Drop what is over with tattletype baseline prune.'
    expect((await old.run(['--format', 'github'], [status])).out).toBe(
      `::error file=${file},line=1,title=tattletype::${message}%0A${hint}\n`,
    )
    expect((await old.run(['--format', 'markdown'], [status])).out).toContain(`\n\n✖ \`${file}\`: ${message}. ${hint}`)
    expect((await old.run(['--format', 'junit'], [status])).out).toContain(
      `<testcase classname="tattletype" name="${file}" time="0">`,
    )
  })

  it.each([
    ['2026-06-15', 0],
    ['2026-06-14', 1],
  ])('puts up with a finding through its last day: expiring on %s, exit %i on 2026-06-15', async (expires, code) => {
    const line = statusLine.replace('}', `,"expires":"${expires}","owner":"@pets"}`)
    const answer = await project(line).run([], [status])
    expect(answer.code).toBe(code)
    const said = 'is past its day (2026-06-14, @pets). Mend it, or give it another day and say why.'
    if (code === 1) expect(answer.err).toContain(said)
  })

  it('fails where a named baseline is not there', async () => {
    expect(await project().run(['--baseline', 'known.jsonl'], [])).toMatchObject({
      code: 2,
      err: 'tattletype: known.jsonl: there is no such baseline. Write it with tattletype baseline write.\n',
    })
  })
})

describe('a baseline that cannot be read', () => {
  it.each([
    ['no JSON', `${statusLine}oops\n`, 2, 'not JSON: a baseline holds one finding a line'],
    ['a key of its own', statusLine.replace('}', ',"because":"x"}'), 1, 'unknown key "because"'],
    ['no day', statusLine.replace('}', ',"expires":"soon"}'), 1, '"expires" has to be a day such as 2026-12-31'],
    ['one finding twice', statusLine + statusLine, 2, 'aaaaaaaa11111111 stands here twice'],
    [
      'a merge conflict',
      `<<<<<<< HEAD\n${statusLine}=======\n${nameLine}>>>>>>> main\n`,
      1,
      'a merge conflict: keep the lines of both sides, then run tattletype baseline prune',
    ],
  ])('says where: %s', (_, content, line, message) => {
    expect(parseBaseline(content, file)).toEqual({ ok: false, error: { file, line, message } })
  })

  it.each([
    ['line ends', statusLine.replace('\n', '\r\n')],
    ['byte order mark', `\uFEFF${statusLine}`],
  ])('is read with the %s of Windows', (_, content) => {
    expect(parseBaseline(content, file)).toMatchObject({ ok: true, value: [{ id: status.id }] })
  })
})
