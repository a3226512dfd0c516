import type { FastifyPluginAsync } from 'fastify'
import { linesSchema } from '../../../../schemas/order.js'
import { orders } from '../../../../store.js'

const routes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { orderId: string } }>(
    '/',
    { schema: { response: { 200: linesSchema, 404: { $ref: 'failure#' } } }, onRequest: [app.authenticate] },
    async (request, reply) => {
      const order = orders.get(request.params.orderId)
      if (order === undefined) return reply.code(404).send({ code: 'not_found', message: 'No such order.' })
      return order.lines
    },
  )
}

export default routes
