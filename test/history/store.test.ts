import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { historyOf } from '../../src/history/history.js'
import { createRepository } from '../git/repository.js'

/** The history of a document alone, without the code beside it. */
const documentHistory = (root: string, document: string, version?: string) =>
  historyOf(root, [document], { endpoints: [], schemas: {} }, version)

const documentOf = (type: string) =>
  JSON.stringify({
    openapi: '3.0.3',
    info: { title: 't', version: '1' },
    paths: {
      '/a': { get: { parameters: [{ name: 'x', in: 'query', schema: { type } }], responses: {} } },
      '/b': { get: { responses: {} } },
    },
  })

/** A repository in which `GET /a` changed once, and the folder where what was read of it is kept. */
function watchedRepository() {
  const { root, commit, git } = createRepository()
  commit('first', { 'openapi.json': documentOf('string'), '.gitignore': 'node_modules' }, '2025-01-01T12:00:00Z')
  commit('second', { 'openapi.json': documentOf('integer') }, '2025-03-01T12:00:00Z')
  const folder = join(root, 'node_modules/.cache/tattletype/history')
  const kept = () => {
    const [name = '', ...others] = readdirSync(folder)
    return { file: join(folder, name), others }
  }
  const count = async (version?: string) => (await documentHistory(root, 'openapi.json', version)).changes
  return { root, git, commit, folder, kept, count }
}

it('is written whole beside the dependencies, and used again', async () => {
  const { root, git, count, kept } = watchedRepository()
  mkdirSync(join(root, 'node_modules'))
  expect(await count('1.0.0')).toBe(1)
  expect(kept().others).toEqual([])
  // Without the objects of git only what was kept can tell what the documents said.
  const blobs = git('rev-list', '--objects', 'HEAD', '--', 'openapi.json').split('\n')
  for (const name of blobs.filter((line) => line.endsWith('openapi.json')).map((line) => line.split(' ')[0] ?? '')) {
    rmSync(join(root, '.git/objects', name.slice(0, 2), name.slice(2)), { force: true })
  }
  expect(await count('1.0.0')).toBe(1)
  expect(await count('2.0.0')).toBe(0)
})

it('is made anew where it is broken', async () => {
  const { root, count, kept } = watchedRepository()
  mkdirSync(join(root, 'node_modules'))
  await count('1.0.0')
  const { file } = kept()
  const whole = readFileSync(file, 'utf8')
  for (const broken of ['', '{', whole.slice(0, -9), whole.replace('"share":1', '"share":9')]) {
    writeFileSync(file, broken)
    expect(await count('1.0.0')).toBe(1)
    expect(readFileSync(file, 'utf8')).toBe(whole)
  }
})

it('reads only what is new', async () => {
  const { root, commit, count } = watchedRepository()
  mkdirSync(join(root, 'node_modules'))
  await count('1.0.0')
  commit('third', { 'openapi.json': documentOf('boolean') }, '2025-05-01T12:00:00Z')
  expect(await count('1.0.0')).toBe(2)
})

it('is not written where nothing is installed, no version is given, or the folder is closed', async () => {
  const { root, count, folder } = watchedRepository()
  expect(await count('1.0.0')).toBe(1)
  expect(readdirSync(root)).not.toContain('node_modules')
  mkdirSync(join(root, 'node_modules'))
  await count()
  expect(readdirSync(join(root, 'node_modules'))).toEqual([])
  // A file where the folder should be stops whoever runs the test, the administrator as well.
  writeFileSync(join(root, 'node_modules/.cache'), '')
  chmodSync(join(root, 'node_modules'), 0o555)
  expect(await count('1.0.0')).toBe(1)
  expect(() => readdirSync(folder)).toThrow()
  chmodSync(join(root, 'node_modules'), 0o755)
})
