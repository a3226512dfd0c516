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
