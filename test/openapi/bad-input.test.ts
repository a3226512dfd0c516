import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/openapi/read.js'
import { project, read } from './project.js'

const info = 'info: { title: t, version: "1" }'

describe('a document that cannot be audited is one error with its place', () => {
  it.each([
    ['a.yaml', '', 'the file is empty', 1, 1],
    ['a.yaml', 'openapi: 3.0.0\nopenapi: 3.0.0', 'not valid YAML: the key "openapi" stands twice', 2, 1],
    ['a.json', '{ "openapi": "3.0.0" "paths": {} }', 'not valid JSON: comma expected', 1, 22],
    ['a.yaml', '- openapi: 3.0.0', 'not an OpenAPI document: the top level is not an object', 1, 1],
    ['a.yaml', 'just words', 'not an OpenAPI document: the top level is not an object', 1, 1],
    ['a.yaml', 'name: x', 'not an OpenAPI document: neither "openapi" nor "swagger" says a version', 1, 1],
    [
      'a.yaml',
      `${info}\nopenapi: 4.0.0\npaths: {}`,
      'openapi "4.0.0" is not a version that is known (2.0, 3.0, 3.1, 3.2)',
      2,
      1,
    ],
    ['a.yaml', 'swagger: "1.2"\npaths: {}', 'swagger "1.2" is not a version that is known (2.0, 3.0, 3.1, 3.2)', 1, 1],
    ['a.yaml', `openapi: 3.0.0\n${info}`, 'the document has no "paths"', 1, 1],
    ['a.yaml', `openapi: 3.0.0\n${info}\npaths: []`, '"paths" is not an object', 3, 1],
  ])('%s %j', async (file, text, message, line, column) => {
    const result = await readDocument(file, { root: await project({ [file]: text }), allowRemote: false })
    expect(result).toEqual({ ok: false, error: { message, file, line, column } })
  })

  it('also where there is no such file, or a folder of that name', async () => {
    const root = await project({ 'docs/a.yaml': '' })
    const of = (file: string) => readDocument(file, { root, allowRemote: false })
    expect(await of('b.yaml')).toEqual({
      ok: false,
      error: { message: 'the document cannot be read: there is no such file', file: 'b.yaml' },
    })
    expect(await of('docs')).toEqual({
      ok: false,
      error: { message: 'the document cannot be read: it is a folder', file: 'docs' },
    })
  })
})

describe('a $ref that leads nowhere is a problem with its place, and the rest is read', () => {
  const document = (ref: string) => `openapi: 3.0.3
${info}
paths:
  /a:
    get:
      responses:
        200:
          description: d
          content:
            application/json:
              schema:
                $ref: '${ref}'
`
  it.each([
    ['#/components/schemas/None', '$ref "#/components/schemas/None" leads nowhere'],
    ['none.yaml', '$ref "none.yaml" cannot be followed: there is no such file'],
    [
      'broken.yaml',
      '$ref "broken.yaml" cannot be followed: broken.yaml:1:5: not valid YAML: bad indentation of a mapping entry',
    ],
    ['#here', '$ref "#here" leads nowhere'],
  ])('%s', async (ref, message) => {
    const { endpoints, problems } = await read({ 'openapi.yaml': document(ref), 'broken.yaml': 'a: b: c' })
    const at = { file: 'openapi.yaml', line: 12, column: 17 }
    const pointer = '/paths/~1a/get/responses/200/content/application~1json/schema'
    expect(problems).toEqual([
      { at: { ...at, pointer: `${pointer}/$ref` }, message, source: 'tattletype', reference: 'broken' },
    ])
    expect(endpoints[0]?.responses[0]?.contents[0]?.schema).toEqual({
      inexact: message,
      at: { file: 'openapi.yaml', line: 11, column: 15, pointer },
    })
  })

  it('a slash forgotten behind the # is understood, and told', async () => {
    const { schemas, problems } = await read({
      'openapi.yaml': `${document('#components/schemas/A')}components: { schemas: { A: { type: string } } }`,
    })
    expect(Object.keys(schemas)).toEqual(['A'])
    expect(problems.map(({ message }) => message)).toEqual(['$ref "#components/schemas/A" lacks a slash behind the #'])
  })

  it('what stands behind such a $ref is there for the validators too', async () => {
    const { endpoints, problems } = await read({
      'openapi.yaml': `openapi: 3.0.3
info: { title: t, version: "1" }
paths:
  /a/{id}:
    get:
      parameters: [{ $ref: '#components/parameters/Id' }]
      responses: { 200: { $ref: 'other.yaml#answers/Done' } }
components: { parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } } }
`,
      'other.yaml': 'answers: { Done: { description: d, content: { text/plain: { schema: { type: string } } } } }',
    })
    expect(problems.map(({ message }) => message)).toEqual([
      '$ref "#components/parameters/Id" lacks a slash behind the #',
      '$ref "other.yaml#answers/Done" lacks a slash behind the #',
    ])
    expect(endpoints[0]).toMatchObject({
      parameters: [{ name: 'id', in: 'path', required: true }],
      responses: [{ status: '200', contents: [{ mediaType: 'text/plain' }] }],
    })
  })
})
