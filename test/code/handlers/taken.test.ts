import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { hono } from '../../../src/code/adapters/hono/adapter.js'
import { openProject } from '../../../src/code/program/open.js'

/** The fields that a handler takes of its body, those that it demands marked. */
function taken(statement: string): readonly string[] {
  const text = `
    import { Hono } from 'hono'
    interface Stored { id: string; name: string; role?: 'user' | 'admin'; note?: string }
    const app = new Hono()
    app.post('/things', async (c) => { ${statement}; return c.json({ ok: true }) })
    export default app
  `
  const files = new Map([
    ['package.json', '{"dependencies":{"hono":"4"}}'],
    ['tsconfig.json', '{"compilerOptions":{"strict":true,"module":"NodeNext"},"files":["a.ts"]}'],
    ['a.ts', text],
  ])
  const project = openProject(resolve('test/code/handlers'), { virtual: { files, alone: true } })
  if (!project.ok) throw new Error(project.error.message)
  const schema = hono.read(project.value).endpoints[0]?.body?.contents[0]?.schema ?? {}
  const named = schema.ref === undefined ? schema : project.value.types.schemas[schema.ref]
  return Object.keys(named?.properties ?? {}).map((name) => (named?.required?.includes(name) ? `${name}!` : name))
}

it.each([
  [
    'of a declared type, what the pattern names',
    'const { name, note }: Stored = await c.req.json()',
    ['name!', 'note'],
  ],
  [
    'the same under another name',
    'const { name: title, note = "" } = (await c.req.json()) as Stored',
    ['name!', 'note'],
  ],
  [
    'all of it, where there is a rest',
    'const { name, ...rest }: Stored = await c.req.json()',
    ['id!', 'name!', 'role', 'note'],
  ],
  ['all of it, where it stays whole', 'const stored: Stored = await c.req.json()', ['id!', 'name!', 'role', 'note']],
])('takes %s', (_what, statement, fields) => {
  expect(taken(statement)).toEqual(fields)
})
