import { expect, it } from 'vitest'
import { serve } from './serve.js'

const container = `
  import express, { Router } from 'express'
  const T = { Pets: Symbol('Pets'), Router: Symbol('Router') }
  class Container {
    private readonly factories = new Map<symbol, (c: Container) => unknown>()
    private readonly made = new Map<symbol, unknown>()
    bind<V>(token: symbol, factory: (c: Container) => V) { this.factories.set(token, factory); return this }
    resolve<V>(token: symbol): V {
      if (!this.made.has(token)) this.made.set(token, this.factories.get(token)!(this))
      return this.made.get(token) as V
    }
  }
  class Pets { list = (req, res) => res.json([]) }
  const container = new Container()
  container.bind(T.Pets, () => new Pets())
`

it('a container that keeps what its factories make is followed by key', () => {
  const { endpoints, unresolved } = serve(`${container}
    container.bind(T.Router, (c) => { const r = Router(); r.get('/', c.resolve<Pets>(T.Pets).list); return r })
    const app = express()
    app.use('/pets', container.resolve<Router>(T.Router))`)

  expect(endpoints).toEqual(['GET /pets'])
  expect(unresolved).toEqual([])
})

it('what a Map is made with and what is set on it later is found by key', () => {
  const { endpoints, unresolved } = serve(`
    import express, { Router } from 'express'
    const pets = Router()
    pets.get('/', (req, res) => res.json([]))
    const owners = Router()
    owners.get('/', (req, res) => res.json([]))
    const routers = new Map([['pets', pets]])
    routers.set('owners', owners)
    const app = express()
    app.use('/pets', routers.get('pets')!)
    app.use('/owners', routers.get('owners')!)`)

  expect(endpoints).toEqual(['GET /pets', 'GET /owners'])
  expect(unresolved).toEqual([])
})

it('a key that nothing is set under is said', () => {
  const { endpoints, unresolved } = serve(`${container}
    const app = express()
    app.get('/pets', (req, res) => res.json([]))
    app.use('/owners', container.resolve<any>(Symbol('Owners')))`)

  expect(endpoints).toEqual(['GET /pets'])
  expect(unresolved).toHaveLength(1)
  expect(unresolved[0]).not.toContain('depends on itself')
})

it('a factory that takes nothing is called by the container all the same', () => {
  const { endpoints, unresolved } = serve(`${container}
    container.bind(T.Router, () => { const r = Router(); r.get('/', new Pets().list); return r })
    const app = express()
    app.use('/pets', container.resolve<Router>(T.Router))`)

  expect(endpoints).toEqual(['GET /pets'])
  expect(unresolved).toEqual([])
})
