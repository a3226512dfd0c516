import { Router } from 'express'
import { z } from 'zod'
import type { Filter } from '../domain/collection.js'
import { created, ok } from '../http/respond.js'
import { validateBody } from '../http/validate.js'
import type { Library } from '../store/library.js'

const NewCollection = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  dimensions: z.number().int().min(1).max(4096),
  metric: z.enum(['cosine', 'dot', 'euclidean']).default('cosine'),
})

const FilterSchema: z.ZodType<Filter> = z.lazy(() =>
  z.union([z.object({ all: z.array(FilterSchema) }), z.object({ attribute: z.string(), equals: z.string() })]),
)

const Search = z.object({
  query: z.string().min(1),
  limit: z.number().int().min(1).max(50).default(10),
  filter: FilterSchema.optional(),
})

/** Vector collections and the search in them. */
export function collectionRoutes(library: Library): Router {
  const router = Router()

  router.get('/', (_req, res) => ok(res, library.collections()))

  router.post('/', validateBody(NewCollection), (req, res) => {
    const { name, dimensions, metric } = req.body
    created(res, library.addCollection(name, dimensions, metric))
  })

  router.get('/:collectionId', (req, res) => ok(res, library.collection(req.params.collectionId)))

  router.delete('/:collectionId', (req, res) => {
    library.dropCollection(req.params.collectionId)
    res.status(204).send()
  })

  router.post('/:collectionId/search', validateBody(Search), (req, res) => {
    const { query, limit, filter } = req.body
    res.json({ data: library.search(String(req.params.collectionId), query, limit, filter) })
  })

  return router
}
