import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AjvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/finding.js'
import { agent } from '../../src/reporters/agent.js'
import { checkstyle } from '../../src/reporters/checkstyle.js'
import { github } from '../../src/reporters/github.js'
import { gitlab } from '../../src/reporters/gitlab.js'
import { junit } from '../../src/reporters/junit.js'
import { markdown } from '../../src/reporters/markdown.js'
import { rdjson } from '../../src/reporters/rdjson.js'
import type { ReporterContext } from '../../src/reporters/reporter.js'
import { sarif } from '../../src/reporters/sarif.js'
import { endpointReportOf, findingOf, reportOf } from './builders.js'
import { weeklyOf } from './weekly-builders.js'

const words = { severity: 'error', summary: 'Other values.', why: 'Clients fail.', fix: 'List them.' } as const
const context: ReporterContext = {
  color: false,
  width: 100,
  readSource: () => undefined,
  rules: { 'enum-mismatch': words },
}

/** What an unfriendly document could hold. */
const nasty = '</failure><img src=x onerror="alert(1)">]]> & % \r\n::error::\u001b[31m \u0000 @team #1 `code` | _x_'

const many = (amount: number, more: Partial<Finding> = {}) =>
  Array.from({ length: amount }, (_, index) => findingOf({ ...more, id: `${more.severity ?? 'error'}-${index}` }))

describe('github', () => {
  it('annotates the code, names the document, and escapes what its commands are made of', () => {
    const finding = findingOf({ message: '100 % is\nnot "a:b,c"', code: { file: 'src/a,b.ts', line: 3, column: 7 } })
    expect(github(reportOf([finding]), context)).toBe(
      '::error file=src/a%2Cb.ts,line=3,col=7,title=tattletype%3A enum-mismatch::' +
        'GET /orders: response 200 /status: 100 %25 is%0Anot "a:b,c" (document: openapi.yaml:2)%0AAdd the value to the enum.\n',
    )
  })

  it('keeps to the ten of each kind that are shown, and says how many more there are', () => {
    const lines = github(reportOf([...many(12), ...many(10, { severity: 'warning' })]), context)
      .trimEnd()
      .split('\n')
    expect(lines.filter((line) => line.startsWith('::error')).length).toBe(10)
    expect(lines[9]).toBe('::error title=tattletype::+3 more causes in the summary')
    expect(lines.filter((line) => line.startsWith('::warning')).length).toBe(10)
  })

  it('shows first what stands in a changed file, at its place there', () => {
    const inCode = findingOf({ id: 'a', minutes: 99 })
    const inDocument = findingOf({ id: 'b', spec: { file: 'api/part.yaml', line: 9, column: 1 } })
    const [first] = github(reportOf([inCode, inDocument]), { ...context, changed: new Set(['api/part.yaml']) }).split(
      '\n',
    )
    expect(first).toContain('file=api/part.yaml,line=9,col=1')
  })

  it('tells a cause once, with the number of endpoints that it reaches', () => {
    const shared = [findingOf({ id: 'a', cause: 'c' }), findingOf({ id: 'b', cause: 'c', path: '/orders/{id}' })]
    const text = github(reportOf(shared), context)
    expect(text.match(/::error/g)).toHaveLength(1)
    expect(text).toContain('(also at 1 other endpoint)')
  })

  it('prints nothing where there is no drift', () => {
    expect(github(reportOf(), context)).toBe('')
  })
})

describe('sarif', () => {
  const schemaFile = createRequire(import.meta.url).resolve('schemastore/schemas/json/sarif-2.1.0-rtm.5.json')
  const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false })
  addFormats.default(ajv)
  const isSarif = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

  it.each([
    ['no finding', []],
    ['both places', [findingOf()]],
    ['one place', [findingOf({ code: null })]],
    ['no place', [findingOf({ code: null, spec: null, proof: null })]],
    ['unfriendly text', [findingOf({ message: nasty, path: nasty, spec: { file: 'a b/ü.yaml', line: 1, column: 1 } })]],
  ])('is valid SARIF 2.1.0 with %s', (_, findings) => {
    isSarif(JSON.parse(sarif(reportOf(findings), context)))
    expect(isSarif.errors ?? []).toEqual([])
  })

  it('carries both places, the fingerprint under our own key, and the words of the rule', () => {
    const log = JSON.parse(sarif(reportOf([findingOf()]), context))
    const [result] = log.runs[0].results
    expect(result.locations[0].physicalLocation.artifactLocation).toEqual({ uri: 'src/orders.ts', uriBaseId: 'ROOT' })
    expect(result.relatedLocations[0].physicalLocation.region).toEqual({ startLine: 2, startColumn: 3 })
    expect(result.partialFingerprints).toEqual({ 'tattletype/v1': '0123456789abcdef' })
    expect(log.runs[0].tool.driver.rules[0].help.text).toBe('Clients fail.\n\nList them.')
  })

  it('keeps the worst where there is more than code scanning keeps, and says so', () => {
    const log = JSON.parse(sarif(reportOf([...many(2, { severity: 'info' }), ...many(5_000)]), context))
    const { results, invocations } = log.runs[0]
    expect([results.length, results.filter(({ level }: { level: string }) => level === 'note').length]).toEqual([
      5_000, 0,
    ])
    expect(invocations[0].toolExecutionNotifications[0].message.text).toContain('2 more findings are not listed')
  })
})

it('gitlab: one issue a cause, with a path that has no ./ before it', () => {
  expect(JSON.parse(gitlab(reportOf([findingOf({ code: null })]), context))).toEqual([
    {
      description:
        'GET /orders: response 200 /status: The handler can send "archived"; the document allows only "active".',
      check_name: 'enum-mismatch',
      fingerprint: '0123456789abcdef',
      severity: 'major',
      location: { path: 'openapi.yaml', lines: { begin: 2 } },
    },
  ])
})

it('rdjson: both places, lines and columns from 1', () => {
  const { source, diagnostics } = JSON.parse(rdjson(reportOf([findingOf({ severity: 'info' })]), context))
  expect(source).toEqual({ name: 'tattletype' })
  expect(diagnostics[0]).toMatchObject({
    location: { path: 'src/orders.ts', range: { start: { line: 1, column: 7 } } },
    severity: 'INFO',
    code: { value: 'enum-mismatch' },
    related_locations: [{ location: { path: 'openapi.yaml', range: { start: { line: 2, column: 3 } } } }],
  })
})

it('rdjson: columns count the bytes of UTF-8 before them', () => {
  const code = { file: 'src/orders.ts', line: 2, column: 6 }
  const readSource = () => 'const a = 1\nä€😀x\n'
  const { diagnostics } = JSON.parse(rdjson(reportOf([findingOf({ code })]), { ...context, readSource }))
  // ä is two bytes, € three, 😀 four (and two columns in UTF-16), x one.
  expect(diagnostics[0].location.range.start).toEqual({ line: 2, column: 11 })
})

it('agent: tells what fails before what does not', () => {
  const findings = [findingOf({ id: 'a', cause: 'a', severity: 'warning' }), findingOf({ id: 'b', cause: 'b' })]
  expect(agent(reportOf(findings), context).match(/^(error|warning) /gm)).toEqual(['error ', 'warning '])
})

describe('the XML formats', () => {
  const unfriendly = reportOf([findingOf({ message: nasty, fix: nasty, rule: nasty })])
  const xmllint = spawnSync('xmllint', ['--version']).error === undefined
  if (!xmllint) console.log('xmllint is not installed (Debian: libxml2-utils): well-formed XML is not checked by it')

  it.skipIf(!xmllint).each([
    ['junit', junit(unfriendly, context)],
    ['checkstyle', checkstyle(unfriendly, context)],
  ])('%s is well-formed, whatever the document holds', (_, text) => {
    const { stderr, status } = spawnSync('xmllint', ['--noout', '--nonet', '-'], { input: text, encoding: 'utf8' })
    expect([status, stderr]).toEqual([0, ''])
  })

  it('junit holds a case for each endpoint, and only errors fail one', () => {
    const endpoints = [endpointReportOf(), endpointReportOf({ path: '/pets' }), endpointReportOf({ path: '/cats' })]
    const findings = [findingOf(), findingOf({ id: 'b', path: '/pets', severity: 'warning' })]
    const text = junit(reportOf(findings, { endpoints }), context)
    expect(text).toContain('<testsuite name="openapi.yaml" tests="4" failures="1"')
    expect(text.match(/<testcase [^>]*name="([^"]*)"/g)).toHaveLength(4)
    expect(text).toMatch(/name="GET \/orders"[^>]*>\s*<failure type="enum-mismatch"/)
    expect(text).toMatch(/name="GET \/pets"[^>]*>\s*<system-out>warning enum-mismatch/)
    expect(text).toMatch(/name="GET \/cats"[^>]*\/>/)
  })

  it('checkstyle holds a file for each place', () => {
    expect(checkstyle(reportOf([findingOf()]), context)).toContain(
      '<file name="src/orders.ts">\n    <error line="1" column="7" severity="error"',
    )
  })
})

it('agent: tells a cause in plain lines, and lets nothing steer the terminal', () => {
  const text = agent(reportOf([findingOf({ message: nasty })]), context)
  expect(text.split('\n').slice(0, 5)).toEqual([
    'tattletype: 1 errors, 0 warnings, 0 notes; 1 causes',
    '',
    'error enum-mismatch 0123456789abcdef',
    'at: GET /orders',
    'element: response 200 /status',
  ])
  expect(text).toContain('proof: accepted by code, refused by spec: {"id":1,"status":"archived"}')
  expect(text).not.toContain('\u001b')
})

describe('markdown', () => {
  it('tells the verdict, the cause with both places, its proof and the fix', () => {
    const text = markdown(reportOf([findingOf()]), context)
    expect(text).toContain('**✖ 1 error (1 cause) between `openapi.yaml` and the code.**')
    expect(text).toContain('document `openapi.yaml:2:3` · code `src/orders.ts:1:7`')
    expect(text).toContain('`{"id":1,"status":"archived"}`')
  })

  it('keeps text of the document from being markup, HTML, a mention or a link', () => {
    const text = markdown(reportOf([findingOf({ message: nasty, proof: null })]), context)
    expect(text).not.toMatch(/<img|@team|(?<!\\)#1\b|(?<!\\)_x_/)
  })

  it('fits a comment, and says how much it leaves out', () => {
    const text = markdown(reportOf(many(2_000)), context)
    expect(text.length).toBeLessThan(65_000)
    expect(text).toMatch(/_\+\d+ more causes: /)
  })

  it('fits a comment as the weekly report, however many owners there are and however long a commit says what it did', () => {
    const findings = many(1_000).map((finding) => ({ ...finding, message: nasty.repeat(500) }))
    const weekly = weeklyOf({
      fresh: findings.map(({ id }) => id),
      mended: findings,
      brought: findings.map(() => ({ since: weeklyOf().now, subject: nasty.repeat(500), findings: 1, minutes: 1 })),
      owners: findings.map(({ id }) => ({ owners: [id], findings: { error: 1, warning: 0, info: 0 }, minutes: 1 })),
    })
    const text = markdown(reportOf(findings), { ...context, weekly })
    expect(text.length).toBeLessThan(65_000)
    expect(text).toContain('and 970 more owners')
  })

  it('thanks for what was mended', () => {
    const since = { name: 'main (1a2b3c4)', standing: 4, mended: 2 }
    const text = markdown(reportOf([], { since }), context)
    expect(text).toContain('**✔ No new drift between `openapi.yaml` and the code.**')
    expect(text).toContain('✔ 2 findings mended: thank you.')
    expect(text).toContain('4 findings from before (main \\(1a2b3c4\\)) not shown.')
  })
})
