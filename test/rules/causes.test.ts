import { describe, expect, it } from 'vitest'
import { shareCauses } from '../../src/rules/causes.js'
import type { Uncaused } from '../../src/rules/uncaused.js'

const finding = (id: string, other: Partial<Uncaused>): Uncaused => ({
  id,
  rule: 'type-mismatch',
  severity: 'error',
  method: 'GET',
  path: `/${id}`,
  part: 'response',
  status: '200',
  mediaType: null,
  pointer: '/name',
  message: 'They differ.',
  fix: 'Mend it.',
  spec: null,
  code: null,
  proof: null,
  ...other,
})

const spec = (pointer: string) => ({ file: 'a.yaml', line: 1, column: 1, pointer })
const code = (line: number) => ({ file: 'auth.ts', line, column: 1 })

const causesOf = (...findings: readonly Uncaused[]) => shareCauses(findings).map(({ cause }) => cause)

describe('findings share a cause', () => {
  it('where they stand in one property of a named schema', () => {
    const at = { spec: spec('/components/schemas/Pet/properties/name') }
    const [one, other] = causesOf(finding('a', at), finding('b', { ...at, pointer: '/data/*/name' }))
    expect(one).toBe(other)
  })

  it('where one line of code answers what no endpoint documents', () => {
    const status = { rule: 'undocumented-status', status: '401', pointer: '', code: code(7) }
    const [one, other] = causesOf(
      finding('a', { ...status, spec: spec('/paths/~1a/get') }),
      finding('b', { ...status, spec: spec('/paths/~1b/get') }),
    )
    expect(one).toBe(other)
  })

  it('where two properties name the schema that is wrong', () => {
    const at = { rule: 'enum-mismatch', spec: spec('/components/schemas/Genre') }
    const [one, other] = causesOf(
      finding('a', { ...at, pointer: '/genre' }),
      finding('b', { ...at, pointer: '/genres/*' }),
    )
    expect(one).toBe(other)
  })

  it('where one line of code brings a field that several schemas of the document lack', () => {
    const field = { rule: 'undocumented-response-field', code: code(7) }
    const causes = causesOf(
      finding('a', { ...field, spec: spec('/components/schemas/Pet') }),
      finding('b', { ...field, spec: spec('/components/schemas/PetWithOwner') }),
      finding('c', { ...field, spec: spec('/components/schemas/PetWithOwner'), code: code(9) }),
    )
    expect(new Set(causes).size).toBe(1)
  })

  it('where a document repeats one fault', () => {
    const fault = { rule: 'invalid-document', method: '', path: '', message: 'responses is missing' }
    const [one, other] = causesOf(finding('a', fault), finding('b', { ...fault, pointer: '/paths/~1b' }))
    expect(one).toBe(other)
  })

  it('not where two members of one schema are missing', () => {
    const at = { rule: 'unsent-response-field', spec: spec('/components/schemas/Pet') }
    const [one, other] = causesOf(finding('a', { ...at, pointer: '/name' }), finding('b', { ...at, pointer: '/age' }))
    expect(one).not.toBe(other)
  })

  it('not where each stands in its own operation', () => {
    const [one, other] = causesOf(
      finding('a', { spec: spec('/paths/~1a/get/responses/200') }),
      finding('b', { spec: spec('/paths/~1b/get/responses/200') }),
    )
    expect(one).not.toBe(other)
  })

  it('that keeps its name when lines move', () => {
    const status = { rule: 'undocumented-status', status: '401', pointer: '' }
    expect(causesOf(finding('a', { ...status, code: code(7) }))).toEqual(
      causesOf(finding('a', { ...status, code: code(8) })),
    )
  })
})
