import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import autoload from '@fastify/autoload'
import sensible from '@fastify/sensible'
import Fastify, { type FastifyError } from 'fastify'
import { admin } from './admin.js'
import { customers } from './customers.js'
import authentication from './plugins/authentication.js'
import { addressSchema } from './schemas/address.js'
import { failureSchema } from './schemas/failure.js'
import { orderSchema } from './schemas/order.js'

const here = dirname(fileURLToPath(import.meta.url))

/** The order service, ready to listen or to be injected into. */
export function buildApp() {
  const app = Fastify()

  app.register(sensible)
  app.register(authentication)
  app.addSchema(addressSchema)
  app.addSchema(failureSchema)
  app.addSchema(orderSchema)

  app.setErrorHandler((error: FastifyError, _request, reply) => {
    reply.code(error.statusCode ?? 500).send({ code: error.code ?? error.name, message: error.message })
  })

  app.register(autoload, { dir: join(here, 'routes'), routeParams: true, options: { prefix: '/v1' } })
  app.register(
    async (v1) => {
      v1.register(customers, { prefix: '/customers' })
      v1.register(admin, { prefix: '/admin' })
      v1.get('/health', async () => ({ status: 'ok' as const, uptime: process.uptime() }))
    },
    { prefix: '/v1' },
  )

  return app
}
