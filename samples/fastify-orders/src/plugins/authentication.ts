import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    authenticate(request: FastifyRequest, reply: FastifyReply): Promise<unknown>
  }
}

/** Lets a request pass only with the service's bearer token. */
export default fp(async (app) => {
  const token = process.env.ORDERS_TOKEN ?? 'secret'

  app.decorate('authenticate', async (request: FastifyRequest, reply: FastifyReply) => {
    if (request.headers.authorization !== `Bearer ${token}`) {
      return reply.code(401).send({ code: 'unauthorized', message: 'A bearer token is needed.' })
    }
  })
})
