import { expect, it } from 'vitest'
import { serve } from './serve.js'

const head = `import express, { Router, type Application } from 'express'
import { container, inject, injectable } from 'tsyringe'
import { Container } from 'inversify'
`
const server = `
@injectable()
class Pets { list = () => {} }
@injectable()
class Server {
  private readonly app: Application
  constructor(@inject(ROUTER) private readonly router: Router) { this.app = express() }
  build() { this.mount(); return this.app }
  private mount() { this.app.use('/pets', this.router) }
}
`

const rows: readonly [string, string][] = [
  [
    'an object that names token and factory',
    `const ROUTER = Symbol('router')
     const petsRouter = (c: any) => { const r = Router(); const pets = c.resolve(Pets); r.get('/a', pets.list); return r }
     const providers = [{ token: ROUTER, provider: { useFactory: petsRouter } }]
     ${server}
     container.resolve(Server).build()`,
  ],
  [
    'a registration by factory',
    `const ROUTER = 'router'
     ${server}
     container.register(ROUTER, { useFactory: (c) => { const r = Router(); r.get('/a', c.resolve(Pets).list); return r } })
     container.resolve(Server).build()`,
  ],
  [
    'a registration by value',
    `const ROUTER = 'router'
     const r = Router()
     r.get('/a', () => {})
     ${server}
     container.register(ROUTER, { useValue: r })
     container.resolve(Server).build()`,
  ],
  [
    'a binding of inversify',
    `const ROUTER = Symbol.for('router')
     const r = Router()
     r.get('/a', () => {})
     ${server}
     const inversify = new Container()
     inversify.bind(ROUTER).toConstantValue(r)
     inversify.bind(Server).toSelf()
     inversify.get(Server).build()`,
  ],
]

it.each([
  [
    'typedi',
    `import { Container, Service } from 'typedi'
     @Service() class Pets { router = Router(); constructor() { this.router.get('/a', () => {}) } }
     express().use('/pets', Container.get(Pets).router)`,
  ],
  [
    'inversify, by a class that is bound to a token',
    `const T = { Pets: Symbol.for('Pets'), Router: Symbol.for('Router') }
     @injectable() class Pets { list = () => {} }
     @injectable() class PetsRouter { router = Router(); constructor(@inject(T.Pets) pets: Pets) { this.router.get('/a', pets.list) } }
     const box = new Container()
     box.bind<Pets>(T.Pets).to(Pets)
     box.bind<PetsRouter>(T.Router).to(PetsRouter).inSingletonScope()
     express().use('/pets', box.get<PetsRouter>(T.Router).router)`,
  ],
  [
    'tsyringe, by a class that is registered under a name',
    `@injectable() class Pets { list = () => {} }
     @injectable() class PetsRouter { router = Router(); constructor(pets: Pets) { this.router.get('/a', pets.list) } }
     container.register('router', { useClass: PetsRouter })
     express().use('/pets', container.resolve<PetsRouter>('router').router)`,
  ],
  [
    'awilix, which hands each its cradle',
    `import { asClass, asFunction, createContainer } from 'awilix'
     class Pets { list = () => {} }
     class PetsRouter { router = Router(); constructor({ pets }: { pets: Pets }) { this.router.get('/a', pets.list) } }
     const makeRoot = ({ petsRouter }: { petsRouter: PetsRouter }) => Router().use('/pets', petsRouter.router)
     const box = createContainer()
     box.register({ pets: asClass(Pets).singleton(), petsRouter: asClass(PetsRouter) })
     box.register('root', asFunction(makeRoot).singleton())
     express().use(box.resolve('root'))`,
  ],
  [
    'awilix, by its cradle',
    `import { asClass, createContainer } from 'awilix'
     class Pets { router = Router(); constructor() { this.router.get('/a', () => {}) } }
     const box = createContainer()
     box.register({ pets: asClass(Pets) })
     express().use('/pets', box.cradle.pets.router)`,
  ],
])('a router is a field of what a container makes: %s', (_, code) => {
  expect(serve(head + code)).toMatchObject({ endpoints: ['GET /pets/a'], unresolved: [] })
})

it.each(rows)('a router is found by its token through %s', (_, code) => {
  const served = serve(head + code)
  expect(served.endpoints).toEqual(['GET /pets/a'])
  expect(served.unresolved).toEqual([])
})
