import { expect, it } from 'vitest'
import type { Endpoint } from '../../src/model/endpoint.js'
import { securityMismatch } from '../../src/rules/security-mismatch.js'
import { endpoint, inCode, inSpec, parameter, response } from './endpoints.js'

const token = parameter('X-Token', { in: 'header', required: true })

/** What is said of a guarded endpoint that reads the token, beside a document that has no `security`. */
function said(documented: Partial<Endpoint>): readonly unknown[] {
  const security = { kind: 'guarded', schemes: [], at: inCode } as const
  const code = endpoint({ security, parameters: [parameter('x-token', { in: 'header' })] }, inCode)
  const pair = { spec: endpoint(documented, inSpec), code, parameters: [], bodies: [], responses: [], differences: [] }
  return [...(securityMismatch.matched?.({ ...pair, kind: 'matched', unverifiable: [] } as never) ?? [])]
}

it('says nothing where the document has the credential as a required parameter, beside the refusal', () => {
  expect(said({ parameters: [token], responses: [response('401')] })).toEqual([])
})

it.each<[string, Partial<Endpoint>]>([
  ['without the refusal', { parameters: [token] }],
  ['without the parameter', { responses: [response('401')] }],
  [
    'where the parameter may be left out',
    { parameters: [{ ...token, required: false }], responses: [response('401')] },
  ],
])('says that the endpoint is guarded %s', (_where, documented) => {
  expect(said(documented)).toHaveLength(1)
})
