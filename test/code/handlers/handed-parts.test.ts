import { expect, it } from 'vitest'
import { createSourceFileCache } from '../../../src/code/program/source-files.js'
import { readFiles } from '../in-memory.js'

const cache = createSourceFileCache()

/** What a handler that checks its input so takes: `body name!`, what must be there marked, and what is checked unseen. */
function taken(statement: string): readonly string[] {
  const text = `
    import express from 'express'
    import { z } from 'zod'
    const Thing = z.object({ id: z.string(), name: z.string(), note: z.string().optional() })
    const app = express()
    app.post('/things/:id', (req, res) => { ${statement}; res.json({ ok: true }) })
    app.listen(1)`
  const files = new Map([
    ['package.json', '{"type":"module","dependencies":{"express":"5","zod":"4"}}'],
    ['tsconfig.json', '{"compilerOptions":{"strict":true,"module":"NodeNext"},"files":["a.ts"]}'],
    ['a.ts', text],
  ])
  const { endpoints, schemas } = readFiles('test/code/handlers', files, { cache })
  const [endpoint] = endpoints
  const [content] = endpoint?.body?.contents ?? []
  const named = content?.schema.ref === undefined ? content?.schema : schemas[content.schema.ref]
  const body = Object.keys(named?.properties ?? {}).map(
    (name) => `body ${name}${named?.required?.includes(name) ? '!' : ''}`,
  )
  const unseen = content !== undefined && body.length === 0 ? ['body of any kind'] : []
  const others = endpoint?.parameters.map((each) => `${each.in} ${each.name}`) ?? []
  return [...others, ...body, ...unseen]
}

it.each([
  ['a copy of the body', 'Thing.parse({ ...req.body })', ['path id', 'body id!', 'body name!', 'body note']],
  [
    'a copy of a cast body',
    'Thing.parse({ ...(req.body as object) })',
    ['path id', 'body id!', 'body name!', 'body note'],
  ],
  [
    'a copy that has a name',
    'const copy = { ...req.body }; Thing.parse(copy)',
    ['path id', 'body id!', 'body name!', 'body note'],
  ],
  ['Object.assign', 'Thing.parse(Object.assign({}, req.body))', ['path id', 'body id!', 'body name!', 'body note']],
  [
    'a field of the path in its place',
    'Thing.safeParse({ ...req.body, id: req.params.id })',
    ['path id', 'body name!', 'body note'],
  ],
  ['the path in its place', 'Thing.safeParse({ ...req.body, ...req.params })', ['path id', 'body name!', 'body note']],
  [
    'the path where it has none',
    'Thing.parse({ ...req.params, ...req.body })',
    ['path id', 'body id', 'body name!', 'body note'],
  ],
  ['a value of the code', "Thing.parse({ name: 'a', ...req.body, id: '1' })", ['path id', 'body name', 'body note']],
  [
    'a value that has a name',
    "const own = { id: '1' }; Thing.parse({ ...req.body, ...own })",
    ['path id', 'body name!', 'body note'],
  ],
])('a validator that is handed %s speaks of the body', (_what, statement, expected) => {
  expect(taken(statement)).toEqual(expected)
})

it.each([
  ['another part', 'Thing.parse({ ...req.query, ...req.body })'],
  ['values that are not known', 'declare const other: Record<string, string>; Thing.parse({ ...req.body, ...other })'],
])('a validator that is handed the body with %s says of neither what it is', (_what, statement) => {
  expect(taken(statement)).toEqual(['path id', 'body of any kind'])
})

it('does not speak of a copy that is changed before', () => {
  expect(taken('const copy = { ...req.body }; copy.id = req.params.id; Thing.parse(copy)')).toEqual([
    'path id',
    'body of any kind',
  ])
})

it('reads what else is put into what is checked', () => {
  expect(taken('Thing.parse({ id: req.params.id, name: String(req.query.name) })')).toEqual(['path id', 'query name'])
})
