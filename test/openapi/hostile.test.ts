import { describe, expect, it } from 'vitest'
import { readSchema, says } from './project.js'

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
