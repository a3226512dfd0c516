import { expect, it } from 'vitest'
import { serve } from './serve.js'

const router = (path: string) => `import { Router } from 'express'
const router = Router()
router.get('${path}', () => {})
`
const app = (imports: string, mounts: string) => `import express from 'express'
${imports}
const app = express()
${mounts}
`

const rows: readonly [string, Readonly<Record<string, string>>, readonly string[]][] = [
  [
    'default exports',
    {
      'src/app.ts': app(`import pets from './pets.js'`, `app.use('/pets', pets)`),
      'src/pets.ts': `${router('/a')}export default router`,
    },
    ['GET /pets/a'],
  ],
  [
    'named exports under another name, through a barrel',
    {
      'src/app.ts': app(`import { petRouter } from './routes/index.js'`, `app.use('/pets', petRouter)`),
      'src/routes/index.ts': `export { router as petRouter } from './pets.js'\nexport * from './dogs.js'`,
      'src/routes/pets.ts': `${router('/a')}export { router }`,
      'src/routes/dogs.ts': `export const nothing = 1`,
    },
    ['GET /pets/a'],
  ],
  [
    'factories that are constants and the default export, imported under another name, within what another makes',
    {
      'src/app.ts': app(
        `import { provider } from './provide.js'`,
        `app.use('/pets', provider({ limit: 5 }).routers.pets)`,
      ),
      'src/provide.ts': `import petRouter from './pets.js'
import { router as dogRouter } from './dogs.js'
const provider = (config: { limit: number }) => ({ routers: { pets: petRouter({ config, dogs: dogRouter(config) }) } })
export { provider }`,
      'src/pets.ts': `import { Router } from 'express'
const router = ({ config, dogs }: { config: { limit: number }; dogs: Router }) => {
  const router = Router()
  router.get('/a', () => config.limit)
  router.use('/dogs', dogs)
  return router
}
export default router`,
      'src/dogs.ts': `import { Router } from 'express'
export const router = (config: { limit: number }) => {
  const router = Router()
  router.get('/b', () => config.limit)
  return router
}`,
    },
    ['GET /pets/a', 'GET /pets/dogs/b'],
  ],
  [
    'namespace imports',
    {
      'src/app.ts': app(`import * as routes from './pets.js'`, `app.use('/pets', routes.router)`),
      'src/pets.ts': `${router('/a')}export { router }`,
    },
    ['GET /pets/a'],
  ],
  [
    'an object of routers',
    {
      'src/app.ts': app(
        `import { routes } from './routes.js'`,
        `for (const { path, route } of routes) app.use(path, route)`,
      ),
      'src/routes.ts': `import pets from './pets.js'\nexport const routes = [{ path: '/pets', route: pets }]`,
      'src/pets.ts': `${router('/a')}export default router`,
    },
    ['GET /pets/a'],
  ],
  [
    'all exports of a barrel, each of which takes the router',
    {
      'src/app.ts': app(
        `import * as routes from './routes.js'`,
        `const router = express.Router()\napp.use('/api', router)\nObject.values(routes).forEach((setUp) => setUp(router))`,
      ),
      'src/routes.ts': `export { default as pets } from './pets.js'`,
      'src/pets.ts': `import type { Router } from 'express'\nexport default (router: Router): void => { router.get('/pets', () => {}) }`,
    },
    ['GET /api/pets'],
  ],
  [
    'dynamic imports',
    {
      'src/app.ts': app('', `const { default: pets } = await import('./pets.js')\napp.use('/pets', pets)`),
      'src/pets.ts': `${router('/a')}export default router`,
    },
    ['GET /pets/a'],
  ],
  [
    'a default-exported function that takes the application, under another name',
    {
      'src/app.ts': app(`import registerPets from './pets.js'`, `registerPets(app)`),
      'src/pets.ts': `import type { Express } from 'express'\nexport default function pets(app: Express) { app.get('/pets', () => {}) }`,
    },
    ['GET /pets'],
  ],
  [
    'CommonJS files',
    {
      'src/app.cjs': `const express = require('express')\nconst app = express()\napp.use('/pets', require('./pets.cjs'))\nmodule.exports = app`,
      'src/pets.cjs': `const { Router } = require('express')\nconst router = Router()\nrouter.get('/a', () => {})\nmodule.exports = router`,
    },
    ['GET /pets/a'],
  ],
  [
    'files that are tests',
    {
      'src/app.ts': app('', `app.get('/a', () => {})`),
      'src/app.test.ts': app('', `app.get('/test', () => {})`),
      'test/server.ts': app('', `app.get('/test', () => {})`),
    },
    ['GET /a'],
  ],
]

it.each(rows)('routes are followed through %s', (_, files, endpoints) => {
  const served = serve(files)
  expect(served.endpoints).toEqual(endpoints)
  expect(served.unresolved).toEqual([])
})
