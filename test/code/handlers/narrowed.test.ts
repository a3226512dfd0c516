import { expect, it } from 'vitest'
import { express } from '../../../src/code/adapters/express/adapter.js'
import { openFiles } from '../in-memory.js'

it('reads what is left of a value after a check, also where its class does not tell what it sends', () => {
  const text = `
    import express from 'express'
    interface Row { toJSON<T>(): T }
    declare const find: (id: string) => Promise<Row | null>
    const findRow = (id: string): Promise<Row | null> => find(id)
    const app = express()
    app.get('/rows/:id', async (req, res) => {
      const row = await findRow(req.params.id)
      if (!row) throw new Error('none')
      res.send(row)
    })
    app.listen(1)
  `
  const files = new Map([
    ['package.json', '{"dependencies":{"express":"5"}}'],
    [
      'tsconfig.json',
      '{"compilerOptions":{"strict":true,"module":"NodeNext","esModuleInterop":true},"files":["a.ts"]}',
    ],
    ['a.ts', text],
  ])
  const project = openFiles('test/code/handlers', files)
  const ok = express.read(project).endpoints[0]?.responses.find(({ status }) => status === '200')
  expect(ok?.contents.map(({ schema: { at: _at, ...schema } }) => schema)).toEqual([
    { inexact: 'the type parameter T stays open' },
  ])
})
