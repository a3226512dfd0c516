import { Hono } from 'hono'
import * as store from '../store.js'

export const beds = new Hono()
  .get('/', (c) => c.json(store.beds))
  .get('/:bedId/plan', (c) => {
    const bed = store.beds.find(({ id }) => id === c.req.param('bedId'))
    if (!bed) return c.json({ message: 'No such bed' }, 404)
    return c.text(`Plan of ${bed.title}`)
  })
