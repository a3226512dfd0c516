import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { documentHistory } from '../../src/history/document-history.js'
import { createRepository } from '../git/repository.js'

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

  it('no commit of the document', async () => {
    const { root, commit } = createRepository()
    commit('first', { 'a.ts': '' })
    expect((await documentHistory(root, 'openapi.json')).unknown).toBe('git has no history of openapi.json')
  })
})
