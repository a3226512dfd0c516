import { describe, expect, it } from 'vitest'
import { readFiles } from './in-memory.js'

/** Wrappers that refuse where their options say so. */
const bodies: Readonly<Record<string, string>> = {
  inDefault:
    '(handler: Handler, opts: Options = {}): Handler => (req, res) => { if (opts.roles && !opts.roles.includes(role())) return REFUSE',
  optional:
    '(handler: Handler, opts?: Options): Handler => (req, res) => { if (opts?.roles && !opts.roles.includes(role())) return REFUSE',
  takenOut:
    '(handler: Handler, { roles }: Options = {}): Handler => (req, res) => { if (roles && !roles.includes(role())) return REFUSE',
  alone: '(handler: Handler, opts: Options = {}): Handler => (req, res) => { if (opts.roles) return REFUSE',
  list: '(handler: Handler, roles?: string[]): Handler => (req, res) => { if (roles && !roles.includes(role())) return REFUSE',
}

const changing =
  '(handler: Handler, opts: Options = {}): Handler => { opts.roles ??= defaults(); return (req, res) => { if (opts.roles) return REFUSE; return handler(req, res) } }'

const given = (name: string) => (name === 'list' ? "['owner']" : "{ roles: ['owner'] }")
const refuse = '(res.sendStatus(403), undefined)'
const lines = Object.entries(bodies).map(
  ([name, body]) => `
    const ${name} = ${body.replace('REFUSE', refuse)}; return handler(req, res) }
    app.get('/${name}/without', ${name}((req, res) => { res.json({ ok: true }) }))
    app.get('/${name}/with', ${name}((req, res) => { res.json({ ok: true }) }, ${given(name)}))`,
)
const files = new Map(
  Object.entries({
    'tsconfig.json': '{"compilerOptions":{"strict":true,"target":"es2022","module":"nodenext","types":[]}}',
    'package.json': '{"type":"module"}',
    'app.ts': `
      import express, { type Request, type Response } from 'express'
      const app = express()
      interface Options { roles?: string[] }
      type Handler = (req: Request, res: Response) => void
      declare function role(): string
      declare function defaults(): string[]
      ${lines.join('')}
      const changing = ${changing.replace('REFUSE', refuse)}
      app.get('/changing', changing((req, res) => { res.json({ ok: true }) }))`,
  }),
)
const read = readFiles('test/code', files)
const statuses = new Map(read.endpoints.map(({ path, responses }) => [path, responses.map(({ status }) => status)]))

describe('a wrapper that refuses where its options say so', () => {
  it.each(Object.keys(bodies))('does not where they are left out, and does where they are given: %s', (name) => {
    expect([statuses.get(`/${name}/without`), statuses.get(`/${name}/with`)?.includes('403')]).toEqual([['200'], true])
  })

  it('may where it fills them in itself', () => {
    expect(statuses.get('/changing')).toContain('403')
  })
})
