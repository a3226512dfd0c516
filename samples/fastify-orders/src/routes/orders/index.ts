import type { FastifyPluginAsync } from 'fastify'
import type { Address } from '../../schemas/address.js'
import { type OrderStatus, orderStatuses } from '../../schemas/order.js'
import { addOrder, customers, orders, products } from '../../store.js'

interface NewOrder {
  customerId: string
  lines: { productId: string; quantity: number }[]
  shippingAddress?: Address
  note?: string
}

const orderParams = {
  type: 'object',
  required: ['orderId'],
  properties: { orderId: { type: 'string', format: 'uuid' } },
}

const routes: FastifyPluginAsync = async (app) => {
  app.addHook('preHandler', app.authenticate)

  app.get<{ Querystring: { status?: OrderStatus } }>(
    '/',
    {
      schema: {
        querystring: { type: 'object', properties: { status: { type: 'string', enum: orderStatuses } } },
        response: {
          200: {
            type: 'object',
            required: ['orders'],
            properties: { orders: { type: 'array', items: { $ref: 'order#' } } },
          },
        },
      },
    },
    async (request) => {
      const { status } = request.query
      return { orders: [...orders.values()].filter((order) => status === undefined || order.status === status) }
    },
  )

  app.post<{ Body: NewOrder }>(
    '/',
    {
      schema: {
        body: {
          type: 'object',
          required: ['customerId', 'lines'],
          additionalProperties: false,
          properties: {
            customerId: { type: 'string', format: 'uuid' },
            lines: {
              type: 'array',
              minItems: 1,
              items: {
                type: 'object',
                required: ['productId', 'quantity'],
                additionalProperties: false,
                properties: {
                  productId: { type: 'string', format: 'uuid' },
                  quantity: { type: 'integer', minimum: 1, maximum: 99 },
                },
              },
            },
            shippingAddress: { $ref: 'address#' },
            note: { type: 'string', maxLength: 500 },
          },
        },
        response: { 201: { $ref: 'order#' }, 422: { $ref: 'failure#' } },
      },
    },
    async (request, reply) => {
      const { customerId, shippingAddress = null, note } = request.body
      if (!customers.has(customerId)) throw app.httpErrors.unprocessableEntity('No such customer.')
      const lines = request.body.lines.map(({ productId, quantity }) => {
        const product = products.get(productId)
        if (product === undefined) throw app.httpErrors.unprocessableEntity('No such product.')
        return { productId, quantity, unitCents: product.priceCents }
      })
      return reply
        .code(201)
        .send(addOrder({ customerId, lines, shippingAddress, ...(note === undefined ? {} : { note }) }))
    },
  )

  app.route<{ Params: { orderId: string } }>({
    method: 'GET',
    url: '/:orderId',
    schema: { params: orderParams, response: { 200: { $ref: 'order#' }, 404: { $ref: 'failure#' } } },
    handler: async (request) => {
      const order = orders.get(request.params.orderId)
      if (order === undefined) throw app.httpErrors.notFound('No such order.')
      return order
    },
  })

  app.route<{ Params: { orderId: string } }>({
    method: 'POST',
    url: '/:orderId/cancel',
    schema: {
      params: orderParams,
      response: { 200: { $ref: 'order#' }, 404: { $ref: 'failure#' }, 409: { $ref: 'failure#' } },
    },
    async handler(request) {
      const order = orders.get(request.params.orderId)
      if (order === undefined) throw app.httpErrors.notFound('No such order.')
      if (order.status === 'shipped') throw app.httpErrors.conflict('The order is on its way.')
      order.status = 'cancelled'
      return order
    },
  })

  app.put<{ Params: { orderId: string }; Body: Address }>(
    '/:orderId/shipping-address',
    {
      schema: {
        params: orderParams,
        body: { $ref: 'address#' },
        response: { 204: { type: 'null' }, 404: { $ref: 'failure#' } },
      },
    },
    async (request, reply) => {
      const order = orders.get(request.params.orderId)
      if (order === undefined) return reply.notFound('No such order.')
      order.shippingAddress = request.body
      return reply.code(204).send()
    },
  )
}

export default routes
