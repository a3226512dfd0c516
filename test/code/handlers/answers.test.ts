import { describe, expect, it } from 'vitest'
import { answers, openFixtures, plain } from './fixture.js'

const { exchange } = openFixtures('fixtures')
const read = (name: string) => exchange('answers', name)
const text = { type: ['string'], inexact: true }
const user = { ref: 'User' }
const payload = (name: string) => plain(read(name).responses[0]?.contents[0]?.schema)

describe('the answers of an Express handler', () => {
  it.each([
    ['json', ['200 application/json']],
    ['chained', ['201 application/json']],
    ['conditional', ['200 application/json', '404 application/json']],
    ['enum', ['410 application/json']],
    ['constant', ['202 application/json']],
    ['statements', ['404 application/json']],
    ['assigned', ['409']],
    ['variable', ['200 application/json', '503 application/json']],
    ['branches', ['200 application/json', '400 application/json']],
    ['afterAnswer', ['200 application/json', '400 application/json']],
    ['sendText', ['200 text/html']],
    ['sendObject', ['200 application/json']],
    ['sendTyped', ['200 application/xml']],
    ['sendStatus', ['204']],
    ['bytes', ['200 image/png']],
    ['sendStatusText', ['403 text/plain']],
    ['ended', ['202']],
    ['redirect', ['302']],
    ['redirect301', ['301']],
    ['file', ['200 */*']],
    ['page', ['200 text/html']],
    ['events', ['200 text/event-stream']],
    ['problem', ['422 application/problem+json']],
    ['format', ['200 application/json text/csv']],
    ['helper', ['200 application/json']],
    ['helperStatus', ['404 application/json']],
    ['handedStatus', ['201 application/json']],
    ['wrapped', ['201 application/json']],
    ['factory', ['206 application/json']],
    ['classArrow', ['200 application/json']],
    ['bound', ['203 application/json']],
    ['cast', ['200 application/json']],
    ['promise', ['200 application/json']],
    ['callback', ['504 application/json']],
    ['switched', ['201 application/json', '202 application/json', '203 application/json']],
    ['caught', ['200 application/json', '502 application/json']],
    ['declared', ['200 application/json']],
  ])('%s', (name, expected) => {
    expect(answers(read(name))).toEqual(expected)
  })

  it.each([
    ['json', user],
    ['classArrow', user],
    ['promise', user],
    ['declared', user],
    [
      'helper',
      { type: ['object'], properties: { success: { enum: [true] }, data: user }, required: ['success', 'data'] },
    ],
    ['helperStatus', { type: ['object'], properties: { error: { enum: ['no'] } }, required: ['error'] }],
    ['sendText', { enum: ['hello'] }],
  ])('%s sends its payload', (name, expected) => {
    expect(payload(name)).toEqual(expected)
  })

  it('are what a function writes, not all of the union that it is declared to return', () => {
    expect(payload('arm')).toEqual({
      type: ['object'],
      properties: { ok: { enum: [true] }, data: { type: ['boolean'] } },
      required: ['ok', 'data'],
    })
  })

  it('have no schema where they are bytes', () => {
    expect(payload('bytes')).toEqual({ inexact: true })
  })

  it('carries the headers it sets, but not the media type', () => {
    const [response] = read('header').responses

    expect(plain(response?.headers)).toEqual([{ name: 'X-Total-Count', schema: text }])
  })

  it('leaves headers of HTTP itself open: a document may list them and need not', () => {
    const { responses, gaps } = read('cached')

    expect(responses[0]?.headers).toEqual([])
    expect(gaps.map((gap) => gap.about)).toContain('response-header')
  })

  it.each(['computed', 'silent', 'handsOn'])('%s leaves the status open', (name) => {
    const open = read(name).gaps.filter((gap) => gap.about === 'status' && gap.statuses === undefined)

    expect(open).toHaveLength(1)
  })

  it.each(['json', 'helper', 'wrapped', 'switched', 'promise'])('%s leaves only unexpected errors open', (name) => {
    expect(read(name).gaps.map((gap) => gap.statuses)).toEqual([['5XX', 'default']])
  })
})
