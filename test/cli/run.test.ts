import { describe, expect, it } from 'vitest'
import { run } from '../../src/cli/run.js'
import { findingOf, reportOf } from '../reporters/builders.js'
import { auditedOf, worldOf } from './world.js'

const drifted = auditedOf(reportOf([findingOf({ severity: 'warning' })]))

async function runWith(argv: string[], answer: Parameters<typeof worldOf>[0] = auditedOf()) {
  const world = worldOf(answer)
  const code = await run(argv, world.io, world.tool)
  return { ...world, code, out: world.stdout(), err: world.stderr() }
}

describe('the exit code', () => {
  it.each([
    ['no drift', [], auditedOf(), 0],
    ['an error', [], auditedOf(reportOf([findingOf()])), 1],
    ['a warning', [], drifted, 0],
    ['a warning with --fail-on warning', ['--fail-on', 'warning'], drifted, 1],
    ['a warning with --fail-on info', ['--fail-on', 'info'], drifted, 1],
    ['an error with --fail-on never', ['--fail-on', 'never'], auditedOf(reportOf([findingOf()])), 0],
    ['enough coverage', ['--min-coverage', '75'], auditedOf(), 0],
    ['too little coverage', ['--min-coverage', '76%'], auditedOf(), 1],
    ['a mistake of the user', [], { ok: false as const, error: { message: 'no document' } }, 2],
    ['a crash', [], new Error('oops'), 2],
  ])('of %s', async (_, argv, answer, code) => {
    expect((await runWith(argv, answer)).code).toBe(code)
  })

  it.each([
    ['documents nothing', { documented: 0, served: 3, matched: 0 }, 'openapi.yaml describes no operation'],
    ['finds no route', { documented: 3, served: 0, matched: 0 }, 'no route was found in tsconfig.json'],
    [
      'matches nothing',
      { documented: 3, served: 4, matched: 0 },
      'none of the 3 documented operations is among the 4 routes',
    ],
  ])('is never green where it %s', async (_, counts, reason) => {
    const report = reportOf()
    const endpoints = { ...report.summary.endpoints, ...counts }
    const answer = auditedOf({ ...report, summary: { ...report.summary, endpoints } })
    const { code, err } = await runWith(['--fail-on', 'never'], answer)
    expect(code).toBe(2)
    expect(err).toContain(reason)
  })
})

describe('a mistake on the command line', () => {
  it.each([
    [['--fromat', 'json'], "unknown option '--fromat' (Did you mean --format?)"],
    [['--bsae', 'main'], "unknown option '--bsae' (Did you mean --base?)"],
    [
      ['--base'],
      '--base names no revision, and the environment gives none. Outside of a pull request, name a branch: --base origin/main.',
    ],
    [['rotues'], 'unknown command "rotues". Did you mean "routes"?'],
    [
      ['--format', 'jsno'],
      'unknown format "jsno": it has to be one of agent, badge, blob, checkstyle, github, gitlab, html, json, junit, markdown, pretty, rdjson, sarif, shields. Did you mean "json"?',
    ],
    [['--format', 'json:'], 'the format "json:" names no file after its colon'],
    [
      ['--format', 'json', 'pretty'],
      'the formats json and pretty both go to the standard output. Give one of them a file: pretty:report.pretty.',
    ],
    [
      ['--fail-on', 'eror'],
      '--fail-on has to be one of error, warning, info, never, not "eror". Did you mean "error"?',
    ],
    [['--rule', 'enum-missmatch=off'], 'unknown rule "enum-missmatch". Did you mean "enum-mismatch"?'],
    [
      ['--rule', 'enum-mismatch=of'],
      '--rule enum-mismatch has to be one of error, warning, info, off, not "of". Did you mean "off"?',
    ],
    [['--rule', 'enum-mismatch'], '--rule takes id=severity, such as type-mismatch=warning, not "enum-mismatch"'],
    [['--min-coverage', 'most'], '--min-coverage has to be a number from 0 to 100, not "most"'],
    [['--config', 'absent.json'], 'absent.json: the configuration cannot be read'],
    [['--fail-on', 'error', 'routes'], 'put the command first: tattletype routes …'],
    [['schema', 'reprot'], 'there is a schema of report, weekly, config, not of "reprot". Did you mean "report"?'],
    [
      ['explain', 'enum-mismach'],
      '"enum-mismach" is no rule, no endpoint such as "GET /pets" and no id of a finding. Did you mean "enum-mismatch"?',
    ],
  ])('%j is one clear line', async (argv, line) => {
    const { code, out, err } = await runWith(argv)
    expect(err).toBe(`tattletype: ${line}\n`)
    expect(out).toBe('')
    expect(code).toBe(2)
  })
})

describe('a failure', () => {
  it('of the user stands on one line with its place', async () => {
    const error = {
      message: 'not valid YAML:\n  bad indentation',
      file: 'openapi.yaml',
      line: 3,
      column: 5,
      hint: 'Indent it.',
    }
    expect((await runWith([], { ok: false, error })).err).toBe(
      'tattletype: openapi.yaml:3:5: not valid YAML: bad indentation. Indent it.\n',
    )
  })

  it('of the tool stands on one line, and says how to see more', async () => {
    expect((await runWith([], new Error('oops'))).err).toBe(
      'tattletype: internal error: oops. Set TATTLETYPE_DEBUG=1 to see where.\n',
    )
  })

  it('of the tool shows its stack to who asks', async () => {
    const world = worldOf(new Error('oops'), { env: { TATTLETYPE_DEBUG: '1' } })
    await run([], world.io, world.tool)
    expect(world.stderr()).toContain('run.test.ts')
  })
})

describe('an audit', () => {
  it('is what runs without a command', async () => {
    expect((await runWith([])).out).toBe((await runWith(['audit'])).out)
  })

  it('hands on what the flags say', async () => {
    const argv = [
      '-s',
      'a.yaml',
      'b.yaml',
      '-p',
      'tsconfig.json',
      '--ignore',
      '/health',
      '--rule',
      'enum-mismatch=off',
      '--allow-remote',
    ]
    expect((await runWith(argv)).asked()).toMatchObject({
      root: '/nonexistent',
      spec: ['a.yaml', 'b.yaml'],
      project: ['tsconfig.json'],
      ignore: ['/health'],
      severities: { 'enum-mismatch': 'off' },
      allowRemote: true,
      cost: { calibration: { days: 11, endpoints: 34 } },
    })
  })

  it('prints nothing but the report to the standard output', async () => {
    const answer = auditedOf(reportOf(), { notices: ['the document is openapi.yaml'] })
    const { out, err } = await runWith(['-f', 'json'], answer)
    expect(JSON.parse(out)).toEqual(reportOf())
    expect(err).toBe('note: the document is openapi.yaml\n')
  })

  it('shows its steps, and stops showing them in the end', async () => {
    expect((await runWith([])).steps).toEqual(['reading', 'stop'])
    expect((await runWith([], new Error('oops'))).steps).toContain('stop')
  })
})

describe('--print-config', () => {
  it('prints what holds and where it comes from, and audits nothing', async () => {
    const { code, out, asked } = await runWith(['--print-config', '--fail-on', 'info'])
    expect(JSON.parse(out)).toMatchObject({
      failOn: { value: 'info', from: ['command line'] },
      format: { value: ['pretty'], from: ['default'] },
      authentication: { value: [], from: ['default'] },
    })
    expect(asked()).toBeUndefined()
    expect(code).toBe(0)
  })
})

describe('what it says of itself', () => {
  it.each([
    [['--version'], '1.2.3\n'],
    [['-V'], '1.2.3\n'],
  ])('%j', async (argv, text) => {
    expect(await runWith(argv)).toMatchObject({ code: 0, out: text })
  })

  it('is help that names the commands', async () => {
    const { code, out } = await runWith(['--help'])
    expect(code).toBe(0)
    for (const command of ['audit', 'routes', 'explain', 'cost', 'schema']) expect(out).toContain(command)
  })

  it.each(['audit', 'cost', 'init'])('is help of %s that begins with its own options', async (command) => {
    const { out } = await runWith([command, '--help'])
    const headings = [...out.matchAll(/^(\S.*):$/gm)].map(([, heading]) => heading)
    expect(headings.filter((heading) => heading !== 'Arguments')).toEqual(['Options', 'What is compared, and how'])
  })

  it.each([
    [['baseline'], 'tattletype: name the action: --help lists what there is\n'],
    [['baseline', 'frob'], 'tattletype: there is no action "frob". Allowed choices are write, update, prune.\n'],
    [['schema'], 'tattletype: name the schema: --help lists what there is\n'],
  ])('%j says what is missing in our own words', async (argv, err) => {
    expect(await runWith(argv)).toMatchObject({ code: 2, out: '', err })
  })

  it.each(['report', 'weekly', 'config'])('is the schema of the %s', async (name) => {
    const { code, out } = await runWith(['schema', name])
    expect(JSON.parse(out)).toMatchObject({ type: 'object', additionalProperties: false })
    expect(code).toBe(0)
  })
})
