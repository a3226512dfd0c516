import { expect, it } from 'vitest'
import { hono } from '../../../src/code/adapters/hono/adapter.js'
import { openFiles } from '../in-memory.js'

function opened(statement: string) {
  const text = `
    import { Hono } from 'hono'
    import { HTTPException } from 'hono/http-exception'
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
  const project = openFiles('test/code/handlers', files)
  return { project: project, endpoint: hono.read(project).endpoints[0] }
}

function bodyOf(statement: string) {
  const { project, endpoint } = opened(statement)
  const schema = endpoint?.body?.contents[0]?.schema
  return schema?.ref === undefined ? schema : project.types.schemas[schema.ref]
}

/** The fields that a handler takes of its body, those that it demands marked. */
function taken(statement: string): readonly string[] {
  const body = bodyOf(statement)
  return Object.keys(body?.properties ?? {}).map((name) => (body?.required?.includes(name) ? `${name}!` : name))
}

it('takes what is asked for its length for no object', () => {
  const body = bodyOf('const { name } = await c.req.json(); if (name.length < 3) return c.json({ ok: false })')
  expect(Object.entries(body?.properties ?? {}).map(([name, { type }]) => [name, type])).toEqual([['name', undefined]])
})

it('may refuse strangers itself, by a throw', () => {
  const { endpoint } = opened("if (!c.req.header('authorization')) throw new HTTPException(401)")
  expect(endpoint?.security.kind).toBe('unknown')
})

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

it.each([
  ['if (!name) return c.json({ ok: false }, 400)', true],
  ['if (name === undefined) return c.json({ ok: false }, 400)', true],
  ["console.log(name ?? 'nobody')", false],
])('leaves open whether a field must be there that may be missing by its type and is looked for: %s', (check, open) => {
  const body = bodyOf(`const { name } = (await c.req.json()) as { name?: string }; ${check}`)
  expect(body?.properties?.name?.presence !== undefined).toBe(open)
})
