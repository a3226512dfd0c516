import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decoratedDocuments } from '../../../src/code/documents/nest/read.js'
import { openProject } from '../../../src/code/program/open.js'
import type { DocumentSource, TextTree } from '../../../src/model/text-tree.js'
import { compileSample } from '../../samples/compile-sample.js'

const app = fileURLToPath(new URL('fixtures/decorated-shop', import.meta.url))

/** Words that say nothing of values, which the static reading leaves out. */
const prose = new Set([
  'summary',
  'description',
  'operationId',
  'tags',
  'example',
  'examples',
  'title',
  'info',
  'servers',
])

/** Every place where the tree says otherwise than the real document; what it leaves open may be anything. */
function differences(tree: TextTree, real: unknown, at = ''): string[] {
  if (tree.kind === 'unknown') return []
  if (tree.kind === 'scalar') return tree.value === real ? [] : [`${at}: ${tree.value} is not ${JSON.stringify(real)}`]
  if (tree.kind === 'list') {
    if (!Array.isArray(real)) return [`${at}: a list is not ${JSON.stringify(real)}`]
    if (/\/(parameters|required)$/.test(at)) return unordered(tree.items, real, at)
    const shorter =
      tree.items.length === real.length ? [] : [`${at}: ${tree.items.length} items are not ${real.length}`]
    return [...shorter, ...tree.items.flatMap((item, index) => differences(item, real[index], `${at}/${index}`))]
  }
  if (typeof real !== 'object' || real === null) return [`${at}: a map is not ${JSON.stringify(real)}`]
  const found = new Map<string, unknown>(Object.entries(real))
  const more = [...found.keys()].filter((key) => !tree.entries.has(key) && (isNamed(at) || !prose.has(key)))
  return [
    ...(tree.incomplete === undefined ? more.map((key) => `${at}/${key} is not read`) : []),
    ...[...tree.entries].flatMap(([key, entry]) =>
      prose.has(key) && !isNamed(at)
        ? []
        : found.has(key)
          ? differences(entry, found.get(key), `${at}/${key}`)
          : entry.kind === 'unknown'
            ? []
            : [`${at}/${key} is not there`],
    ),
  ]
}

/** Whether the keys at this pointer are names of the project's own. */
const isNamed = (at: string): boolean => /\/(properties|schemas)$/.test(at)

/** Items of a list whose order says nothing; the real list may hold more where the read one is incomplete. */
function unordered(items: readonly TextTree[], real: readonly unknown[], at: string): string[] {
  return items.flatMap((item) => {
    const tries = real.map((one) => differences(item, one, at))
    return tries.some((one) => one.length === 0)
      ? []
      : [`${at}: ${JSON.stringify(plain(item))} is not among ${JSON.stringify(real)}`]
  })
}

function plain(tree: TextTree): unknown {
  if (tree.kind === 'scalar') return tree.value
  if (tree.kind === 'list') return tree.items.map(plain)
  return tree.kind === 'unknown' ? '?' : Object.fromEntries([...tree.entries].map(([key, one]) => [key, plain(one)]))
}

describe('decorators of @nestjs/swagger', () => {
  let real: Record<string, unknown>
  let source: DocumentSource | undefined

  beforeAll(async () => {
    const folder = compileSample(app)
    const { document } = createRequire(import.meta.url)(join(folder, 'main.js'))
    real = JSON.parse(JSON.stringify(await document()))
    const project = openProject(app)
    if (!project.ok) throw new Error(project.error.message)
    source = decoratedDocuments(project.value)[0]
  }, 120_000)

  afterAll(() => rmSync(join(app, 'dist'), { recursive: true, force: true }))

  it('say what SwaggerModule.createDocument makes of them', () => {
    if (source?.tree.kind !== 'map') throw new Error('no document was read')
    const { paths, components } = Object.fromEntries(source.tree.entries)
    if (!paths || !components) throw new Error('the document has no paths')
    const schemas = Object(real.components)
    expect(differences(paths, real.paths, '/paths')).toEqual([])
    expect(differences(components, { schemas: schemas.schemas }, '/components')).toEqual([])
  })
})
