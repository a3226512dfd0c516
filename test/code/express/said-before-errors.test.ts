import type { Server } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { describe, expect, it } from 'vitest'
import { endpointsOf } from '../../../src/code/adapters/endpoints.js'
import { express as dialect } from '../../../src/code/handlers/dialects/express.js'
import { listening } from '../../samples/asking.js'
import { serve } from './serve.js'

const handlers = {
  status: `(req, res) => { res.status(404); throw new Error('none') }`,
  next: `(req, res, next) => { res.status(410); next(new Error('gone')) }`,
  nothing: `() => { throw new Error('failed') }`,
  called: `(req, res) => { const fail = () => { throw new Error('none') }; res.status(409).json(fail()) }`,
  label: `(req, res) => { const fail = () => { throw new Error('none') }; res.type('text/plain').send(fail()) }`,
  late: `(req, res) => { const fail = () => { throw new Error('none') }; const text = fail(); res.type('text/plain').send(text) }`,
  caught: `(req, res, next) => { try { throw new TypeError('no') } catch (error) { res.status(422); next(error) } }`,
}
const errorHandlers = {
  conditional: `(err, req, res, next) => { const status = res.statusCode === 200 ? 500 : res.statusCode; res.status(status).json({ message: err.message }) }`,
  variable: `(err, req, res, next) => {
    let status = res.statusCode === 200 ? 500 : res.statusCode
    if (err.name === 'CastError') { status = 404 }
    res.status(status).json({ message: err.message })
  }`,
  statement: `(err, req, res, next) => { if (res.statusCode < 400) res.status(500); res.json({ message: err.message }) }`,
}

/** What the application answers on `/a`. */
async function asked(app: Express): Promise<string> {
  const started: Server = app.listen(0)
  const { base, stop } = listening(started)
  const answer = await fetch(`${base}/a`)
  stop()
  return `${answer.status} ${answer.headers.get('content-type')?.split(';')[0]}`
}

function read(code: string): readonly string[] {
  const { project, routes } = serve(`import express from 'express'\nconst app = express()\n${code}`)
  const endpoints = routes.flatMap((route) => endpointsOf(project, route, dialect))
  return endpoints.flatMap(({ responses }) =>
    responses.map(({ status, contents }) => `${status} ${contents.map(({ mediaType }) => mediaType).join(' ')}`),
  )
}

describe('what is said of the answer before an error', () => {
  const rows = Object.entries(handlers).flatMap(([name, handler]) =>
    Object.entries(errorHandlers).map(([other, onError]) => [name, other, handler, onError] as const),
  )

  it.each(rows)('stays for the error handler as it does in Express: %s, %s', async (_, __, handler, onError) => {
    const app = express()
    const made = new Function(`return [${handler}, ${onError}]`)() as [RequestHandler, ErrorRequestHandler]
    app.get('/a', made[0])
    app.use(made[1])
    const answers = read(`app.get('/a', ${handler}); app.use(${onError.replace('err,', 'err: Error,')})`)

    expect(answers.filter((each) => !/^200/.test(each))).toEqual([await asked(app)])
  })

  it('is the status where nobody handles the error', () => {
    expect(read(`app.get('/a', ${handlers.status})`)).toEqual(['404 */*'])
  })
})
