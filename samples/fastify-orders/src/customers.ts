import type { FastifyPluginAsync } from 'fastify'
import { addCustomer, type Customer, customers as known } from './store.js'

interface Failure {
  code: string
  message: string
}

interface NewCustomer {
  name: string
  email: string
  phone?: string
}

/** Routes without a schema: their types are all that is known of them. */
export const customers: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string }; Reply: { 200: Customer; 404: Failure } }>('/:id', async (request, reply) => {
    const customer = known.get(request.params.id)
    if (customer === undefined) {
      return reply.code(404).send({ code: 'not_found', message: 'No such customer.' })
    }
    return customer
  })

  app.post<{ Body: NewCustomer; Reply: Customer }>('/', async (request, reply) => {
    const { name, email, phone } = request.body
    reply.code(201)
    return addCustomer({ name, email, ...(phone === undefined ? {} : { phone }) })
  })
}
