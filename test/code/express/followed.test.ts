import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { serve } from './serve.js'

const read = (code: string) => {
  const { project, routes } = serve(`import express, { type NextFunction, type Request, type Response } from 'express'
    const app = express()
    ${code}`)
  return routes.flatMap((route) => endpointsOf(project, route, dialect))
}

describe('a second registration of a path', () => {
  const first = (body: string) => `app.get('/a', (req, res, next) => { ${body} })
    app.get('/a', (req, res) => { res.status(203).json({ second: true }) })`
  const statuses = (body: string) => read(first(body)).map(({ responses }) => responses.map(({ status }) => status))

  it.each([
    ['answers what the first hands on', `if (req.query.a) return next(); res.json({})`, ['200', '203']],
    ['answers what the first skips', `if (req.query.a) return next('route'); res.json({})`, ['200', '203']],
    ['answers nothing behind one that always answers', `res.json({})`, ['200']],
    [
      'answers nothing of what the first fails at',
      `if (req.query.a) return next(new Error('no')); res.json({})`,
      ['200'],
    ],
  ])('%s', (_, body, expected) => {
    expect(statuses(body)).toEqual([expected])
  })

  it('stands behind the guard that the first is', () => {
    const guard = `if (!req.headers.authorization) { res.status(401).end(); return } next()`
    expect(read(first(guard)).map(({ security, responses }) => [security.kind, responses.length])).toEqual([
      ['guarded', 2],
    ])
  })
})

describe('an answer that is an object of the project', () => {
  const made = `
    class Reply<T> {
      constructor(private readonly status: number, private readonly data: T) {}
      static ok<T>(data: T) { return new Reply(200, data) }
      static made<T>(data: T) { return new Reply(201, data) }
      send(res: Response) { res.status(this.status).json({ data: this.data }) }
    }
    app.get('/a', (req, res) => Reply.ok({ name: 'a' as string }).send(res))
    app.get('/b', (req, res) => { const reply = Reply.made(['b'] as string[]); reply.send(res) })
    app.get('/c', (req, res) => new Reply(418, true as boolean).send(res))`

  it('has the status and the data that it is made with', () => {
    const shown = read(made).map(({ path, responses }) => [
      path,
      responses.map(({ status }) => status).join(),
      responses[0]?.contents[0]?.schema.properties?.data?.type,
    ])
    expect(shown).toEqual([
      ['/a', '200', ['object']],
      ['/b', '201', ['array']],
      ['/c', '418', ['boolean']],
    ])
  })
})
