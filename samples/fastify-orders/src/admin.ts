import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback } from 'fastify'
import { orders, products } from './store.js'

/** Everything here is for the staff: one hook guards all of it. */
export const admin: FastifyPluginCallback = (app, _options, done) => {
  app.addHook('onRequest', app.authenticate)

  app.get('/stats', async () => {
    const all = [...orders.values()]
    return {
      data: {
        orders: all.length,
        revenueCents: all.reduce((sum, order) => sum + order.totalCents, 0),
        lastOrderAt: all.at(-1)?.placedAt ?? null,
      },
    }
  })

  app.get('/export', async (_request, reply) => {
    const rows = [...products.values()].map((product) => `${product.sku};${product.priceCents}`)
    return reply.type('text/csv').send(rows.join('\n'))
  })

  app.route({
    method: ['POST', 'PUT'],
    url: '/reindex',
    handler: async (_request, reply) => reply.code(202).send({ jobId: randomUUID() }),
  })

  done()
}
