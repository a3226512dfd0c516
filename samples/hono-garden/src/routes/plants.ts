import { zValidator } from '@hono/zod-validator'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { requireGardener } from '../guard.js'
import * as store from '../store.js'

const kind = z.enum(['herb', 'fruit', 'flower'])
const NewPlant = z.object({
  name: z.string().min(1).max(80),
  kind,
  bed: z.string().nullable(),
  tags: z.array(z.string()).max(5).optional(),
})
const Change = z.object({ name: z.string().min(1).max(80).optional(), bed: z.string().nullable().optional() })
const Search = z.object({ kind: kind.optional(), limit: z.coerce.number().int().min(1).max(50).optional() })
const NewWatering = z.object({ litres: z.number().positive().max(20) })

class NoSuchPlant extends HTTPException {
  constructor() {
    super(404, { message: 'No such plant' })
  }
}

function plantOf(id: string): store.Plant {
  const plant = store.plants.get(id)
  if (!plant) throw new NoSuchPlant()
  return plant
}

export const plants = new Hono()

plants.get('/', zValidator('query', Search), (c) => {
  const { kind: wanted, limit = 20 } = c.req.valid('query')
  const all = [...store.plants.values()].filter((plant) => wanted === undefined || plant.kind === wanted)
  c.header('X-Total', String(all.length))
  return c.json({ items: all.slice(0, limit), total: all.length })
})

plants.post('/', requireGardener, zValidator('json', NewPlant), (c) => {
  const { tags = [], ...given } = c.req.valid('json')
  if ([...store.plants.values()].some(({ name }) => name === given.name)) {
    return c.json({ message: 'It grows here already' }, 409)
  }
  const plant: store.Plant = { id: `p${store.plants.size + 1}`, ...given, wateredAt: null, tags }
  store.plants.set(plant.id, plant)
  return c.json(plant, 201)
})

plants.get('/:id', (c) => c.json(plantOf(c.req.param('id'))))

plants.patch('/:id', requireGardener, zValidator('json', Change), (c) => {
  const plant = plantOf(c.req.param('id'))
  const { name, bed } = c.req.valid('json')
  if (name !== undefined) plant.name = name
  if (bed !== undefined) plant.bed = bed
  return c.json(plant)
})

plants.delete('/:id', requireGardener, (c) => {
  plantOf(c.req.param('id'))
  store.plants.delete(c.req.param('id'))
  return c.body(null, 204)
})

plants
  .get('/:id/waterings', (c) => {
    const plant = plantOf(c.req.param('id'))
    const list = store.waterings.get(plant.id) ?? []
    return c.json({ plant: plant.id, waterings: list })
  })
  .post('/:id/waterings', requireGardener, zValidator('json', NewWatering), (c) => {
    const plant = plantOf(c.req.param('id'))
    const watering: store.Watering = { at: new Date().toISOString(), litres: c.req.valid('json').litres }
    store.waterings.set(plant.id, [...(store.waterings.get(plant.id) ?? []), watering])
    plant.wateredAt = watering.at
    return c.json(watering, 201)
  })
