import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Failure, NewProduct, Product, ProductPage, ProductQuery } from '../../schemas/product.js'
import { addProduct, products } from '../../store.js'

const routes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/', { schema: { querystring: ProductQuery, response: { 200: ProductPage } } }, async (request) => {
    const { category, search, limit, offset } = request.query
    const found = [...products.values()].filter(
      (product) =>
        (category === undefined || product.category === category) &&
        (search === undefined || product.name.includes(search)),
    )
    return { items: found.slice(offset, offset + limit), total: found.length }
  })

  app.post(
    '/',
    {
      schema: { body: NewProduct, response: { 201: Product, 409: Failure } },
      preHandler: app.authenticate,
    },
    async (request, reply) => {
      if ([...products.values()].some((product) => product.sku === request.body.sku)) {
        return reply.code(409).send({ code: 'sku_taken', message: 'Another product has this SKU.' })
      }
      return reply.code(201).send(addProduct(request.body))
    },
  )
}

export default routes
