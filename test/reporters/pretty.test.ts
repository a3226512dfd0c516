import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { pretty } from '../../src/reporters/pretty.js'
import { findingOf, reportOf } from './builders.js'

const sources: Readonly<Record<string, string>> = {
  'openapi.yaml': 'paths:\n  /orders:\n    get:\n',
  'src/orders.ts': 'const router = express.Router()\n',
}

const print = (report: Report, more: { color?: boolean; width?: number; sources?: Record<string, string> } = {}) =>
  pretty(report, {
    color: more.color ?? false,
    width: more.width ?? 80,
    readSource: (file) => ({ ...sources, ...more.sources })[file],
  })

describe('without drift', () => {
  it('is short and says what was compared', () => {
    const text = print(reportOf())
    expect(text).toContain('✔ No drift found in 1 matched endpoint')
    expect(text.split('\n').length).toBeLessThan(10)
  })
})

describe('a finding', () => {
  it('stands under its endpoint with its rule, its element and its sentence', () => {
    const text = print(reportOf([findingOf()]))
    expect(text).toMatch(/^── GET \/orders ─+ 1 error ──$/m)
    expect(text).toMatch(/^ {2}✖ enum-mismatch {2}response 200 \/status +01234567$/m)
    expect(text).toContain('    The handler can send "archived"; the document allows only "active".\n')
    expect(text).toContain('    fix       Add the value to the enum.\n')
  })

  it('shows the text of both sides with the element underlined', () => {
    const text = print(reportOf([findingOf()]))
    expect(text).toContain(
      [
        '    document  openapi.yaml:2:3',
        '        1 │ paths:',
        '        2 │   /orders:',
        '          │   ^',
        '        3 │     get:',
        '    code      src/orders.ts:1:7',
        '        1 │ const router = express.Router()',
        '          │       ^^^^^^',
      ].join('\n'),
    )
  })

  it('shows its proof with the deciding part underlined', () => {
    expect(print(reportOf([findingOf()]))).toContain(
      [
        '    proof     the code can send this, the document does not allow it',
        '              {"id":1,"status":"archived"}',
        '                      ^^^^^^^^^^^^^^^^^^^',
      ].join('\n'),
    )
  })

  it('of the request says who accepts what', () => {
    const proof = { value: {}, acceptedBy: 'spec', refusedBy: 'code' } as const
    expect(print(reportOf([findingOf({ part: 'request', proof })]))).toContain(
      'the document allows this, the code does not accept it',
    )
  })

  it('names the place alone where the text is gone', () => {
    const code = { file: 'gone.ts', line: 3, column: 1 }
    expect(print(reportOf([findingOf({ code })]))).toMatch(/code {6}gone\.ts:3:1\n {4}proof/)
  })

  it('that is a note is one line at the end, with its endpoint', () => {
    const mild = { severity: 'info', rule: 'undocumented-parameter', message: 'It is called otherwise.' } as const
    const text = print(
      reportOf([
        findingOf({ ...mild, id: 'a', path: '/mild' }),
        findingOf({ ...mild, id: 'b', path: '/mild/{id}' }),
        findingOf({ id: 'c', path: '/bad' }),
      ]),
      { width: 60 },
    )
    expect(text).not.toMatch(/^── GET \/mild/m)
    expect(text.indexOf('── 2 notes')).toBeGreaterThan(text.indexOf('── GET /bad'))
    expect(text).toContain('    It is called otherwise.                     GET /mild +1\n')
  })

  it('that has no place in the proof that fits the line is not underlined', () => {
    const value = { status: 'x'.repeat(200) }
    const text = print(reportOf([findingOf({ proof: { value, acceptedBy: 'code', refusedBy: 'spec' } })]))
    expect(text).toContain('…\n    fix ')
  })
})

describe('many findings', () => {
  it('of one cause are told once, with the endpoints that it reaches', () => {
    const text = print(
      reportOf([
        findingOf({ id: 'aaaaaaaa1', cause: 'c' }),
        findingOf({ id: 'aaaaaaaa2', cause: 'c', method: 'POST' }),
        findingOf({ id: 'aaaaaaaa3', cause: 'c', path: '/orders/{id}' }),
      ]),
    )
    expect(text).toMatch(/^── Shared by 3 endpoints ─+ 1 error ──$/m)
    expect(text).toContain('   GET /orders · POST /orders · GET /orders/{id}\n')
    expect(text.match(/can send "archived"/g)).toHaveLength(1)
  })

  it('stand worst first', () => {
    const text = print(
      reportOf([
        findingOf({ id: 'a', path: '/mild', severity: 'warning' }),
        findingOf({ id: 'b', path: '/bad' }),
        findingOf({ id: 'c', path: '/worse', pointer: '/x' }),
        findingOf({ id: 'd', path: '/worse', pointer: '/y' }),
      ]),
    )
    const headings = [...text.matchAll(/^── GET (\S+)/gm)].map(([, path]) => path)
    expect(headings).toEqual(['/worse', '/bad', '/mild'])
  })

  it('are told in short after the first thirty', () => {
    const findings = Array.from({ length: 40 }, (_, index) => findingOf({ id: `id${index}`, path: `/p${index}` }))
    const text = print(reportOf(findings))
    expect(text.match(/^ {2}✖ enum-mismatch/gm)).toHaveLength(40)
    expect(text.match(/^ {4}proof/gm)).toHaveLength(30)
    expect(text).toContain('\nThe first 30 causes are told in full, 10 in short.\n')
    expect(text).not.toContain('not at all')
  })

  it('are counted after the first hundred: by rule, and with the format that lists them all', () => {
    const findings = Array.from({ length: 120 }, (_, index) =>
      findingOf({ id: `id${index}`, path: `/p${index}`, rule: index < 50 ? 'enum-mismatch' : 'type-mismatch' }),
    )
    const text = print(reportOf(findings))
    expect(text.match(/^ {2}✖ /gm)).toHaveLength(100)
    expect(text).toContain('in full, 70 in short, 20 not at all.\nAll of them: tattletype --format html:report.html\n')
    expect(text).toContain('  rules      70 type-mismatch, 50 enum-mismatch\n')
  })

  it('lead to a baseline, unless there is one', () => {
    const findings = Array.from({ length: 31 }, (_, index) => findingOf({ id: `id${index}`, path: `/p${index}` }))
    const since = { name: 'the baseline', standing: 4, mended: 0 }
    expect(print(reportOf(findings))).toMatch(/^ +tattletype baseline write +accept these, fail for new ones$/m)
    expect(print(reportOf(findings, { since }))).not.toContain('baseline write')
  })

  it('of the document itself stand last, one that repeats told once with its places', () => {
    const fault = { rule: 'invalid-document', method: '', path: '', part: 'endpoint', code: null, proof: null } as const
    const at = (line: number) => ({ file: 'openapi.yaml', line, column: 5, pointer: `/x/${line}` })
    const text = print(
      reportOf([
        findingOf({ ...fault, id: 'a', cause: 'c', spec: at(1) }),
        findingOf({ ...fault, id: 'b', cause: 'c', spec: at(9) }),
        findingOf({ ...fault, id: 'd', cause: 'c', spec: at(7) }),
        findingOf({ id: 'e', path: '/orders', severity: 'warning' }),
      ]),
    )
    expect(text.indexOf('── The document itself')).toBeGreaterThan(text.indexOf('── GET /orders'))
    expect(text).toMatch(/^ {2}✖ invalid-document {2}×3 +a$/m)
    expect(text).toContain('    also at   7:5, 9:5\n')
  })

  it('of endpoints on one side only are a list', () => {
    const bare = { rule: 'undocumented-endpoint', part: 'endpoint', pointer: '', status: null, proof: null } as const
    const text = print(
      reportOf([findingOf({ ...bare, id: 'a', path: '/health' }), findingOf({ ...bare, id: 'b', path: '/metrics' })]),
    )
    expect(text).toMatch(/^── 2 endpoints on one side only ─+ 2 errors ──$/m)
    expect(text).toContain('    GET     /health   src/orders.ts:1:7\n    GET     /metrics  src/orders.ts:1:7\n')
  })
})

describe('the summary', () => {
  it('counts, says how sure it is and why not, what it costs, and what to do next', () => {
    const unverifiable = {
      method: 'GET',
      path: '/orders',
      part: 'response',
      status: '200',
      mediaType: null,
      pointer: '',
    } as const
    const text = print(
      reportOf([findingOf()], {
        unverifiable: [
          { ...unverifiable, reason: 'the type is any' },
          { ...unverifiable, reason: 'it is streamed' },
          { ...unverifiable, reason: 'it is streamed' },
        ],
      }),
    )
    expect(text).toContain('✖ 1 error  from 1 cause, about 13 min to mend')
    expect(text).toContain('3 of 4 documented elements verified (75 %), 1 drifted')
    expect(text).toMatch(/2 {2}it is streamed\n +1 {2}the type is any\n/)
    expect(text).toContain('4 documentation points, about 76 min to write')
    expect(text).toContain('tattletype explain 01234567')
    expect(text).toContain('tattletype explain "GET /orders"')
  })
})

describe('on a terminal', () => {
  const longWords = 'The handler can send a value that the document does not allow, and it goes on like this for long. '
  const wide = findingOf({
    message: longWords.repeat(3),
    fix: longWords.repeat(2),
    path: '/a-path/that-is/rather/long/{parameter}/even',
    proof: {
      value: { a: 'x'.repeat(100), status: 'archived', b: 'y'.repeat(100) },
      acceptedBy: 'code',
      refusedBy: 'spec',
    },
    code: { file: 'src/wide.ts', line: 1, column: 150 },
  })
  const wideSources = { 'src/wide.ts': `${'x'.repeat(149)}target ${'漢字'.repeat(60)}` }

  it.each([60, 80, 120])('no line is wider than %d columns', (width) => {
    const text = print(reportOf([wide]), { width, sources: wideSources })
    const widest = Math.max(...text.split('\n').map((line) => stringWidth(line)))
    expect(widest).toBeLessThanOrEqual(width)
  })

  it('shows the part of a long line that matters', () => {
    const text = print(reportOf([wide]), { sources: wideSources })
    const lines = text.split('\n')
    const shown = lines.findIndex((line) => line.includes('target'))
    expect(lines[shown + 1]?.indexOf('^^^^^^')).toBe(lines[shown]?.indexOf('target'))
    expect(text).toContain('"status":"archived"')
  })

  it('has colours, and the same words without them', () => {
    const coloured = print(reportOf([findingOf()]), { color: true })
    expect(coloured).not.toBe(stripVTControlCharacters(coloured))
    expect(stripVTControlCharacters(coloured)).toBe(print(reportOf([findingOf()])))
  })

  it('obeys nothing that the document or the code contains', () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\r\u202e'
    const finding = findingOf({
      message: `a ${evil}`,
      fix: evil,
      path: `/x${evil}`,
      pointer: `/y${evil}`,
      proof: { value: { [evil]: evil }, acceptedBy: 'code', refusedBy: 'spec' },
      code: { file: `e${evil}.ts`, line: 1, column: 1 },
    })
    const text = print(reportOf([finding]), { sources: { 'openapi.yaml': `a\n  ${evil}\n`, [`e${evil}.ts`]: evil } })
    for (const character of ['\u001b', '\u0007', '\r', '\u202e']) expect(text).not.toContain(character)
  })
})
