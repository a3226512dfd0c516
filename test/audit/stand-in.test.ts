import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { audit } from '../../src/audit.js'
import { defaultCostSettings } from '../../src/cost/constants.js'
import type { AuditResult } from '../../src/model/audit-result.js'

const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp()
})

async function run(spec: object, code: object | string, allowRemote = false): Promise<AuditResult> {
  const root = await mkdtemp(join(tmpdir(), 'stand-in-'))
  cleanUps.push(() => rm(root, { recursive: true }))
  await writeFile(join(root, 'spec.json'), JSON.stringify(spec))
  if (typeof code !== 'string') await writeFile(join(root, 'code.json'), JSON.stringify(code))
  return audit({
    root,
    spec: ['spec.json'],
    code: typeof code === 'string' ? code : 'code.json',
    ignore: [],
    severities: {},
    overrides: [],
    allowRemote,
    cost: defaultCostSettings,
  })
}

async function found(spec: object, code: object): Promise<string[]> {
  const result = await run(spec, code)
  if (!result.ok) throw new Error(result.error.message)
  return result.report.findings.map(({ rule, severity, pointer }) => `${severity} ${rule} ${pointer}`)
}

const api = (operation: object, version = '3.0.3', schemas: object = {}) => ({
  openapi: version,
  info: { title: 't', version: '1' },
  servers: [{ url: 'https://example.com' }],
  components: { schemas },
  paths: { '/a': { get: { summary: 's', security: [], ...operation } } },
})
const json = (schema: object) => ({ description: 'd', content: { 'application/json': { schema } } })
const text = { type: 'string' }
const body = (properties: object) => ({ type: 'object', properties })

describe('a document that stands for the code', () => {
  const spec = (properties: object) => api({ responses: { 200: json(body(properties)) } })

  it('is closed to what it does not list, as the documented side is', async () => {
    expect(await found(spec({ a: text }), spec({ a: text, b: text }))).toEqual(['error undocumented-response-field /b'])
    expect(await found(spec({ a: text, b: text }), spec({ a: text }))).toEqual(['warning unsent-response-field /b'])
  })

  it('says nothing with a schema without a word, nor with an answer without a body', async () => {
    const blank = api({ responses: { 200: json(body({ a: { title: 'A' } })) } })
    expect(await found(spec({ a: text }), blank)).toEqual([])
    expect(await found(spec({ a: text }), api({ responses: { 200: json({}) } }))).toEqual([])
    expect(await found(spec({ a: text }), api({ responses: { 200: { description: 'd' } } }))).toEqual([])
  })

  it('is not held to the answer that FastAPI itself gives to a faulty request', async () => {
    const faulty = { HTTPValidationError: body({ detail: { type: 'array', items: {} } }) }
    const refused = { 422: json({ $ref: '#/components/schemas/HTTPValidationError' }) }
    const fastApi = api({ responses: { 200: json(body({ a: text })), ...refused } }, '3.0.3', faulty)
    expect(await found(spec({ a: text }), fastApi)).toEqual([])
    const own = api({ responses: { 200: json(body({ a: text })), 422: json(body({ why: text })) } })
    expect(await found(spec({ a: text }), own)).toEqual(['error undocumented-status '])
  })

  it('may call a parameter null that is only left out', async () => {
    const parameter = (schema: object) => ({ parameters: [{ name: 'q', in: 'query', required: false, schema }] })
    const responses = { 200: json(body({ a: text })) }
    const code = api({ ...parameter({ anyOf: [text, { type: 'null' }], title: 'Q' }), responses }, '3.1.0')
    expect(await found(api({ ...parameter(text), responses }), code)).toEqual([])
  })

  it('tells nullable fields of either dialect alike', async () => {
    const code = api(
      { responses: { 200: json(body({ a: { anyOf: [text, { type: 'null' }], title: 'A' } })) } },
      '3.1.0',
    )
    expect(await found(spec({ a: { type: 'string', nullable: true } }), code)).toEqual([])
    expect(await found(spec({ a: text }), code)).toEqual(['error nullable-mismatch /a'])
  })
})

it('says which of its references lead nowhere', async () => {
  const lost = api({ responses: { 200: json({ $ref: '#/components/schemas/Lost' }) } })
  const result = await run(api({ responses: { 200: json(body({ a: text })) } }), lost)
  expect(result.ok && result.faults).toMatchObject([{ file: 'code.json', message: expect.stringContaining('Lost') }])
  expect(result.ok && result.report.findings).toEqual([])
})

describe('a server in place of the code', () => {
  const spec = api({ responses: { 200: json(body({ a: text })) } })

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer)
    cleanUps.push(() => server.close())
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/openapi.json`
  }

  it('is asked on this machine', async () => {
    const url = await serve((_, response) => response.end(JSON.stringify(spec)))
    const result = await run(spec, url)
    expect(result.ok && result.report.findings).toEqual([])
    expect(result.ok && result.report.code).toEqual([{ document: url }])
  })

  it.each(['localhost', '127.1', '2130706433', '0177.0.0.1', '0x7f.1'])('is asked as %s', async (host) => {
    const url = await serve((_, response) => response.end(JSON.stringify(spec)))
    const result = await run(spec, url.replace('127.0.0.1', host))
    expect(result.ok && result.report.findings).toEqual([])
  })

  it.each([
    ...['http://example.com/openapi.json', 'http://127.0.0.1.example.com/', 'https://[::2]/', 'http://0x08080808/'],
    ...['http://0.0.0.0/', 'http://[::ffff:127.0.0.1]/', 'http://localhost.example/', 'http://127.0.0.1@example.com/'],
  ])('is not asked elsewhere: %s', async (url) => {
    const result = await run(spec, url)
    expect(result).toMatchObject({ ok: false, error: { message: `${url} is not on this machine` } })
  })

  it('may not send us elsewhere', async () => {
    const url = await serve((_, response) => response.writeHead(302, { location: 'http://example.com/' }).end())
    const result = await run(spec, url)
    expect(result).toMatchObject({
      ok: false,
      error: { message: 'the document cannot be read: the server sends us on to http://example.com/', file: url },
    })
  })

  it('gives a document whose references lead nowhere from here', async () => {
    const pointing = api({ responses: { 200: json({ $ref: 'file:///etc/hostname' }) } })
    const url = await serve((_, response) => response.end(JSON.stringify(pointing)))
    expect(await run(spec, url)).toMatchObject({ ok: false, error: { file: url } })
  })

  it.each([
    ['says why it gives none', 404, 'nothing', 'the document cannot be read: the server answers 404'],
    ['gives something else', 200, '<html></html>', 'not valid JSON'],
  ])('that %s is a mistake with its address', async (_, status, text, message) => {
    const url = await serve((_request, response) => response.writeHead(status).end(text))
    const result = await run(spec, url)
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining(message), file: url } })
  })

  it('that is not there is a mistake as well', async () => {
    const result = await run(spec, 'http://127.0.0.1:1/openapi.json')
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining('cannot be read') } })
  })
})
