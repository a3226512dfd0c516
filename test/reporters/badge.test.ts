import { describe, expect, it } from 'vitest'
import { badge, shields } from '../../src/reporters/badge.js'
import { findingOf, reportOf } from './builders.js'

const context = { color: false, width: 100, readSource: () => undefined }
const warning = findingOf({ id: 'w', severity: 'warning' })
const note = findingOf({ id: 'n', severity: 'info' })

describe('the badge', () => {
  it.each([
    ['nothing', [], 'none', 'brightgreen'],
    ['notes alone', [note], '1 note', 'brightgreen'],
    ['a warning', [warning, note], '1 warning', 'yellow'],
    ['an error', [findingOf(), warning], '1 error, 1 warning', 'red'],
  ])('of %s, as shields.io reads it', (_, findings, message, color) => {
    const expected = { schemaVersion: 1, label: 'API drift', message, color }
    expect(JSON.parse(shields(reportOf(findings), context))).toEqual(expected)
  })

  it('is an image that says the same in words, and asks no server', () => {
    const image = badge(reportOf([findingOf()]), context)
    expect(image).toContain('<title>API drift: 1 error</title>')
    expect(image.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href/)
  })
})
