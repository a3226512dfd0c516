import { describe, expect, it } from 'vitest'
import { placeOf } from '../../src/audit/place.js'
import { findProject } from '../../src/audit/projects.js'

const placeWith = (...files: readonly string[]) =>
  placeOf({ root: '/repository', snapshot: { name: 'a commit', files: new Map(files.map((file) => [file, '{}'])) } })

const apps = ['apps/web/tsconfig.json', 'apps/web/package.json', 'apps/api/tsconfig.json', 'apps/api/package.json']

describe('the tsconfig of the code', () => {
  it('is that of the root, whatever lies below', async () => {
    expect(await findProject(placeWith('tsconfig.json', ...apps))).toEqual({ ok: true, value: 'tsconfig.json' })
  })

  it('is the only one of a package', async () => {
    const place = placeWith('apps/api/tsconfig.json', 'apps/api/package.json', 'docs/tsconfig.json')
    expect(await findProject(place)).toEqual({ ok: true, value: 'apps/api/tsconfig.json' })
  })

  it('is the one whose folder holds the named document', async () => {
    const found = await findProject(placeWith(...apps), ['./apps/api/docs/openapi.yaml'])
    expect(found).toEqual({ ok: true, value: 'apps/api/tsconfig.json' })
  })

  it('is the only one whose package needs a framework for servers', async () => {
    const files = new Map([
      ...apps.map((file) => [file, '{}'] as const),
      ['apps/web/package.json', '{ "dependencies": { "next": "15", "express-like": "1" } }'] as const,
      ['apps/api/package.json', '{ "dependencies": { "express": "^5.0.0" } }'] as const,
    ])
    const place = placeOf({ root: '/repository', snapshot: { name: 'a commit', files } })
    expect(await findProject(place)).toEqual({ ok: true, value: 'apps/api/tsconfig.json' })
    const named = await findProject(place, ['apps/web/openapi.yaml'])
    expect(named).toEqual({ ok: true, value: 'apps/api/tsconfig.json' })
  })

  it('is asked for where several may be meant', async () => {
    expect(await findProject(placeWith(...apps), ['docs/openapi.yaml'])).toMatchObject({
      ok: false,
      error: { message: 'several projects were found: apps/api/tsconfig.json, apps/web/tsconfig.json' },
    })
  })
})
