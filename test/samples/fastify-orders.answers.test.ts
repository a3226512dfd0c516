import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { describe } from 'vitest'
import { ask, bearer, holdAnswers, type Question } from './asking.js'
import { codeOracle } from './code-oracle.js'

type App = typeof import('../../samples/fastify-orders/src/app.js')
type Store = typeof import('../../samples/fastify-orders/src/store.js')

// @fastify/autoload imports the route files by itself, past the test runner: all of the sample has to be compiled and
// loaded by Node, so that there is one store.
const sample = resolve('samples/fastify-orders')
execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', sample])
const native = createRequire(import.meta.url)
const { buildApp }: App = native(resolve(sample, 'dist/app.js'))
const { addCustomer, addOrder, addProduct, orders }: Store = native(resolve(sample, 'dist/store.js'))

const product = addProduct({ sku: 'ABC-0001', name: 'Chess', category: 'game', priceCents: 2500 })
const spare = addProduct({ sku: 'ABC-0002', name: 'Go', category: 'game', priceCents: 1900, description: 'Stones' })
const customer = addCustomer({ name: 'Ada', email: 'ada@example.com' })
const line = { productId: product.id, quantity: 2, unitCents: 2500 }
const address = { street: 'Main', city: 'Ghent', postalCode: '9000', country: 'BE' }
const order = addOrder({ customerId: customer.id, lines: [line], shippingAddress: address })
const shipped = addOrder({ customerId: customer.id, lines: [line], shippingAddress: null })
Object.assign(orders.get(shipped.id) ?? {}, { status: 'shipped' })
const nobody = '00000000-0000-4000-8000-000000000000'

const lute = { sku: 'XYZ-0001', name: 'Lute', category: 'music', priceCents: 1 }
const wanted = { customerId: customer.id, lines: [{ productId: product.id, quantity: 1 }] }

/** On what has the id. */

const on = (operation: string, status: number, id: string, rest: Partial<Question> = {}) =>
  ask(operation, status, { path: operation.replace(/^\w+ /, '').replace(/\{\w+\}/, id), ...rest })
const token = { headers: bearer('secret') }

const questions: readonly Question[] = [
  ask('GET /v1/health', 200),

  ask('GET /v1/products', 200),
  ask('GET /v1/products', 400, { path: '/v1/products?limit=500' }),
  ask('POST /v1/products', 201, { ...token, body: lute }),
  ask('POST /v1/products', 409, { ...token, body: { ...lute, sku: 'ABC-0001' } }),
  ask('POST /v1/products', 400, { ...token, body: { sku: 'ABC-0001' } }),
  ask('POST /v1/products', 401, { body: { ...lute, sku: 'XYZ-0002' } }),
  on('GET /v1/products/{id}', 200, product.id),
  on('GET /v1/products/{id}', 404, nobody),
  on('PATCH /v1/products/{id}', 200, product.id, { ...token, body: { description: null, priceCents: 2400 } }),
  on('PATCH /v1/products/{id}', 400, product.id, { ...token, body: { priceCents: -1 } }),
  on('PATCH /v1/products/{id}', 401, product.id, { body: {} }),
  on('PATCH /v1/products/{id}', 404, nobody, { ...token, body: {} }),
  on('DELETE /v1/products/{id}', 204, spare.id, token),
  on('DELETE /v1/products/{id}', 404, nobody, token),
  on('DELETE /v1/products/{id}', 401, nobody),

  ask('GET /v1/orders', 200, { ...token, path: '/v1/orders?status=pending' }),
  ask('GET /v1/orders', 400, { ...token, path: '/v1/orders?status=lost' }),
  ask('GET /v1/orders', 401),
  ask('POST /v1/orders', 201, { ...token, body: wanted }),
  ask('POST /v1/orders', 422, { ...token, body: { ...wanted, customerId: nobody } }),
  ask('POST /v1/orders', 400, { ...token, body: { ...wanted, lines: [] } }),
  ask('POST /v1/orders', 400, { body: { ...wanted, lines: [] } }),
  ask('POST /v1/orders', 401, { body: wanted }),
  on('GET /v1/orders/{id}', 200, order.id, token),
  on('GET /v1/orders/{id}', 404, nobody, token),
  on('GET /v1/orders/{id}', 401, order.id),
  on('POST /v1/orders/{id}/cancel', 200, order.id, token),
  on('POST /v1/orders/{id}/cancel', 401, order.id),
  on('POST /v1/orders/{id}/cancel', 404, nobody, token),
  on('POST /v1/orders/{id}/cancel', 409, shipped.id, token),
  on('PUT /v1/orders/{id}/shipping-address', 204, order.id, { ...token, body: address }),
  on('PUT /v1/orders/{id}/shipping-address', 400, order.id, { ...token, body: {} }),
  on('PUT /v1/orders/{id}/shipping-address', 404, nobody, { ...token, body: address }),
  on('PUT /v1/orders/{id}/shipping-address', 401, order.id, { body: address }),
  on('GET /v1/orders/{order}/items', 200, order.id, token),
  on('GET /v1/orders/{order}/items', 404, nobody, token),
  on('GET /v1/orders/{order}/items', 401, order.id),

  ask('POST /v1/customers', 201, { body: { name: 'Bo', email: 'bo@example.com' } }),
  on('GET /v1/customers/{customerId}', 200, customer.id),
  on('GET /v1/customers/{customerId}', 404, nobody),

  ask('GET /v1/admin/stats', 200, token),
  ask('GET /v1/admin/stats', 401),
  ask('GET /v1/admin/export', 200, token),
  ask('GET /v1/admin/export', 401),
  ask('POST /v1/admin/reindex', 202, token),
  ask('POST /v1/admin/reindex', 401),
  ask('PUT /v1/admin/reindex', 202, token),
  ask('PUT /v1/admin/reindex', 401),
]

describe('fastify-orders', () => {
  holdAnswers({
    questions,
    code: codeOracle(sample),
    unprovoked: [],
    document: resolve(sample, 'openapi.right.yaml'),
    prefix: '/v1',
    start: async () => {
      const app = buildApp()
      return { base: await app.listen({ port: 0, host: '127.0.0.1' }), stop: () => app.close() }
    },
  })
})
