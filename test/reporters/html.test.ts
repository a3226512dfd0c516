import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { html } from '../../src/reporters/html.js'
import type { ReporterContext } from '../../src/reporters/reporter.js'
import { endpointReportOf, findingOf, reportOf } from './builders.js'
import { weeklyOf } from './weekly-builders.js'

const context: ReporterContext = { color: false, width: 100, readSource: () => undefined }

/** The text of a page as a reader sees it, near enough. */
const textOf = (page: string): string =>
  page
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')

const nasty = `</script><img src=x onerror="alert(1)"><!-- ' & \u0000\u202e \${x}`

describe('the page', () => {
  it('says in words how much drift there is and what it costs', () => {
    const text = textOf(html(reportOf([findingOf(), findingOf({ id: 'b', severity: 'warning' })]), context))
    expect(text).toContain('The document and the code disagree about 1 endpoint , for 2 reasons.')
    expect(text).toContain('1 error, 1 warning. Mending all of it takes about 13 min. 75 % of what the document says')
  })

  it('does not call notes a disagreement', () => {
    const note = findingOf({ severity: 'info' })
    expect(textOf(html(reportOf([note]), context))).toContain('No drift: the document and the code agree')
    const other = findingOf({ id: 'b', path: '/users' })
    const text = textOf(html(reportOf([note, other]), context))
    expect(text).toContain('disagree about 1 endpoint , for 1 reason.')
  })

  it('tells faults of the document itself from drift', () => {
    const fault = findingOf({ rule: 'invalid-document', method: '', path: '' })
    expect(textOf(html(reportOf([fault]), context))).toContain('The document itself has 1 fault .')
  })

  it('adds up what has stood for how long', () => {
    const ages = [{ from: 8, until: 31, findings: 3, minutes: 95 }]
    const text = textOf(html(reportOf([findingOf()]), { ...context, weekly: weeklyOf({ ages }) }))
    expect(text).toContain('8 to 31 days 3 1.6 h')
  })

  it('says so where there is none', () => {
    expect(textOf(html(reportOf(), context))).toContain('No drift: the document and the code agree')
  })

  it('shows both frames with the element marked, the proof and the fix', () => {
    const readSource = (file: string) => (file === 'openapi.yaml' ? 'paths:\n  status: x\n' : 'const orders = []\n')
    const page = html(reportOf([findingOf()]), { ...context, readSource })
    expect(page).toContain('<mark>status</mark>: x')
    expect(page).toContain('const <mark>orders</mark> = []')
    expect(page).toContain('<mark>&#34;status&#34;:&#34;archived&#34;</mark>')
    expect(textOf(page)).toContain('Fix Add the value to the enum.')
  })

  it('tells a cause once, under the endpoints that it reaches', () => {
    const page = html(
      reportOf([findingOf({ id: 'a', cause: 'c' }), findingOf({ id: 'b', cause: 'c', path: '/x' })]),
      context,
    )
    expect(page.match(/<details class="cause/g)).toHaveLength(1)
    expect(textOf(page)).toContain('GET /orders GET /x')
  })

  it('lets its policy allow exactly the style and the script that it holds, and asks for nothing from elsewhere', () => {
    const page = html(reportOf([findingOf()]), context)
    for (const tag of ['style', 'script']) {
      const [, text = ''] = new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page) ?? []
      const hash = createHash('sha256').update(text).digest('base64')
      expect(page).toContain(`${tag}-src &#39;sha256-${hash}&#39;`)
    }
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).not.toMatch(/\b(src|href)="(?!#)|url\(|@import|\sstyle="|\son\w+="/)
  })

  it('escapes whatever comes from the document or the code', () => {
    const place = { file: nasty, line: 1, column: 1, pointer: nasty }
    const finding = findingOf({
      rule: nasty,
      path: nasty,
      pointer: nasty,
      status: nasty,
      message: nasty,
      fix: nasty,
      spec: place,
      code: place,
      proof: { value: { [nasty]: nasty }, acceptedBy: 'code', refusedBy: 'spec' },
    })
    const report = reportOf([finding], {
      spec: [{ file: nasty, dialect: 'openapi-3.0' }],
      code: [{ document: nasty }],
      endpoints: [endpointReportOf({ path: nasty, spec: place, code: place })],
      unverifiable: [{ ...finding, reason: nasty }],
    })
    const weekly = weeklyOf({
      fresh: [finding.id],
      mended: [finding],
      gaps: [{ commit: 'c', date: '2026-03-01', reason: nasty }],
      origins: [
        { id: finding.id, since: { commit: 'c', date: '2026-03-01' }, subject: nasty, known: 'commit', days: 3 },
      ],
      owners: [{ owners: [nasty], findings: { error: 1, warning: 0, info: 0 }, minutes: 3 }],
    })
    const page = html(report, { ...context, weekly, readSource: () => nasty })
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<\/script/g)).toHaveLength(1)
    for (const harm of ['<img', '<!--', '\u0000', '\u202e']) expect(page).not.toContain(harm)
  })

  it('gives the same bytes for the same report', () => {
    const report = reportOf([findingOf()])
    expect(html(report, { ...context, weekly: weeklyOf() })).toBe(html(report, { ...context, weekly: weeklyOf() }))
  })
})

describe('the page of a week', () => {
  it('tells what came, what went, what stayed, and since when', () => {
    const fresh = findingOf({ id: 'new', message: 'It is new.' })
    const since = { commit: 'abcdef0123', date: '2026-03-05' }
    const weekly = weeklyOf({
      fresh: ['new'],
      stayed: ['old'],
      mended: [findingOf({ message: 'It is gone.' })],
      origins: [{ id: 'new', since, subject: 'Send more', known: 'commit', days: 3 }],
    })
    const text = textOf(html(reportOf([fresh, findingOf({ id: 'old' })]), { ...context, weekly }))
    expect(text).toMatch(/Since 2026-03-01 1 new 1 mended 1 stayed/)
    expect(text).toContain('GET /orders It is gone.')
    expect(text).toContain('Since 2026-03-05: has stood for 3 days, brought by abcdef0 Send more')
  })

  it('draws a trend whose every week can be read', () => {
    const page = html(reportOf(), { ...context, weekly: weeklyOf() })
    expect(page).toContain('Drift between 2026-03-01 and 2026-03-08: errors from 2 to 1')
    expect(page).toContain('<title>2026-03-01: 2 errors</title>')
    expect(page).toContain('<title>2026-03-08: 75 verified, %</title>')
  })
})
