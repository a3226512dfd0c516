import { describe, expect, it } from 'vitest'
import { express } from '../../../src/code/adapters/express/adapter.js'
import { serve } from './serve.js'

const head = `
  import express, { Router, type Request, type Response } from 'express'
  import { expressjwt as jwt } from 'express-jwt'
  const handler = (req: Request, res: Response) => { res.json({}) }
  const app = express()
`
const routes = `
  const api = Router()
  api.get('/pets', handler)
  api.post('/pets', handler)
  api.get('/pets/:id', handler)
  api.post('/users/login', handler)
  app.get('/health', handler)
  app.use('/api', api)
`
const all = ['GET /health', 'GET /api/pets', 'POST /api/pets', 'GET /api/pets/{id}', 'POST /api/users/login']

function securities(code: string): Readonly<Record<string, string>> {
  const read = express.read(serve(head + code + routes).project)
  return Object.fromEntries(read.endpoints.map(({ method, path, security }) => [`${method} ${path}`, security.kind]))
}

/** As express-unless 2.1.3 lets requests pass: by `originalUrl`, a text in full, an expression wherever it fits. */
const rows: readonly [string, string, readonly string[]][] = [
  ['nothing', ``, []],
  ['a path', `.unless({ path: '/health' })`, ['GET /health']],
  ['paths', `.unless({ path: ['/health', '/api/users/login'] })`, ['GET /health', 'POST /api/users/login']],
  ['a path without the prefix', `.unless({ path: ['/pets'] })`, []],
  ['an expression', `.unless({ path: [/^\\/api\\/pets/] })`, ['GET /api/pets', 'POST /api/pets', 'GET /api/pets/{id}']],
  [
    'an expression without a start',
    `.unless({ path: [/\\/pets(.*)/] })`,
    ['GET /api/pets', 'POST /api/pets', 'GET /api/pets/{id}'],
  ],
  ['an expression to the end', `.unless({ path: /^\\/api\\/pets$/ })`, ['GET /api/pets', 'POST /api/pets']],
  ['one for what a parameter holds', `.unless({ path: /^\\/api\\/pets\\/[^/]+$/ })`, ['GET /api/pets/{id}']],
  ['a path for a method', `.unless({ path: [{ url: '/api/pets', methods: ['GET'] }] })`, ['GET /api/pets']],
  ['a path for one method', `.unless({ path: [{ url: '/api/pets', method: 'POST' }] })`, ['POST /api/pets']],
  ['a path in an object', `.unless({ path: [{ url: /^\\/api\\/users/ }] })`, ['POST /api/users/login']],
  ['a method', `.unless({ method: 'POST' })`, ['POST /api/pets', 'POST /api/users/login']],
  [
    'a path or a method',
    `.unless({ path: '/health', method: ['POST'] })`,
    ['GET /health', 'POST /api/pets', 'POST /api/users/login'],
  ],
]

describe('a guard leaves out', () => {
  it.each(rows)('%s', (_, unless, open) => {
    const read = securities(`app.use(jwt({ secret: 's', algorithms: ['HS256'] })${unless})`)
    expect(read).toEqual(Object.fromEntries(all.map((each) => [each, open.includes(each) ? 'open' : 'guarded'])))
  })

  it('what constants and functions of the project name', () => {
    const read = securities(`
      const base = '/api'
      const open = [\`\${base}/users/login\`, '/health']
      function guard() { return jwt({ secret: 's', algorithms: ['HS256'] }).unless({ path: open }) }
      app.use(guard())`)
    expect(all.filter((each) => read[each] === 'open')).toEqual(['GET /health', 'POST /api/users/login'])
  })

  it.each([
    ['some of the requests to a template', `{ path: [/^\\/api\\/pets\\/(mine|\\d+)$/] }`],
    ['a text that a parameter may hold', `{ path: ['/api/pets/mine'] }`],
    ['what a function says', `{ custom: (req) => req.path === '/api/pets/1' }`],
    ['what is not known', `{ path: declared }`],
  ])('%s, and what it asks there is not known', (_, options) => {
    const read = securities(`declare const declared: string[]; app.use(jwt({ secret: 's' }).unless(${options}))`)
    expect(read['GET /api/pets/{id}']).toBe('optional')
  })
})
