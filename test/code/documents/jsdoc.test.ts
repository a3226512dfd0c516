import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
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

describe('a comment', () => {
  it('without stars loses the space before its lines, as swagger-jsdoc unwraps it', () => {
    expect(blocksIn('/**\n  @openapi\n  /toys:\n    get: {}\n*/').map(({ text }) => text)).toEqual(['/toys:\nget: {}'])
  })

  it('without the tag is none of the document', () => {
    expect(blocksIn('/** /toys:\n *   get: {}\n */')).toEqual([])
  })
})
