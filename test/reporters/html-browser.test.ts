import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/finding.js'
import { html } from '../../src/reporters/html.js'
import { endpointReportOf, findingOf, reportOf } from './builders.js'
import { weeklyOf } from './weekly-builders.js'

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (executablePath === undefined) console.warn('skipped: no Chromium on this machine to open the page with')

const nasty = '</script><img src=x onerror="document.title=\'owned\'">'

function cost(mending: number) {
  return { ...endpointReportOf().cost, mending }
}

const findings: readonly Finding[] = [
  findingOf({ id: 'a', message: nasty, fix: nasty, proof: null }),
  findingOf({ id: 'b', path: '/users', severity: 'warning', rule: 'type-mismatch', message: 'Another type.' }),
]
const report = reportOf(findings, {
  endpoints: [
    endpointReportOf({ code: null, path: '/orders', cost: cost(5) }),
    endpointReportOf({ code: null, path: '/users', cost: cost(40) }),
    endpointReportOf({ code: null, path: `/a${nasty}`, cost: cost(0), state: 'undocumented' }),
  ],
})

describe.skipIf(executablePath === undefined)('the page in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tattletype-page-'))
  const file = join(folder, 'report.html')
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    const context = {
      color: false,
      width: 100,
      readSource: () => 'one\n  two three',
      weekly: weeklyOf({ fresh: ['b'] }),
    }
    writeFileSync(file, html(report, context))
    const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
    const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet]
    browser = await chromium.launch({ args, ...(executablePath === undefined ? {} : { executablePath }) })
    page = await browser.newPage({ colorScheme: 'light' })
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) complaints.push(request.url())
    })
    await page.goto(pathToFileURL(file).href)
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const rowPaths = () => page.locator('#endpoints tbody tr:visible .path').allTextContents()
  const visibleRules = () => page.locator('.cause:visible .rule').allTextContents()
  const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor')

  it('loads without a complaint, and runs nothing of the document', async () => {
    expect(await page.title()).toBe('API drift: openapi.yaml')
    expect(await page.locator('img').count()).toBe(0)
    expect(complaints).toEqual([])
  })

  it('sorts by a number and by text, in both directions', async () => {
    expect(await rowPaths()).toEqual(['/users', '/orders', `/a${nasty}`])
    const click = (name: string) => page.locator('#endpoints th button', { hasText: name }).click()
    await click('Endpoint')
    expect(await rowPaths()).toEqual([`/a${nasty}`, '/orders', '/users'])
    expect(await page.locator('#endpoints th').first().getAttribute('aria-sort')).toBe('ascending')
    await click('Endpoint')
    expect(await rowPaths()).toEqual(['/users', '/orders', `/a${nasty}`])
    await click('To mend')
    await click('To mend')
    expect(await rowPaths()).toEqual([`/a${nasty}`, '/orders', '/users'])
  })

  it('filters endpoints by words, state and drift', async () => {
    await page.fill('#endpoint-search', 'get ord')
    expect(await rowPaths()).toEqual(['/orders'])
    await page.fill('#endpoint-search', '')
    await page.selectOption('#endpoint-state', 'undocumented')
    expect(await rowPaths()).toEqual([`/a${nasty}`])
    await page.selectOption('#endpoint-state', '')
    await page.check('#endpoint-drift')
    expect(await rowPaths()).toEqual(['/orders', '/users'])
    expect(await page.locator('#endpoint-count').textContent()).toBe('2 of 3')
  })

  it('filters findings by words, rule, severity and age, and leads from an endpoint to its own', async () => {
    expect(await visibleRules()).toEqual(['enum-mismatch', 'type-mismatch'])
    await page.uncheck('[data-severity=warning]')
    expect(await visibleRules()).toEqual(['enum-mismatch'])
    await page.check('[data-severity=warning]')
    await page.check('#finding-fresh')
    expect(await visibleRules()).toEqual(['type-mismatch'])
    await page.uncheck('#finding-fresh')
    await page.selectOption('#finding-rule', 'enum-mismatch')
    expect(await visibleRules()).toEqual(['enum-mismatch'])
    await page.selectOption('#finding-rule', '')
    await page.click('#endpoints a[data-find="GET /users"]')
    expect(await visibleRules()).toEqual(['type-mismatch'])
    await page.fill('#finding-search', 'no such words')
    expect(await page.locator('#finding-none').isVisible()).toBe(true)
    await page.fill('#finding-search', '')
  })

  it('follows the reader to the dark and back, and lets them choose', async () => {
    const light = await background()
    await page.emulateMedia({ colorScheme: 'dark' })
    const dark = await background()
    expect(dark).not.toBe(light)
    await page.click('#theme')
    expect(await background()).toBe(light)
    await page.click('#theme')
    expect(await background()).toBe(dark)
  })

  it('fits a phone without scrolling sideways', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })

  it('opens what is worst before it is printed', async () => {
    await page.evaluate("void dispatchEvent(new Event('beforeprint'))")
    expect(await page.locator('.cause[open]').count()).toBe(1)
    await page.evaluate("void dispatchEvent(new Event('afterprint'))")
    expect(await page.locator('.cause[open]').count()).toBe(0)
    expect(complaints).toEqual([])
  })
})
