import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { historyOf } from '../../src/history/history.js'
import { createRepository } from '../git/repository.js'

/** The history of a document alone, without the code beside it. */
const documentHistory = (root: string, document: string, version?: string) =>
  historyOf(root, [document], { endpoints: [], schemas: {} }, version)

type Fields = Readonly<Record<string, string>>

/** A document of `GET /a`, `GET /b` … whose answers hold these fields by type; `$Name` stands for a shared schema. */
function documentOf(
  endpoints: Readonly<Record<string, Fields | string>>,
  schemas: Readonly<Record<string, Fields>> = {},
) {
  const objectOf = (fields: Fields) => ({
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, type]) => [name, { type }])),
  })
  const paths = Object.fromEntries(
    Object.entries(endpoints).map(([path, body]) => {
      const schema = typeof body === 'string' ? { $ref: `#/components/schemas/${body}` } : objectOf(body)
      return [path, { get: { responses: { 200: { description: 'ok', content: { 'application/json': { schema } } } } } }]
    }),
  )
  const named = Object.fromEntries(Object.entries(schemas).map(([name, fields]) => [name, objectOf(fields)]))
  const document = { openapi: '3.0.3', info: { title: 't', version: '1' }, paths, components: { schemas: named } }
  return { 'openapi.json': JSON.stringify(document, null, 2) }
}

/** The changes by endpoint, to a tenth; and the whole. */
async function watched(root: string, document = 'openapi.json') {
  const { endpoints, changes, touched, unknown } = await documentHistory(root, document)
  const tenth = (value: number) => Math.round(value * 10) / 10
  const byEndpoint = Object.fromEntries(
    [...endpoints].map(([name, seen]) => [name, [tenth(seen.changes), tenth(seen.months)]]),
  )
  return { byEndpoint, changes: tenth(changes), touched: touched.map(tenth), unknown }
}

/** A year has 12 months of 30.4 days: these lie a month apart. */
const month = (number: number) => `2025-${String(number).padStart(2, '0')}-01T12:00:00Z`

describe('the history of a document', () => {
  it('counts the changes of each endpoint and the months it was there', async () => {
    const { root, commit } = createRepository()
    commit('first', documentOf({ '/a': { x: 'string' }, '/b': { x: 'string' } }), month(1))
    commit('a changes', documentOf({ '/a': { x: 'integer' }, '/b': { x: 'string' } }), month(4))
    commit('c comes', documentOf({ '/a': { x: 'integer' }, '/b': { x: 'string' }, '/c': {} }), month(7))
    commit('a changes', documentOf({ '/a': { x: 'integer', y: 'string' }, '/b': { x: 'string' }, '/c': {} }), month(10))
    expect(await watched(root)).toEqual({
      byEndpoint: { 'GET /a': [2, 9], 'GET /b': [0, 9], 'GET /c': [0, 3] },
      changes: 2,
      touched: [1, 1],
      unknown: undefined,
    })
  })

  it('does not take words, order, format or a merge for a change', async () => {
    const { root, commit, git, write } = createRepository()
    const first = documentOf({ '/a': { x: 'string' }, '/b': { y: 'string' } })
    commit('first', first, month(1))
    const value = JSON.parse(first['openapi.json'])
    value.info.description = 'more words'
    value.paths = { '/b': value.paths['/b'], '/a': { get: { summary: 'words', ...value.paths['/a'].get } } }
    commit('words and order', { 'openapi.json': JSON.stringify(value) }, month(2))
    git('checkout', '-q', '-b', 'branch')
    commit('a changes', documentOf({ '/a': { x: 'integer' }, '/b': { y: 'string' } }), month(3))
    git('checkout', '-q', 'main')
    write({ 'note.md': 'x' })
    commit('main goes on', {}, month(4))
    git('merge', '-q', '--no-ff', '-m', 'merge', 'branch')
    expect((await watched(root)).changes).toBe(1)
  })

  it('takes nothing for gone that a commit of another branch never had', async () => {
    const { root, commit, git } = createRepository()
    const two = { '/a': { x: 'string' }, '/b': { y: 'string' } }
    commit('first', documentOf(two), month(1))
    git('checkout', '-q', '-b', 'branch')
    commit('c comes, b goes', documentOf({ '/a': { x: 'string' }, '/c': { z: 'string' } }), month(2))
    git('checkout', '-q', 'main')
    commit('a changes', documentOf({ ...two, '/a': { x: 'integer' } }), month(3))
    git('merge', '-q', '--no-ff', '--no-commit', '-X', 'ours', 'branch')
    commit('merge', documentOf({ '/a': { x: 'integer' }, '/c': { z: 'string' } }), month(4))
    commit('other work', { 'note.md': 'x' }, month(12))
    expect((await watched(root)).byEndpoint).toEqual({ 'GET /a': [1, 11], 'GET /b': [0, 1], 'GET /c': [0, 10] })
  })

  it('splits a change of a shared schema among the endpoints that reach it', async () => {
    const { root, commit } = createRepository()
    commit('first', documentOf({ '/a': 'Pet', '/b': 'Pet', '/c': {} }, { Pet: { x: 'string' } }), month(1))
    commit('pet', documentOf({ '/a': 'Pet', '/b': 'Pet', '/c': {} }, { Pet: { x: 'string', y: 'string' } }), month(2))
    const { byEndpoint, changes } = await watched(root)
    expect([byEndpoint['GET /a']?.[0], byEndpoint['GET /b']?.[0], byEndpoint['GET /c']?.[0], changes]).toEqual([
      0.5, 0.5, 0, 1,
    ])
  })

  it('skips a commit that sweeps through the document', async () => {
    const { root, commit } = createRepository()
    const all = (type: string) =>
      Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`/p${index}`, { x: type }]))
    commit('first', documentOf(all('string')), month(1))
    commit('sweep', documentOf(all('integer')), month(2))
    expect((await watched(root)).changes).toBe(0)
  })

  it('follows a document that was renamed, and one that was broken for a while', async () => {
    const { root, commit, git } = createRepository()
    commit('first', documentOf({ '/a': { x: 'string' }, '/b': { x: 'string' } }), month(1))
    git('mv', 'openapi.json', 'api.json')
    commit('move', {}, month(2))
    commit('break', { 'api.json': '{' }, month(3))
    commit(
      'mend',
      { 'api.json': documentOf({ '/a': { x: 'string' }, '/b': { x: 'string' } })['openapi.json'] },
      month(4),
    )
    commit(
      'change',
      { 'api.json': documentOf({ '/a': { x: 'null' }, '/b': { x: 'string' } })['openapi.json'] },
      month(5),
    )
    expect(await watched(root, 'api.json')).toMatchObject({ changes: 1, byEndpoint: { 'GET /a': [1, 3.9] } })
  })

  it('keeps the changes of an endpoint whose path was changed', async () => {
    const { root, commit } = createRepository()
    commit('first', documentOf({ '/a': { x: 'string' }, '/b': { y: 'string' } }), month(1))
    commit('a changes', documentOf({ '/a': { x: 'integer' }, '/b': { y: 'string' } }), month(4))
    commit('a moves', documentOf({ '/v2/a': { x: 'integer' }, '/b': { y: 'string' } }), month(7))
    commit('a changes', documentOf({ '/v2/a': { x: 'null' }, '/b': { y: 'string' } }), month(10))
    expect((await watched(root)).byEndpoint).toEqual({ 'GET /v2/a': [2, 9], 'GET /b': [0, 9] })
  })

  it('does not guess which of two endpoints that look alike has moved', async () => {
    const { root, commit } = createRepository()
    commit('first', documentOf({ '/a': { x: 'string' }, '/b': { x: 'string' } }), month(1))
    commit('both move', documentOf({ '/c': { x: 'string' }, '/d': { x: 'string' } }), month(4))
    expect(Object.keys((await watched(root)).byEndpoint)).toEqual(['GET /a', 'GET /b', 'GET /c', 'GET /d'])
  })

  it('sees a change in a file that the document takes a part from, and none in one that it does not', async () => {
    const { root, commit } = createRepository()
    const schema = (type: string) => JSON.stringify({ type: 'object', properties: { x: { type } } })
    const value = JSON.parse(documentOf({ '/a': {}, '/b': { x: 'string' } })['openapi.json'])
    const response = value.paths['/a'].get.responses[200]
    response.content['application/json'].schema = { $ref: './parts/answer.json' }
    const more = (text: string) => JSON.stringify({ properties: { y: { $ref: text } } })
    commit('first', { 'openapi.json': JSON.stringify(value), 'parts/answer.json': more('item.json') }, month(1))
    commit('the item comes', { 'parts/item.json': schema('string'), 'parts/other.json': schema('string') }, month(2))
    commit('the item changes', { 'parts/item.json': schema('integer') }, month(3))
    commit('the other changes', { 'parts/other.json': schema('integer') }, month(4))
    const { byEndpoint } = await watched(root)
    // The item that comes, and its change.
    expect([byEndpoint['GET /a']?.[0], byEndpoint['GET /b']?.[0]]).toEqual([2, 0])
  })

  it('sees a document in a folder of the repository from that folder', async () => {
    const { root, commit } = createRepository()
    commit('first', { 'api/openapi.json': documentOf({ '/a': { x: 'string' }, '/b': {} })['openapi.json'] }, month(1))
    commit('next', { 'api/openapi.json': documentOf({ '/a': { x: 'null' }, '/b': {} })['openapi.json'] }, month(2))
    expect((await watched(`${root}/api`)).changes).toBe(1)
  })
})

describe('where nothing can be watched, it is said:', () => {
  it('no git', async () => {
    expect((await documentHistory('/', 'openapi.json')).unknown).toBe('this folder is not in a git repository')
  })

  it('a shallow clone', async () => {
    const { root, commit } = createRepository()
    commit('first', documentOf({ '/a': {} }))
    commit('second', documentOf({ '/a': { x: 'string' } }))
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${root}`, `${root}-clone`])
    expect((await documentHistory(`${root}-clone`, 'openapi.json')).unknown).toMatch(/^this clone is shallow/)
  })

  it('no commit at all', async () => {
    const { root } = createRepository()
    expect((await documentHistory(root, 'openapi.json')).unknown).toBe(
      'the history is empty: nothing was committed yet',
    )
  })

  it('no commit of the document', async () => {
    const { root, commit } = createRepository()
    commit('first', { 'a.ts': '' })
    expect((await documentHistory(root, 'openapi.json')).unknown).toBe('git has no history of openapi.json')
  })
})
