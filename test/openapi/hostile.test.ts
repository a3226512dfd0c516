import { describe, expect, it } from 'vitest'
import { read, readSchema, says } from './project.js'

const seconds = 1_000
const chain = (link: (below: string) => string): string =>
  ['  L0: { type: string }', ...Array.from({ length: 29 }, (_, i) => `  L${i + 1}: ${link(named(`L${i}`))}`)].join('\n')
const named = (name: string): string => `{ $ref: "#/components/schemas/${name}" }`

describe('schemas that lead to each other', () => {
  it('end where a part of one is written out within itself', { timeout: 5 * seconds }, async () => {
    const inner = `{ anyOf: [${named('It')}], unevaluatedProperties: false }`
    const schema = await readSchema('3.1.0', `{ type: object, patternProperties: { ".": ${inner} } }`)
    expect(JSON.stringify(schema)).toContain('"inexact":"a schema that contains itself is not compared"')
  })

  it.each([
    ['under not', (below: string) => `{ type: object, properties: { a: ${below}, b: ${below} } }`],
    ['in allOf', (below: string) => `{ allOf: [${below}, ${below}] }`],
    ['in conditions', (below: string) => `{ if: ${below}, then: ${below} }`],
    [
      'beside unevaluatedProperties',
      (below: string) => `{ anyOf: [${below}, ${below}], unevaluatedProperties: false }`,
    ],
  ])('are not written out without end: %s', { timeout: 10 * seconds }, async (_, link) => {
    const schema = await readSchema('3.1.0', `{ not: ${named('L29')} }`, chain(link))
    expect(JSON.stringify(schema)).toContain('"inexact":"there are too many references to write them all out"')
  })

  it('are followed through thousands of references', { timeout: 10 * seconds }, async () => {
    const names = Array.from({ length: 2_000 }, (_, index) => `  S${index}: ${named(`S${index + 1}`)}`).join('\n')
    const text = `openapi: 3.1.0\ninfo: { title: t, version: "1" }\npaths: {}\ncomponents:\n schemas:\n${names}\n  S2000: { type: string }`
    const { schemas } = await says(text)
    expect(schemas.S0?.type ?? schemas.S0?.ref).toBeDefined()
  })
})

describe('validators that write references out', () => {
  const document = (schemas: string): string =>
    `openapi: 3.1.0\ninfo: { title: t, version: "1" }\nservers: [{ url: https://example.com }]\npaths: {}\ncomponents:\n schemas:\n${schemas}\n`
  const asked = /was not asked/

  it.each([
    ['members', (below: string) => `{ type: object, properties: { a: ${below}, b: ${below} } }`],
    ['an allOf', (below: string) => `{ allOf: [${below}, ${below}] }`],
  ])('are not asked where that would never end, which is said: %s', { timeout: 10 * seconds }, async (_, link) => {
    const { problems, notices = [] } = await read({ 'openapi.yaml': document(chain(link)) })
    expect(problems).toEqual([])
    expect(notices.filter((notice) => asked.test(notice))).toEqual([
      'openapi.yaml: swagger-parser was not asked: the document is too large with its references written out',
    ])
  })

  it('are not asked where references lead to one another by the hundred', { timeout: 10 * seconds }, async () => {
    const links = Array.from({ length: 2_000 }, (_, index) => `  S${index}: ${named(`S${index + 1}`)}`).join('\n')
    const { problems, notices = [] } = await read({ 'openapi.yaml': document(`${links}\n  S2000: { type: string }`) })
    expect(problems).toEqual([])
    expect(notices.filter((notice) => asked.test(notice))).toHaveLength(2)
  })

  it('are asked where parts are merely shared', async () => {
    const { notices = [] } = await read({
      'openapi.yaml': document(
        '  A: { type: string }\n  B: { type: object, properties: { a: { $ref: "#/components/schemas/A" }, b: { $ref: "#/components/schemas/A" } } }',
      ),
    })
    expect(notices.filter((notice) => asked.test(notice))).toEqual([])
  })
})
