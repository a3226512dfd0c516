import { type FastifyPluginAsyncTypebox, Type } from '@fastify/type-provider-typebox'
import { Failure, Product, ProductParams, ProductPatch } from '../../../schemas/product.js'
import { products } from '../../../store.js'

const notFound = { code: 'not_found', message: 'No such product.' }

const routes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/',
    { schema: { params: ProductParams, response: { 200: Product, 404: Failure } } },
    async (request, reply) => products.get(request.params.productId) ?? reply.code(404).send(notFound),
  )

  app.patch(
    '/',
    {
      schema: { params: ProductParams, body: ProductPatch, response: { 200: Product, 404: Failure } },
      preHandler: [app.authenticate],
    },
    async (request, reply) => {
      const product = products.get(request.params.productId)
      if (product === undefined) return reply.code(404).send(notFound)
      const changed = { ...product, ...request.body }
      products.set(changed.id, changed)
      return changed
    },
  )

  app.delete(
    '/',
    {
      schema: { params: ProductParams, response: { 204: Type.Null(), 404: Failure } },
      preHandler: [app.authenticate],
    },
    async (request, reply) => {
      if (!products.delete(request.params.productId)) return reply.code(404).send(notFound)
      return reply.code(204).send(null)
    },
  )
}

export default routes
