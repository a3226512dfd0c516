import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readFixture } from './fixture.js'

const { endpoints, unresolved } = readFixture('app')
const detailed = ['/answers', '/guarded', '/payloads', '/requests']

describe('the routes of a Fastify project', () => {
  it('are found through plugins, prefixes, folders, factories, classes and loops: all of them, and no others', () => {
    const expected: string[] = JSON.parse(readFileSync('test/code/fastify/fixtures/expected.json', 'utf8'))
    const found = endpoints
      .filter(({ path }) => !detailed.some((prefix) => path.startsWith(prefix)))
      .map(({ method, path }) => `${method} ${path}`)

    expect(found.sort()).toEqual(expected.sort())
  })

  it('stand where they are registered', () => {
    const leaf = endpoints.find(({ path }) => path === '/outer/inner/leaf')

    expect(leaf?.at).toMatchObject({ file: 'app.ts', line: 36 })
    expect(leaf?.via?.map(({ line }) => line)).toEqual([30, 33])
  })

  it('are said to be unresolved where their url is not known', () => {
    expect(unresolved.filter(({ at }) => at.file === 'urls.ts')).toHaveLength(1)
  })

  it('are said to be unresolved where the plugin of another package may serve them', () => {
    const reasons = unresolved.filter(({ at }) => at.file === 'payloads.ts').map(({ reason }) => reason)

    expect(reasons).toEqual([
      '`@fastify/swagger-ui` serves routes of its own, which are not listed',
      'the plugin of `some-fastify-plugin` is not read: it may serve routes of its own',
    ])
  })

  it('are said to be unresolved where nothing registers their plugin', () => {
    const files = unresolved.filter(({ reason }) => reason.startsWith('nothing')).map(({ at }) => at.file)

    expect(files.sort()).toEqual([
      'app.ts',
      'routes/internal/secret.ts',
      'routes/pets/unseen.ts',
      'routes/shops/off.ts',
    ])
  })
})

describe('a project that fastify-cli starts', () => {
  it('has no application of its own: the plugin that nobody registers is it', () => {
    const { endpoints: served } = readFixture('cli')

    expect(served.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      'GET /',
      'GET /example',
      'GET /status',
    ])
  })
})
