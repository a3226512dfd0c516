import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findJsdocDocuments } from '../../../src/code/documents/swagger-jsdoc.js'
import { openProject } from '../../../src/code/program/open.js'
import type { DocumentSource, TextTree } from '../../../src/model/text-tree.js'
import { blocksIn } from '../../../src/openapi/jsdoc/blocks.js'
import { joinPieces } from '../../../src/openapi/jsdoc/read.js'

const root = fileURLToPath(new URL('fixtures/jsdoc-shop', import.meta.url))

/** The definition of the fixture, for the real package. */
const definition = {
  openapi: '3.0.3',
  info: { title: 'Shop', version: '1.0.0' },
  components: { schemas: { Failure: { type: 'object', properties: { error: { type: 'string' } } } } },
}

function plain(tree: TextTree | undefined): unknown {
  if (tree?.kind === 'scalar') return tree.value
  if (tree?.kind === 'list') return tree.items.map(plain)
  if (tree?.kind === 'map') return Object.fromEntries([...tree.entries].map(([key, one]) => [key, plain(one)]))
  return 'unknown'
}

const at = (tree: TextTree | undefined, ...keys: readonly string[]): TextTree | undefined =>
  keys.reduce<TextTree | undefined>((one, key) => (one?.kind === 'map' ? one.entries.get(key) : undefined), tree)

describe('a document in JSDoc comments', () => {
  let source: DocumentSource

  beforeAll(async () => {
    const project = openProject(root)
    if (!project.ok) throw new Error(project.error.message)
    const [pieces] = findJsdocDocuments(project.value)
    if (!pieces) throw new Error('the call was not found')
    source = await joinPieces(pieces, { root, allowRemote: false })
  })

  it('is what swagger-jsdoc makes of it', () => {
    const swaggerJsdoc = createRequire(import.meta.url)('swagger-jsdoc')
    const apis = [`${root}/src/routes/*.ts`, `${root}/docs/*.yaml`]
    const { tags: _, ...real } = JSON.parse(JSON.stringify(swaggerJsdoc({ definition, apis })))
    expect(plain(source.tree)).toEqual(real)
  })

  it('tells each part where it stands in its comment or file', () => {
    const paths = at(source.tree, 'paths')
    expect(at(paths, '/toys', 'get')?.at).toEqual({ file: 'src/routes/toys.ts', line: 10, column: 6 })
    expect(at(paths, '/toys/{id}', 'delete', 'responses', '204')?.at).toEqual({
      file: 'src/routes/toys.ts',
      line: 46,
      column: 10,
    })
    expect(at(paths, '/orders', 'get')?.at).toEqual({ file: 'docs/orders.yaml', line: 2, column: 3 })
    expect(at(source.tree, 'components', 'schemas', 'Failure', 'type')?.at).toEqual({ line: 7, column: 39 })
  })

  it('is read of the sources where `apis` names their build', () => {
    expect(at(source.tree, 'paths', '/toys')).toBeDefined()
  })
})

describe('a block that swagger-jsdoc cannot read', () => {
  it('leaves the paths open, with its place', async () => {
    const project = openProject(root)
    if (!project.ok) throw new Error(project.error.message)
    const [pieces] = findJsdocDocuments(project.value)
    if (!pieces) throw new Error('the call was not found')
    const files = new Map([['src/routes/broken.ts', '/**\n * @openapi\n * /toys:\n *   get: [\n */\n']])
    const { tree } = await joinPieces(pieces, { root, allowRemote: false, snapshot: { name: 'a commit', files } })
    const paths = at(tree, 'paths')
    expect(paths?.kind === 'map' && paths.incomplete).toMatch(/^src\/routes\/broken\.ts:[45]: /)
  })
})

describe('blocks of several files', () => {
  const swaggerJsdoc = createRequire(import.meta.url)('swagger-jsdoc')
  const definition = { openapi: '3.0.3', info: { title: 'Shop', version: '1.0.0' }, components: {} }
  const get = (words: string) => ` *   get:\n *     summary: ${words}\n *     responses: { 200: { description: ok } }\n`
  const block = (path: string, words: string) => `/**\n * @openapi\n * ${path}:\n${get(words)} */\n`
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jsdoc-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      'a tag without words ends its file',
      { 'a.ts': `${block('/a', 'A')}/** @openapi */\n${block('/b', 'B')}`, 'b.ts': block('/c', 'C') },
    ],
    ['a path that is left empty is an empty one', { 'a.ts': '/**\n * @swagger\n * /a:\n * /b:\n *   get: {}\n */' }],
    ['an ampersand in words is no anchor', { 'a.ts': `${block('/a', 'Terms &conditions')}${block('/b', 'a - &b')}` }],
    [
      'anchors of a file of YAML serve the comments of others',
      {
        'a.ts': '/**\n * @openapi\n * /a:\n *   get:\n *     responses: { 400: *bad }\n */',
        'b.yaml': 'x-common:\n  - &bad\n    description: Bad\n/lost:\n  get: {}\n',
      },
    ],
    [
      'what uses an anchor comes last',
      {
        'a.ts': `/**\n * @openapi\n * x-a: &bad\n *   description: Bad\n */\n/**\n * @openapi\n * /a:\n *   get: { summary: First, responses: { 400: *bad } }\n */\n${block('/a', 'Last')}`,
      },
    ],
  ])('%s, as in swagger-jsdoc', async (_, files) => {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const apis = ['*.ts', '*.yaml']
    const real = swaggerJsdoc({ definition, apis: apis.map((glob) => join(folder, glob)) })
    const { paths } = JSON.parse(JSON.stringify(real))
    const place = { line: 1, column: 1 }
    const start: TextTree = {
      kind: 'map',
      at: place,
      entries: new Map([['openapi', { kind: 'scalar', value: '3.0.3', at: place }]]),
    }
    const pieces = { file: 'a.ts', definition: start, globs: apis.map((glob) => [glob]) }
    const { tree } = await joinPieces(pieces, { root: folder, allowRemote: false })

    expect(plain(at(tree, 'paths'))).toEqual(paths)
  })
})

describe('a comment', () => {
  it('without stars loses the space before its lines, as swagger-jsdoc unwraps it', () => {
    expect(blocksIn('/**\n  @openapi\n  /toys:\n    get: {}\n*/').map(({ text }) => text)).toEqual(['/toys:\nget: {}'])
  })

  it('without the tag is none of the document', () => {
    expect(blocksIn('/** /toys:\n *   get: {}\n */')).toEqual([])
  })
})
