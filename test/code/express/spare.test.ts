import { expect, it } from 'vitest'
import { serve } from './serve.js'

const factory = `
  import express, { Router } from 'express'
  const makePets = () => {
    const router = Router()
    router.get('/', (req, res) => res.json([]))
    return router
  }
  export default makePets()
`

it('a spare router of a factory whose other one is mounted leaves nothing unlisted', () => {
  const { endpoints, unresolved } = serve(`${factory}; const app = express(); app.use('/pets', makePets())`)

  expect(endpoints).toEqual(['GET /pets'])
  expect(unresolved).toEqual([])
})

it('a router of a factory that nobody mounts is said', () => {
  expect(serve(`${factory}; const app = express(); app.get('/', (req, res) => res.json({}))`).unresolved).toHaveLength(
    1,
  )
})

it('is said too where the one that is mounted has nothing registered on it', () => {
  const { endpoints, unresolved } = serve(`
    import express, { Router } from 'express'
    declare const made: Map<string, unknown>
    const keep = (name: string, make: () => Router) => { made.set(name, make()); hidden(make) }
    declare function hidden(make: unknown): void
    const app = express()
    app.get('/known', (req, res) => res.json({}))
    keep('pets', () => { const router = Router(); router.get('/', (req, res) => res.json([])); return router })
    app.use('/pets', made.get('pets') as Router)`)

  expect(endpoints).toEqual(['GET /known'])
  expect(unresolved.length).toBeGreaterThan(0)
})
