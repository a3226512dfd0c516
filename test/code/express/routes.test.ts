import { describe, expect, it } from 'vitest'
import { serve } from './serve.js'

const head = `import express, { Router, type Express, type RequestHandler } from 'express'
declare const h: RequestHandler
`

describe('routes of an application', () => {
  const rows: readonly [string, string, readonly string[]][] = [
    [
      'are what its methods register',
      `const app = express(); app.get('/pets', h); app.post('/pets', h); app.delete('/pets/:id', h)`,
      ['GET /pets', 'POST /pets', 'DELETE /pets/{id}'],
    ],
    ['include those for every method', `const app = express(); app.all('/proxy', h)`, ['ALL /proxy']],
    [
      'include each verb on a route of its own',
      `const app = express(); app.route('/pets').get(h).post(h)`,
      ['GET /pets', 'POST /pets'],
    ],
    [
      'include verbs on a route kept in a variable',
      `const app = express(); const pets = app.route('/pets'); pets.get(h); pets.post(h)`,
      ['GET /pets', 'POST /pets'],
    ],
    ['include each path of a list', `const app = express(); app.get(['/a', '/b'], h)`, ['GET /a', 'GET /b']],
    [
      'follow template strings, concatenation and constants',
      `const base = '/api'; const v = 1; const app = express(); app.get(\`\${base}/v\${v}/a\`, h); app.get(base + '/b', h)`,
      ['GET /api/v1/a', 'GET /api/b'],
    ],
    [
      'follow enums and members of constants',
      `enum Path { Pets = '/pets' }; const paths = { dogs: '/dogs' } as const; const app = express(); app.get(Path.Pets, h); app.get(paths.dogs, h)`,
      ['GET /pets', 'GET /dogs'],
    ],
    [
      'follow helpers that compute paths',
      `const under = (base: string, path: string) => [base, path].join('/'); const app = express(); app.get(under('/api', 'pets'), h)`,
      ['GET /api/pets'],
    ],
    [
      'count where a condition registers them',
      `declare const dev: boolean; const app = express(); if (dev) app.get('/debug', h)`,
      ['GET /debug'],
    ],
    [
      'are registered by loops over literal tuples',
      `const app = express(); for (const [method, path] of [['get', '/a'], ['post', '/b']] as const) app[method](path, h)`,
      ['GET /a', 'POST /b'],
    ],
    [
      'are registered by forEach over a list of objects',
      `const app = express(); [{ path: '/a' }, { path: '/b' }].forEach(({ path }) => app.get(path, h))`,
      ['GET /a', 'GET /b'],
    ],
    [
      'are registered by a loop over the entries of an object',
      `const app = express(); for (const [path, handler] of Object.entries({ '/a': h, '/b': h })) app.get(path, handler)`,
      ['GET /a', 'GET /b'],
    ],
    ['take lists of middleware before the handler', `const app = express(); app.get('/a', [h, h], h)`, ['GET /a']],
    ['take spread lists of handlers', `const all = [h, h]; const app = express(); app.get('/a', ...all)`, ['GET /a']],
    [
      'do not include settings, middleware or a final 404',
      `const app = express(); app.get('env'); app.set('x', 1); app.use(express.json()); app.use('/static', express.static('x')); app.use('*', h); app.all('*', h); app.use(h)`,
      [],
    ],
    ['do not include what is commented out', `const app = express(); // app.get('/a', h)\n/* app.get('/b', h) */`, []],
    [
      'do not include what other objects do with the same names',
      `const m = new Map<string, string>(); m.get('/a'); ({ get: (a: string, b: unknown) => a }).get('/b', h)`,
      [],
    ],
    [
      'are those of a class that holds the application in a field',
      `class Server { private readonly app = express(); constructor() { this.routes() } private routes() { this.app.get('/a', h) } }; new Server()`,
      ['GET /a'],
    ],
    [
      'are those of a class that sets the application in its constructor',
      `class Server { app: Express; constructor(private readonly base: string) { this.app = express(); this.app.get(this.base + '/a', h) } }; new Server('/api')`,
      ['GET /api/a'],
    ],
    [
      'follow a function that takes the application',
      `function pets(app: Express, base: string) { app.get(base + '/pets', h) }; const app = express(); pets(app, '/v1'); pets(app, '/v2')`,
      ['GET /v1/pets', 'GET /v2/pets'],
    ],
    [
      'follow a list of functions that take the application',
      `const a = (app: Express) => { app.get('/a', h) }; const b = (app: Express) => { app.get('/b', h) }; const app = express(); for (const register of [a, b]) register(app)`,
      ['GET /a', 'GET /b'],
    ],
    [
      'follow a list of functions called by forEach',
      `const a = (app: Express) => { app.get('/a', h) }; const app = express(); [a].forEach((register) => register(app))`,
      ['GET /a'],
    ],
    [
      'of an application that nobody in the project makes',
      `export default function (app: Express) { app.get('/a', h) }`,
      ['GET /a'],
    ],
    [
      'of a router in a project without an application',
      `export const router = Router(); router.get('/a', h)`,
      ['GET /a'],
    ],
  ]
  it.each(rows)('%s', (_, code, endpoints) => {
    const served = serve(head + code)
    expect(served.endpoints).toEqual(endpoints)
    expect(served.unresolved).toEqual([])
  })
})

describe('routes of mounted routers', () => {
  const rows: readonly [string, string, readonly string[]][] = [
    [
      'begin with the prefix of the mount',
      `const app = express(); const r = Router(); r.get('/', h); r.get('/:id', h); app.use('/pets', r)`,
      ['GET /pets', 'GET /pets/{id}'],
    ],
    [
      'are found however the router is made',
      `const app = express(); const a = express.Router(); const b = new (Router as any)(); a.get('/a', h); b.get('/b', h); app.use(a, b)`,
      ['GET /a', 'GET /b'],
    ],
    [
      'are found behind middleware between prefix and router',
      `const app = express(); const r = Router(); r.get('/a', h); app.use('/x', h, [h], r)`,
      ['GET /x/a'],
    ],
    [
      'are found for several routers on one prefix',
      `const app = express(); const a = Router(); const b = Router(); a.get('/a', h); b.get('/b', h); app.use('/x', a, b)`,
      ['GET /x/a', 'GET /x/b'],
    ],
    [
      'are found under each of several prefixes',
      `const app = express(); const r = Router(); r.get('/a', h); app.use(['/x', '/y'], r)`,
      ['GET /x/a', 'GET /y/a'],
    ],
    [
      'are found to any depth',
      `const app = express(); const a = Router(); const b = Router({ mergeParams: true }); const c = Router(); a.use('/b/:bid', b); b.use('/c', c); c.get('/d', h); app.use('/a', a)`,
      ['GET /a/b/{bid}/c/d'],
    ],
    [
      'are found in chains',
      `const app = express(); const a = Router().get('/a', h); const b = Router().get('/b', h); app.use('/x', Router().use(a).use(b))`,
      ['GET /x/a', 'GET /x/b'],
    ],
    [
      'are found for each call of a factory',
      `function make(path: string) { const r = Router(); r.get(path, h); return r }; const app = express(); app.use('/x', make('/a')); app.use('/y', make('/b'))`,
      ['GET /x/a', 'GET /y/b'],
    ],
    [
      'are found in an object that a factory returns',
      `const build = () => { const router = Router(); router.get('/a', h); return { router } }; const app = express(); const { router } = build(); app.use('/x', router)`,
      ['GET /x/a'],
    ],
    [
      'are found in a class that builds its router',
      `class Pets { readonly router = Router(); constructor() { this.router.get('/a', this.list.bind(this)) } list() {} }; const app = express(); app.use('/x', new Pets().router)`,
      ['GET /x/a'],
    ],
    [
      'are found in classes with a common base',
      `abstract class Base { router = Router(); constructor(readonly path: string) { this.init() } abstract init(): void }
       class Pets extends Base { constructor() { super('/pets') } init() { this.router.get(this.path + '/all', h) } }
       const app = express(); for (const each of [new Pets()]) app.use('/x', each.router)`,
      ['GET /x/pets/all'],
    ],
    [
      'are found in an application mounted in another',
      `const app = express(); const admin = express(); admin.get('/a', h); app.use('/admin', admin)`,
      ['GET /admin/a'],
    ],
    [
      'are found where a condition mounts them',
      `declare const on: boolean; const app = express(); const r = Router(); r.get('/a', h); if (on) app.use('/x', r); app.use(on && r)`,
      ['GET /x/a', 'GET /a'],
    ],
    [
      'take the default of a prefix from the environment',
      `declare const process: any; const app = express(); const r = Router(); r.get('/a', h); app.use(process.env.PREFIX ?? '/api', r)`,
      ['GET /api/a'],
    ],
    [
      'take the default of a part of a prefix from the environment',
      `declare const process: any; const app = express(); const r = Router(); r.get('/a', h); app.use(\`/api/\${process.env.VERSION || 'v1'}\` + '/pets', r)`,
      ['GET /api/v1/pets/a'],
    ],
  ]
  it.each(rows)('%s', (_, code, endpoints) => {
    const served = serve(head + code)
    expect(served.endpoints).toEqual(endpoints)
    expect(served.unresolved).toEqual([])
  })
})

describe('what cannot be followed is said', () => {
  const rows: readonly [string, string, readonly string[], RegExp][] = [
    [
      'a path by regular expression',
      `const app = express(); app.get('/a', h); app.get(/^\\/x/, h)`,
      ['GET /a'],
      /the regular expression \/\^\\\/x\/ is no path template/,
    ],
    [
      'a router that nobody mounts',
      `const app = express(); app.get('/a', h); const r = Router(); r.get('/b', h)`,
      ['GET /a'],
      /mounts this router; its 1 routes/,
    ],
    [
      'a version from the environment that all routes stand under',
      `declare const process: any; const app = express(); const r = Router(); r.get('/a', h); app.use(\`/\${process.env.API_VERSION}\`, r)`,
      ['GET /a'],
      /`process.env.API_VERSION` comes from the environment/,
    ],
    [
      'the part of a prefix that the environment gives',
      `declare const process: any; const app = express(); const r = Router(); r.get('/a', h); app.use(process.env.ROOT + '/pets', r)`,
      ['GET /pets/a'],
      /`process.env.ROOT` comes from the environment/,
    ],
    [
      'a prefix that is not known',
      `declare function prefix(): string; const app = express(); const r = Router(); r.get('/a', h); app.use(prefix(), r)`,
      [],
      /the prefix of a mount cannot be read/,
    ],
    [
      'a path that is not known',
      `declare const config: { path: string }; const app = express(); app.get(config.path, h)`,
      [],
      /the path of a route cannot be read/,
    ],
    [
      'a router of another package',
      `declare function docs(): Router; const app = express(); app.get('/a', h); app.use('/docs', docs())`,
      ['GET /a'],
      /the router `docs\(\)` under \/docs cannot be followed/,
    ],
  ]
  it.each(rows)('%s', (_, code, endpoints, reason) => {
    const served = serve(head + code)
    expect(served.endpoints).toEqual(endpoints)
    expect(served.unresolved).toEqual([expect.stringMatching(reason)])
  })
})

it('what a class adds to what the one above it registers is served beside it', () => {
  const { endpoints } = serve(`${head}
    class Base { router = Router(); constructor(readonly path: string) { this.init() } init() { this.router.get(this.path, h) } }
    class Pets extends Base { constructor() { super('/pets') } init() { super.init(); this.router.post(this.path, h) } }
    const app = express(); app.use('/x', new Pets().router)`)

  expect(endpoints).toEqual(['GET /x/pets', 'POST /x/pets'])
})
