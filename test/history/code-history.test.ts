import { describe, expect, it } from 'vitest'
import { onlyFormatted } from '../../src/history/code/bare-code.js'
import { historyOf } from '../../src/history/history.js'
import type { Endpoint } from '../../src/model/endpoint.js'
import type { Schemas } from '../../src/model/schema.js'
import { createRepository } from '../git/repository.js'

const place = (file: string) => ({ file, line: 1, column: 1 })

/** An endpoint that is registered in a file; where a schema is named, it answers with that. */
function servedIn(file: string, path: string, ref?: string): { name: string; code: Endpoint } {
  const at = place(file)
  const contents = ref === undefined ? [] : [{ mediaType: 'application/json', schema: { ref }, at }]
  const code: Endpoint = {
    method: 'GET',
    path,
    at,
    deprecated: false,
    parameters: [],
    body: null,
    responses: [{ status: '200', contents, headers: [], at }],
    security: { kind: 'open' },
    gaps: [],
  }
  return { name: `GET ${path}`, code }
}

/** A document of `GET /a`, whose answer has this many fields. */
function documentOf(fields: number): { readonly 'openapi.json': string } {
  const properties = Object.fromEntries(Array.from({ length: fields }, (_, index) => [`f${index}`, { type: 'string' }]))
  const content = { 'application/json': { schema: { type: 'object', properties } } }
  const paths = { '/a': { get: { responses: { 200: { description: 'ok', content } } } } }
  return { 'openapi.json': JSON.stringify({ openapi: '3.0.3', info: { title: 't', version: '1' }, paths }) }
}

const month = (number: number) => `2025-${String(number).padStart(2, '0')}-01T12:00:00Z`
const noSchemas: Schemas = {}
const rounded = (value: number | undefined) => Math.round((value ?? 0) * 100) / 100

describe('an endpoint that only the code has', () => {
  it('changes as often as its code does, by how often such commits change the contract of the others', async () => {
    const { root, commit } = createRepository()
    commit('first', { ...documentOf(1), 'src/a.ts': 'a(1)', 'src/b.ts': 'b(1)' }, month(1))
    commit('a with its contract', { ...documentOf(2), 'src/a.ts': 'a(2)' }, month(3))
    commit('a without', { 'src/a.ts': 'a(3)' }, month(4))
    commit('b', { 'src/b.ts': 'b(2)' }, month(5))
    commit('b again', { 'src/b.ts': 'b(3)' }, month(6))
    commit('words', { 'README.md': 'done' }, month(7))
    const endpoints = [servedIn('src/a.ts', '/a'), servedIn('src/b.ts', '/b')]
    const history = await historyOf(root, ['openapi.json'], { endpoints, schemas: noSchemas })
    expect(history.code).toEqual({ commits: 2, withContract: 1 })
    const seen = history.endpoints.get('GET /b')
    // (3 + 1) / (10 + 2) of two commits.
    expect([rounded(seen?.changes), seen?.commits]).toEqual([0.67, 2])
    expect(Math.round(seen?.months ?? 0)).toBe(6)
    // What the document has a past of stays what the document tells.
    expect(history.endpoints.get('GET /a')).toMatchObject({ changes: 1 })
    expect(history.changes).toBe(1)
  })

  it('is followed through renames, and not changed by a merge, by layout, comments or a sweep', async () => {
    const { root, commit, git } = createRepository()
    const files = (text: string) => Object.fromEntries([...'abcdefgh'].map((name) => [`src/${name}.ts`, `${text}()`]))
    commit('first', { ...documentOf(1), 'lib/z.ts': `one("x", {\n  a: 1\n})\n${'// so on\n'.repeat(20)}` }, month(1))
    git('mv', 'lib/z.ts', 'src.ts')
    commit('rename', {}, month(2))
    git('checkout', '-q', '-b', 'side')
    commit('change on the side', { 'src.ts': 'one("x", {\n  a: 2\n})\n' }, month(3))
    git('checkout', '-q', 'main')
    commit('meanwhile', { 'NOTES.md': 'one' }, month(4))
    git('merge', '-q', '--no-ff', 'side', '-m', 'merge')
    commit('layout', { 'src.ts': "// words\none('x', { a: 2, });\n" }, month(5))
    commit('more files', files('one'), month(6))
    commit('sweep', { ...files('two'), 'src.ts': 'two()\n' }, month(7))
    const others = [...'abcdefgh'].map((name) => servedIn(`src/${name}.ts`, `/other/${name}`))
    const endpoints = [servedIn('src.ts', '/z'), ...others]
    const history = await historyOf(root, ['openapi.json'], { endpoints, schemas: noSchemas })
    expect(history.endpoints.get('GET /z')).toMatchObject({ commits: 1 })
    expect(Math.round(history.endpoints.get('GET /z')?.months ?? 0)).toBe(6)
    expect(history.endpoints.get('GET /other/a')).toMatchObject({ commits: 0, changes: 0 })
  })

  it('shares what changes in a file of types with the others that use them', async () => {
    const { root, commit } = createRepository()
    const first = { ...documentOf(1), 'src/b.ts': '1', 'src/c.ts': '1', 'src/types.ts': 'type T = 1' }
    commit('first', first, month(1))
    commit('types', { 'src/types.ts': 'type T = 2' }, month(2))
    const schemas: Schemas = { T: { type: ['string'], at: place('src/types.ts') } }
    const endpoints = [servedIn('src/b.ts', '/b', 'T'), servedIn('src/c.ts', '/c', 'T')]
    const history = await historyOf(root, ['openapi.json'], { endpoints, schemas })
    expect(history.endpoints.get('GET /b')).toMatchObject({ commits: 0.5 })
    expect(history.endpoints.get('GET /c')).toMatchObject({ commits: 0.5 })
  })

  it('is not watched where git does not know its file yet', async () => {
    const { root, commit, write } = createRepository()
    commit('first', documentOf(1), month(1))
    write({ 'src/new.ts': 'b()' })
    const history = await historyOf(root, ['openapi.json'], {
      endpoints: [servedIn('src/new.ts', '/new')],
      schemas: noSchemas,
    })
    expect(history.endpoints.get('GET /new')).toBeUndefined()
    expect(history.unknown).toBeUndefined()
  })

  it('costs the same when what was read of the code is taken up again, with commits that came since', async () => {
    const { root, commit, write } = createRepository()
    write({ 'node_modules/.keep': '' })
    commit('first', { ...documentOf(1), '.gitignore': 'node_modules', 'src/b.ts': 'b(1)' }, month(1))
    commit('b', { 'src/b.ts': 'b(2)' }, month(2))
    const ask = async (version?: string) => {
      const served = { endpoints: [servedIn('src/b.ts', '/b')], schemas: noSchemas }
      return (await historyOf(root, ['openapi.json'], served, version)).endpoints.get('GET /b')
    }
    const once = await ask('1.0.0')
    expect(await ask('1.0.0')).toEqual(once)
    commit('b again', { 'src/b.ts': 'b(3)' }, month(3))
    expect(await ask('1.0.0')).toEqual(await ask())
    expect(await ask('1.0.0')).toMatchObject({ commits: 2 })
  })
})

describe('code is the same but for its layout', () => {
  it.each([
    ['indented anew', 'if (a) {\nb()\n}', 'if (a) {\n  b()\n}', true],
    ['on one line', 'f(\n  a,\n  b,\n)', 'f(a, b)', true],
    ['with semicolons', 'f()\ng()', 'f();\ng();', true],
    ['in other quotes', "f('a')", 'f("a")', true],
    ['with a comment', 'f()', '/** Why. */\nf() // so', true],
    ['another name', 'f(a)', 'f(b)', false],
    ['another text', "f('a b')", "f('ab')", false],
    ['words run together', 'return a', 'returna', false],
    ['what looks like a comment in a text', "f('// a')", "f('// b')", false],
    ['another template', 'f(`a ${b}`)', 'f(`a${b}`)', false],
    ['a field more', '{ a: 1 }', '{ a: 1, b: 2 }', false],
  ])('%s', (_, before, after, same) => {
    expect(onlyFormatted(before, after)).toBe(same)
  })
})
