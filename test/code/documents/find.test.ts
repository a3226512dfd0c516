import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findDocumentLiterals } from '../../../src/code/documents/find.js'
import { openProject } from '../../../src/code/program/open.js'
import type { DocumentSource, TextTree } from '../../../src/model/text-tree.js'

const files: Record<string, string> = {
  'tsconfig.json': '{ "include": ["*.ts"] }',
  'paths.ts': `export const petPaths = { '/pets': { get: { summary: 'all pets' } } }`,
  'spec.ts': `import { petPaths } from './paths'
const VERSION = '1.' + '2'
const secret = process.env.SECRET
export function buildSpec(): Record<string, unknown> {
  return {
    openapi: '3.0.3',
    info: { title: \`Pets \${VERSION}\`, version: VERSION, contact: secret },
    paths: { ...petPaths, ['/owners']: { get: { summary: undefined, deprecated: true } } },
  }
}`,
  'options.ts': `export const options = { definition: { openapi: '3.0.0', info: {} }, apis: ['./routes/*.ts'] }`,
}

/** The tree as plain data, for what can be read of it. */
function plain(tree: TextTree): unknown {
  if (tree.kind === 'scalar') return tree.value
  if (tree.kind === 'list') return tree.items.map(plain)
  if (tree.kind === 'map') return Object.fromEntries([...tree.entries].map(([key, value]) => [key, plain(value)]))
  return 'unknown'
}

const child = (tree: TextTree, ...keys: readonly string[]): TextTree => {
  const [key, ...rest] = keys
  if (key === undefined) return tree
  const next = tree.kind === 'map' ? tree.entries.get(key) : undefined
  if (!next) throw new Error(`no ${key}`)
  return child(next, ...rest)
}

describe('a document that is put together', () => {
  it('is found where its version is spread into it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tattletype-'))
    writeFileSync(join(folder, 'tsconfig.json'), '{ "include": ["*.ts"] }')
    writeFileSync(
      join(folder, 'spec.ts'),
      `const base = { openapi: '3.1.0', info: {} }
export const spec = { ...base, paths: { '/pets': {} } }
export const router = { ...base.info, paths: ['/pets'] }`,
    )
    const project = openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    const found = findDocumentLiterals(project.value).map(({ tree }) => plain(tree))
    rmSync(folder, { recursive: true })
    expect(found).toEqual([{ openapi: '3.1.0', info: {}, paths: { '/pets': {} } }])
  })
})

describe('a document whose parts are JSON files', () => {
  it('holds what is spread and imported, each at its place', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tattletype-'))
    writeFileSync(join(folder, 'tsconfig.json'), '{ "include": ["*.ts"], "compilerOptions": { "module": "NodeNext" } }')
    writeFileSync(join(folder, 'base.json'), '{ "openapi": "3.0.0", "info": { "title": "Pets" } }')
    writeFileSync(
      join(folder, 'pets.json'),
      '{\n  "/pets": { "get": { "x-rank": -1, "tags": ["pets"], "deprecated": true } }\n}',
    )
    writeFileSync(
      join(folder, 'spec.ts'),
      `import base from './base.json' with { type: 'json' }
import * as pets from './pets.json'
import owners = require('./pets.json')
export const spec = { ...base, paths: { ...pets, '/owners': owners['/pets'] } }`,
    )
    const project = openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    const [found] = findDocumentLiterals(project.value)
    rmSync(folder, { recursive: true })
    if (!found) throw new Error('no document')
    const item = { get: { 'x-rank': -1, tags: ['pets'], deprecated: true } }
    expect(plain(found.tree)).toEqual({
      openapi: '3.0.0',
      info: { title: 'Pets' },
      paths: { '/pets': item, '/owners': item },
    })
    expect(child(found.tree, 'paths', '/pets').at).toEqual({ file: 'pets.json', line: 2, column: 3 })
  })
})

describe('a document that is changed after it is written', () => {
  const read = (text: string): TextTree => {
    const folder = mkdtempSync(join(tmpdir(), 'tattletype-'))
    writeFileSync(join(folder, 'tsconfig.json'), '{ "include": ["*.ts"] }')
    writeFileSync(join(folder, 'spec.ts'), text)
    const project = openProject(folder)
    rmSync(folder, { recursive: true })
    if (!project.ok) throw new Error(project.error.message)
    const [source] = findDocumentLiterals(project.value)
    if (source === undefined) throw new Error('no document was found')
    return source.tree
  }
  const written = `enum Role { Admin = 'admin', User = 'user' }
const pet = { type: 'object' }
export const spec: any = { openapi: '3.1.0', paths: { '/a': {} }, components: { schemas: { Pet: pet } } }\n`

  it.each([
    ["spec.paths['/b'] = {}", ['paths']],
    ['spec.components.schemas[name] = {}', ['components', 'schemas']],
    ['Object.assign(spec.paths, more)', ['paths']],
    ['spec.tags ??= []', []],
    ['delete pet.format', ['components', 'schemas', 'Pet']],
  ])('may hold more where `%s` says so', (change, at) => {
    const tree = child(read(`${written}${change}`), ...at)

    expect(tree.kind === 'map' && tree.incomplete).toBe('it is changed after it is written')
  })

  it('is not known where one of its members is another later', () => {
    expect(plain(read(`${written}spec.paths = build()`))).toMatchObject({ paths: 'unknown' })
  })

  it('is itself where another variable is changed', () => {
    expect(child(read(`${written}other.paths['/b'] = {}`), 'paths')).not.toHaveProperty('incomplete')
  })

  it('is not read as the first of several objects that are assigned to each other', () => {
    const text = written.replace(
      'Pet: pet',
      'Pet: Object.assign({}, pet, { nullable: true }), Copy: Object.assign({}, pet)',
    )

    expect(plain(child(read(text), 'components', 'schemas'))).toEqual({ Pet: 'unknown', Copy: { type: 'object' } })
  })

  it('lists the values of an enum', () => {
    const text = written.replace('Pet: pet', 'Role: { enum: Object.values(Role) }')

    expect(plain(child(read(text), 'components', 'schemas', 'Role'))).toEqual({ enum: ['admin', 'user'] })
  })
})

describe('a document that stands in the code', () => {
  let folder: string
  let found: readonly DocumentSource[]

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tattletype-'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    const project = openProject(folder)
    if (!project.ok) throw new Error(project.error.message)
    found = findDocumentLiterals(project.value)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is found where a function returns it, and options without paths are not', () => {
    expect(found.map(({ file }) => file)).toEqual(['spec.ts'])
  })

  it('is read with its constants, spreads and computed keys, and without what is undefined', () => {
    expect(found.map(({ tree }) => plain(tree))).toEqual([
      {
        openapi: '3.0.3',
        info: { title: 'Pets 1.2', version: '1.2', contact: 'unknown' },
        paths: { '/pets': { get: { summary: 'all pets' } }, '/owners': { get: { deprecated: true } } },
      },
    ])
  })

  it('has the place of each key, also of one in another file', () => {
    const [source] = found
    if (!source) throw new Error('not found')
    expect(child(source.tree, 'info').at).toEqual({ line: 7, column: 5 })
    expect(child(source.tree, 'paths', '/owners').at).toEqual({ line: 8, column: 27 })
    expect(child(source.tree, 'paths', '/pets', 'get').at).toEqual({ file: 'paths.ts', line: 1, column: 38 })
  })
})
