import { describe, expect, it } from 'vitest'
import { pairUp } from '../../src/diff/pairs.js'
import type { Body, Endpoint } from '../../src/model/endpoint.js'
import { applyRules } from '../../src/rules/apply.js'
import type { Settings } from '../../src/rules/settings.js'
import { endpoint, inCode, inSpec, parameter, response } from './endpoints.js'

const usual: Settings = { severities: {}, overrides: [] }

function audit(spec: Partial<Endpoint> | null, code: Partial<Endpoint> | null, settings = usual) {
  const contract = (endpoints: Endpoint[]) => ({ endpoints, schemas: {}, unresolved: [] })
  const { pairs } = pairUp(
    { ...contract(spec ? [endpoint(spec)] : []), prefixes: [] },
    contract(code ? [endpoint(code, inCode)] : []),
  )
  return applyRules(pairs, settings)
}

/** `severity rule part status pointer`. */
function told(...args: Parameters<typeof audit>): string[] {
  return audit(...args).findings.map(({ severity, rule, part, status, pointer }) =>
    [severity, rule, part, status, pointer].filter((word) => word !== null && word !== '').join(' '),
  )
}

const json = (schema = {}) => ({ 'application/json': schema })
const body = (required?: boolean) => ({
  contents: [{ mediaType: 'application/json', schema: {}, at: inSpec }],
  at: inSpec,
  ...(required === undefined ? {} : { required }),
})
const declared = (of: Body): Body => ({ ...of, contents: of.contents.map((one) => ({ ...one, declared: true })) })
const guarded = { kind: 'guarded', schemes: ['bearer'], at: inSpec } as const
const hidden = [{ about: 'status', reason: 'a global handler answers' }] as const

describe('what the rules say', () => {
  it.each<[string, Partial<Endpoint> | null, Partial<Endpoint> | null, string[]]>([
    ['two equal endpoints: nothing', {}, {}, []],
    ['an endpoint only in the code', null, {}, ['error undocumented-endpoint endpoint']],
    ['an endpoint only in the document', {}, null, ['error unimplemented-endpoint endpoint']],
    ['OPTIONS needs no route', { method: 'OPTIONS' }, null, []],
    ['another method', { method: 'POST' }, { method: 'PATCH' }, ['error moved-endpoint endpoint']],
    ['a parameter too many', {}, { parameters: [parameter('page')] }, ['error undocumented-parameter query /page']],
    ['a parameter too few', { parameters: [parameter('page')] }, {}, ['error unimplemented-parameter query /page']],
    [
      'header names have no case',
      { parameters: [parameter('X-Tenant', { in: 'header' })] },
      { parameters: [parameter('x-tenant', { in: 'header' })] },
      [],
    ],
    [
      'Authorization is security, not a parameter',
      { security: guarded },
      { security: guarded, parameters: [parameter('authorization', { in: 'header' })] },
      [],
    ],
    [
      'a cookie that an answer sets: not known',
      { responses: [{ ...response('200'), headers: [{ name: 'Set-Cookie', schema: {}, at: inSpec }] }] },
      { responses: [response('200')] },
      [],
    ],
    [
      'an optional body that the code requires',
      { method: 'POST', body: body(false) },
      { method: 'POST', body: body(true) },
      ['error body-mismatch request'],
    ],
    [
      'an optional body that only a type requires',
      { method: 'POST', body: body(false) },
      { method: 'POST', body: declared(body(true)) },
      ['warning body-mismatch request'],
    ],
    [
      'an optional parameter that the code requires',
      { parameters: [parameter('q', { required: false })] },
      { parameters: [parameter('q', { required: true })] },
      ['error required-mismatch query /q'],
    ],
    [
      'a code that does not tell about required',
      { parameters: [parameter('q', { required: true })] },
      { parameters: [parameter('q')] },
      [],
    ],
    [
      'a status too many',
      { responses: [response('200')] },
      { responses: [response('200'), response('409')] },
      ['error undocumented-status response 409'],
    ],
    [
      'default speaks for all statuses',
      { responses: [response('200'), response('default')] },
      { responses: [response('200'), response('409')] },
      [],
    ],
    ['a range speaks for its statuses', { responses: [response('2XX')] }, { responses: [response('201')] }, []],
    [
      'what the framework answers by itself need not be documented',
      { responses: [] },
      { responses: [response('400', {}, { implied: true })] },
      [],
    ],
    [
      'a status too few',
      { responses: [response('200'), response('404')] },
      { responses: [response('200')] },
      ['warning unsent-status response 404'],
    ],
    [
      'a status too few where the code was not read whole',
      { responses: [response('200'), response('404')] },
      { responses: [response('200')], gaps: hidden },
      [],
    ],
    [
      'a status too many where the document was not read whole',
      { responses: [response('200')], gaps: hidden },
      { responses: [response('200'), response('409')] },
      [],
    ],
    [
      'a parameter too many where the document was not read whole',
      { gaps: [{ about: 'query', reason: 'reflection adds more' }] },
      { parameters: [parameter('page'), parameter('x-tenant', { in: 'header' })] },
      ['error undocumented-parameter header /x-tenant'],
    ],
    [
      'a gap about errors hides no success',
      { responses: [response('200'), response('204')] },
      { responses: [response('200')], gaps: [{ ...hidden[0], statuses: ['4XX'] }] },
      ['warning unsent-status response 204'],
    ],
    [
      'a body that is not documented',
      { responses: [response('200')] },
      { responses: [response('200', json())] },
      ['error body-mismatch response 200'],
    ],
    [
      'a body that is not sent',
      { responses: [response('200', json())] },
      { responses: [response('200')] },
      ['error body-mismatch response 200'],
    ],
    ['a request body that is not read', { body: body() }, {}, ['error body-mismatch request']],
    [
      'a request body that the code insists on',
      { body: body(false) },
      { body: body(true) },
      ['error body-mismatch request'],
    ],
    [
      'another media type',
      { responses: [response('200', { 'text/csv': {} })] },
      { responses: [response('200', json())] },
      ['error media-type-mismatch response 200'],
    ],
    [
      'a charset is no other media type',
      { responses: [response('200', json())] },
      { responses: [response('200', { 'application/json; charset=utf-8': {} })] },
      [],
    ],
    ['a guard that is not documented', {}, { security: guarded }, ['error security-mismatch security']],
    ['a guard that may be elsewhere', { security: guarded }, { security: { kind: 'unknown', reason: 'a proxy' } }, []],
    ['deprecated in the code only', {}, { deprecated: true }, ['warning deprecation-mismatch endpoint']],
    [
      'a sketch is not held against the code',
      { sketch: true },
      { parameters: [parameter('page')], responses: [response('200')] },
      [],
    ],
  ])('%s', (_, spec, code, expected) => {
    expect(told(spec, code)).toEqual(expected)
  })

  it('names a renamed path parameter once, at low severity', () => {
    const at = (name: string) => ({
      path: `/pets/{${name}}`,
      parameters: [parameter(name, { in: 'path', required: true })],
    })
    expect(told(at('petId'), at('id'))).toEqual(['info undocumented-parameter path /petId'])
  })

  it('says once that a sketch cannot be compared', () => {
    expect(audit({ sketch: true }, { parameters: [parameter('page')] }).unverifiable).toHaveLength(1)
  })
})

it('holds a documented media type against the body that a framework gives to an error', () => {
  const contents = [{ mediaType: 'application/json', schema: {}, at: inCode, implied: true as const }]
  const findings = told(
    { responses: [response('404', { 'application/xml': {} })] },
    { responses: [{ ...response('404'), contents }] },
  )
  expect(findings).toEqual(['error media-type-mismatch response 404'])
})

it('cannot tell whether code that only reads a parameter insists on it, where the document does', () => {
  const { unverifiable } = audit(
    { parameters: [parameter('q', { required: true }), parameter('page', { required: false })] },
    { parameters: [parameter('q'), parameter('page')] },
  )
  expect(unverifiable.map(({ part, pointer }) => `${part} ${pointer}`)).toEqual(['query /q'])
})

describe('settings', () => {
  const change = (settings: Settings) => told(null, { path: '/admin/pets' }, settings)

  it('switch a rule off or change its severity', () => {
    expect(change({ severities: { 'undocumented-endpoint': 'off' }, overrides: [] })).toEqual([])
    expect(change({ severities: { 'undocumented-endpoint': 'info' }, overrides: [] })).toEqual([
      'info undocumented-endpoint endpoint',
    ])
  })

  it('let an override for some paths win', () => {
    const rules = { 'undocumented-endpoint': 'warning' } as const
    expect(change({ severities: {}, overrides: [{ paths: ['/admin/**'], rules }] })).toEqual([
      'warning undocumented-endpoint endpoint',
    ])
    expect(change({ severities: {}, overrides: [{ paths: ['POST /admin/**'], rules }] })).toEqual([
      'error undocumented-endpoint endpoint',
    ])
  })
})

it('tells faults of a document at one place together, and weighs them by the gravest', () => {
  const problem = {
    at: inSpec,
    message: 'words beside a $ref',
    source: 'redocly/spec-ref-siblings',
    minor: true,
  } as const
  const grave = { at: inSpec, message: 'no such property', source: 'redocly/struct' }
  const pairs = [problem, grave].map((one) => ({ kind: 'document', problem: one }) as const)
  const { findings } = applyRules(pairs, usual)
  expect(findings.map(({ severity }) => severity)).toEqual(['error'])
  expect(applyRules(pairs.slice(0, 1), usual).findings.map(({ severity }) => severity)).toEqual(['warning'])
})

it('keeps the fingerprint when lines move', () => {
  const findings = [inCode, { ...inCode, line: 99 }].map((at) => audit(null, { at }).findings)
  expect(findings[0]?.[0]?.id).toBe(findings[1]?.[0]?.id)
  expect(findings[0]?.[0]?.id).toMatch(/^[0-9a-f]{16}$/)
})

describe('a field of the request that the code requires and the document does not', () => {
  const content = { mediaType: 'application/json', at: inCode }
  const name = { type: ['string' as const] }
  const optional = { type: ['object' as const], properties: { name } }
  const required = { ...optional, required: ['name'] }
  const spec = { body: { contents: [{ ...content, schema: optional, at: inSpec }], at: inSpec } }

  it('is an error where a validator refuses the request without it', () => {
    const code = { body: { contents: [{ ...content, schema: required }], at: inCode } }
    expect(told(spec, code)).toEqual(['error required-mismatch request /name'])
  })

  it('is a warning where only a type asks for it', () => {
    const code = { body: { contents: [{ ...content, schema: required, declared: true as const }], at: inCode } }
    expect(told(spec, code)).toEqual(['warning required-mismatch request /name'])
  })
})

describe('a documented response field that the code never sends', () => {
  const failure = (required: string[]) => ({
    type: ['object' as const],
    properties: { message: { type: ['string' as const] }, error: { type: ['string' as const] } },
    required,
  })
  const sent = { type: ['object' as const], properties: { message: { enum: ['no pet'] } }, required: ['message'] }

  it.each([
    ['200', ['message'], 'warning'],
    ['404', ['message'], 'info'],
    ['5XX', ['message'], 'info'],
    ['default', ['message'], 'info'],
    ['404', ['message', 'error'], 'error'],
  ])('of %s, where %j are required, is %s', (status, required, severity) => {
    const code = status === 'default' ? '404' : status === '5XX' ? '500' : status
    const found = told(
      { responses: [response(status, json(failure(required)))] },
      { responses: [response(code, json(sent))] },
    )
    expect(found.filter((line) => line.includes('unsent-response-field'))).toEqual([
      expect.stringMatching(new RegExp(`^${severity} unsent-response-field response \\S+ /error$`)),
    ])
  })
})

describe('a documented endpoint that no followed route serves', () => {
  const served = { endpoints: [endpoint({ path: '/other' }, inCode)], schemas: {} }
  const documented = { endpoints: [endpoint({})], schemas: {}, unresolved: [], prefixes: [] }
  const severities = (unresolved: readonly { at: typeof inCode; reason: string }[]) =>
    applyRules(pairUp(documented, { ...served, unresolved }).pairs, usual)
      .findings.filter(({ rule }) => rule === 'unimplemented-endpoint')
      .map(({ severity }) => severity)

  it('is an error where everything was followed', () => {
    expect(severities([])).toEqual(['error'])
  })

  it('is a warning where a router could not be followed', () => {
    expect(severities([{ at: inCode, reason: 'another package built it' }])).toEqual(['warning'])
  })
})
