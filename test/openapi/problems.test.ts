import { describe, expect, it } from 'vitest'
import { read } from './project.js'

const info = 'info: { title: t, version: "1" }'

/** line:column source of each problem. */
async function problems(files: Readonly<Record<string, string>>): Promise<string[]> {
  const found = await read(files)
  return found.problems.map(({ at, source }) => `${at.file}:${at.line}:${at.column} ${source}`)
}

describe('problems of the document', () => {
  it.each([['swagger: "2.0"'], ['openapi: 3.0.3'], ['openapi: 3.1.0'], ['openapi: 3.2.0']])(
    'are none in a right document of %s',
    async (version) => {
      expect(
        await problems({
          'a.yaml': `${version}\n${info}\npaths: { /a: { get: { responses: { 200: { description: d } } } } }`,
        }),
      ).toEqual([])
    },
  )

  it('stand where the fault is, once, although two tools see it', async () => {
    const text = `openapi: 3.0.3\n${info}\npaths:\n  /a:\n    get:\n      responses:\n        200:\n          descripton: d\n`
    expect(await problems({ 'a.yaml': text })).toEqual(['a.yaml:7:9 redocly/struct', 'a.yaml:8:11 redocly/struct'])
  })

  it('are not found in members that are in order beside one that is missing', async () => {
    const text = `swagger: "2.0"\n${info}\npaths:\n  /a/{id}:\n    get:\n      parameters:\n        - { name: id, in: path, required: true }\n      responses: { 200: { description: d } }\n`
    const found = await read({ 'a.yaml': text })
    expect(found.problems.map(({ message }) => message)).toEqual(['The field `type` must be present on this level.'])
  })

  it('are those of swagger-parser where Redocly says nothing', async () => {
    const text = `swagger: "2.0"\n${info}\npaths:\n  /a:\n    get:\n      parameters:\n        - { name: f, in: formData, type: file }\n      responses: { 200: { description: d } }\n`
    const found = await read({ 'a.yaml': text })
    expect(found.problems).toEqual([
      {
        at: { file: 'a.yaml', line: 5, column: 5, pointer: '/paths/~1a/get' },
        message:
          '/paths/a/get has a file parameter, so it must consume multipart/form-data or application/x-www-form-urlencoded',
        source: 'swagger-parser',
      },
    ])
  })

  it('stand in the file in which the text stands', async () => {
    const found = await problems({
      'a.yaml': `openapi: 3.0.3\n${info}\npaths:\n  /a: { $ref: b.yaml }\n`,
      'b.yaml': 'get:\n  response: {}\n  responses: { 200: { description: d } }\n',
    })
    expect(found).toEqual(['b.yaml:2:3 redocly/struct'])
  })

  it('are minor where words stand beside a $ref or null without a type', async () => {
    const schemas =
      'components: { schemas: { A: { type: object }, B: { properties: { a: { $ref: "#/components/schemas/A", description: d }, b: { nullable: true } } } } }'
    const { problems: found } = await read({ 'a.yaml': `openapi: 3.0.3\n${info}\npaths: {}\n${schemas}` })
    expect(found.map(({ source, minor }) => [source, minor])).toEqual([
      ['redocly/spec-ref-siblings', true],
      ['redocly/nullable-type-sibling', true],
    ])
  })

  it('do not keep the rest from being read', async () => {
    const { endpoints } = await read({
      'a.yaml': 'openapi: 3.0.3\ninfo: 1\npaths: { /a: { get: { responses: 1 } }, /b: { get: {} } }',
    })
    expect(endpoints.map(({ path }) => path)).toEqual(['/a', '/b'])
  })

  it('of a version written as a number are told, and the document is read', async () => {
    const { dialect, problems: found } = await read({ 'a.yaml': `swagger: 2.0\n${info}\npaths: {}` })
    expect(dialect).toBe('swagger-2.0')
    expect(found.map(({ at }) => at.pointer)).toEqual(['/swagger'])
  })
})

describe('a name under required that is no property', () => {
  const schema = (text: string) =>
    `openapi: 3.1.0\n${info}\npaths: {}\ncomponents:\n  schemas:\n    It: ${text}\n    Base: { type: object, required: [a, b], properties: { a: { type: string } } }\n    B: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { b: {} } }] }\n`

  it('is a problem where the object is closed, with the place of the name', async () => {
    const { problems: found } = await read({
      'a.yaml': schema('{ type: object, required: [a, c], properties: { a: {} } }'),
    })
    expect(found).toEqual([
      {
        at: { file: 'a.yaml', line: 6, column: 39, pointer: '/components/schemas/It/required/1' },
        message: '"c" is required, but is no property of the object',
        source: 'tattletype',
      },
    ])
  })

  it.each([
    '{ type: object, required: [c] }',
    '{ type: object, required: [c], properties: { a: {} }, additionalProperties: true }',
    '{ required: [c], properties: { a: {} }, allOf: [{ properties: { c: {} } }] }',
    '{ properties: { c: {} }, oneOf: [{ required: [c], properties: { a: {} } }] }',
  ])('is none in %s', async (text) => {
    expect(await problems({ 'a.yaml': schema(text) })).toEqual([])
  })
})

describe("the project's redocly.yaml", () => {
  const text = `openapi: 3.0.3\n${info}\npaths: { /a: { get: { responses: { 200: { description: d } } } } }\n`

  it('beside the document says what is an error', async () => {
    const rules = 'rules: { operation-operationId: error, operation-summary: warn }'
    expect(await problems({ 'docs/a.yaml': text, 'docs/redocly.yaml': rules })).toEqual([
      'docs/a.yaml:3:16 redocly/operation-operationId',
    ])
  })

  it('at the root does so for a document in a folder, by what it extends too', async () => {
    const files = {
      'docs/a.yaml': text,
      'redocly.yaml': 'extends: [./lint/base.yaml]',
      'lint/base.yaml': 'rules: { operation-summary: error }',
    }
    expect(await problems(files)).toEqual(['docs/a.yaml:3:16 redocly/operation-summary'])
  })

  it('may overlook a problem', async () => {
    const files = {
      'a.yaml': text,
      'redocly.yaml': 'rules: { operation-operationId: error }',
      '.redocly.lint-ignore.yaml': "a.yaml: { operation-operationId: ['#/paths/~1a/get/operationId'] }",
    }
    expect(await problems(files)).toEqual([])
  })

  it('that cannot be used is said, and the structure is still judged', async () => {
    const { notices, problems: found } = await read({
      'a.yaml': text.replace('description: d', ''),
      'redocly.yaml': 'extends: [nothing-of-that-name]',
    })
    expect(notices?.[0]).toContain('the lint configuration is not used')
    expect(found).toHaveLength(1)
  })

  it('whose rules cannot be asked is said, and the structure is still judged', async () => {
    const { notices, problems: found } = await read({
      'a.yaml': text.replace('description: d', ''),
      'redocly.yaml': 'rules: { rule/mine: { severity: error } }',
    })
    expect(notices?.[0]).toContain('redocly.yaml: the lint configuration is not used')
    expect(found).toHaveLength(1)
  })
})
