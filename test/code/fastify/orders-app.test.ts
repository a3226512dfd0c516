import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { load } from 'js-yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type App = typeof import('../../../samples/fastify-orders/src/app.js')
type Store = typeof import('../../../samples/fastify-orders/src/store.js')

// @fastify/autoload imports the route files by itself, past the test runner: all of the sample has to be compiled and
// loaded by Node, so that there is one store.
const sample = resolve('samples/fastify-orders')
execFileSync(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', sample])
const native = createRequire(import.meta.url)
const { buildApp }: App = native(resolve(sample, 'dist/app.js'))
const { addCustomer, addOrder, addProduct, orders }: Store = native(resolve(sample, 'dist/store.js'))

interface Operation {
  readonly responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>
}
interface Document {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: { readonly responses: Record<string, Operation['responses'][string]> }
}

// The shape is the sample's own document, which the other tests of the sample parse in full.
const document = load(readFileSync('samples/fastify-orders/openapi.right.yaml', 'utf8')) as Document
const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
ajv.addSchema({ $id: 'document', ...document })

/** What the document says of one answer: its media type and a check of its body; null where it has no content. */
function promised(method: string, template: string, status: number) {
  const response = document.paths[template]?.[method]?.responses[String(status)]
  if (response === undefined) throw new Error(`${method} ${template} does not document ${status}`)
  const named = response.$ref?.split('/').at(-1)
  const content = Object.entries(
    (named === undefined ? response : document.components.responses[named])?.content ?? {},
  )[0]
  if (content === undefined) return null
  const absolute = JSON.parse(JSON.stringify(content[1].schema).replaceAll('"#/', '"document#/'))
  return { mediaType: content[0], check: ajv.compile(absolute) }
}

const app = buildApp()
const authorization = 'Bearer secret'
const product = addProduct({ sku: 'ABC-0001', name: 'Chess', category: 'game', priceCents: 2500 })
const spare = addProduct({ sku: 'ABC-0002', name: 'Go', category: 'game', priceCents: 1900, description: 'Stones' })
const customer = addCustomer({ name: 'Ada', email: 'ada@example.com' })
const line = { productId: product.id, quantity: 2, unitCents: 2500 }
const address = { street: 'Main', city: 'Ghent', postalCode: '9000', country: 'BE' }
const order = addOrder({ customerId: customer.id, lines: [line], shippingAddress: address })
const shipped = addOrder({ customerId: customer.id, lines: [line], shippingAddress: null })
const nobody = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  await app.ready()
  Object.assign(orders.get(shipped.id) ?? {}, { status: 'shipped' })
})
afterAll(() => app.close())

const rows: [string, string, string, object | undefined, boolean, number][] = [
  ['get', '/health', '/health', undefined, false, 200],
  ['get', '/products', '/products', undefined, false, 200],
  ['get', '/products', '/products?limit=500', undefined, false, 400],
  ['post', '/products', '/products', { sku: 'XYZ-0001', name: 'Lute', category: 'music', priceCents: 1 }, true, 201],
  ['post', '/products', '/products', { sku: 'ABC-0001', name: 'Lute', category: 'music', priceCents: 1 }, true, 409],
  ['post', '/products', '/products', { sku: 'ABC-0001' }, true, 400],
  ['post', '/products', '/products', { sku: 'XYZ-0002', name: 'Lute', category: 'music', priceCents: 1 }, false, 401],
  ['get', '/products/{id}', `/products/${product.id}`, undefined, false, 200],
  ['get', '/products/{id}', `/products/${nobody}`, undefined, false, 404],
  ['patch', '/products/{id}', `/products/${product.id}`, { description: null, priceCents: 2400 }, true, 200],
  ['patch', '/products/{id}', `/products/${product.id}`, { priceCents: -1 }, true, 400],
  ['patch', '/products/{id}', `/products/${product.id}`, {}, false, 401],
  ['patch', '/products/{id}', `/products/${nobody}`, {}, true, 404],
  ['delete', '/products/{id}', `/products/${spare.id}`, undefined, true, 204],
  ['delete', '/products/{id}', `/products/${nobody}`, undefined, true, 404],
  ['delete', '/products/{id}', `/products/${nobody}`, undefined, false, 401],
  ['get', '/orders', '/orders?status=pending', undefined, true, 200],
  ['get', '/orders', '/orders?status=lost', undefined, true, 400],
  ['get', '/orders', '/orders', undefined, false, 401],
  [
    'post',
    '/orders',
    '/orders',
    { customerId: customer.id, lines: [{ productId: product.id, quantity: 1 }] },
    true,
    201,
  ],
  ['post', '/orders', '/orders', { customerId: nobody, lines: [{ productId: product.id, quantity: 1 }] }, true, 422],
  ['post', '/orders', '/orders', { customerId: customer.id, lines: [] }, true, 400],
  ['post', '/orders', '/orders', { customerId: customer.id, lines: [] }, false, 400],
  [
    'post',
    '/orders',
    '/orders',
    { customerId: customer.id, lines: [{ productId: product.id, quantity: 1 }] },
    false,
    401,
  ],
  ['get', '/orders/{id}', `/orders/${order.id}`, undefined, true, 200],
  ['get', '/orders/{id}', `/orders/${nobody}`, undefined, true, 404],
  ['get', '/orders/{id}', `/orders/${order.id}`, undefined, false, 401],
  ['post', '/orders/{id}/cancel', `/orders/${order.id}/cancel`, undefined, true, 200],
  ['post', '/orders/{id}/cancel', `/orders/${nobody}/cancel`, undefined, true, 404],
  ['post', '/orders/{id}/cancel', `/orders/${shipped.id}/cancel`, undefined, true, 409],
  ['put', '/orders/{id}/shipping-address', `/orders/${order.id}/shipping-address`, address, true, 204],
  ['put', '/orders/{id}/shipping-address', `/orders/${order.id}/shipping-address`, {}, true, 400],
  ['put', '/orders/{id}/shipping-address', `/orders/${nobody}/shipping-address`, address, true, 404],
  ['put', '/orders/{id}/shipping-address', `/orders/${order.id}/shipping-address`, address, false, 401],
  ['get', '/orders/{order}/items', `/orders/${order.id}/items`, undefined, true, 200],
  ['get', '/orders/{order}/items', `/orders/${nobody}/items`, undefined, true, 404],
  ['get', '/orders/{order}/items', `/orders/${order.id}/items`, undefined, false, 401],
  ['post', '/customers', '/customers', { name: 'Bo', email: 'bo@example.com' }, false, 201],
  ['get', '/customers/{customerId}', `/customers/${customer.id}`, undefined, false, 200],
  ['get', '/customers/{customerId}', `/customers/${nobody}`, undefined, false, 404],
  ['get', '/admin/stats', '/admin/stats', undefined, true, 200],
  ['get', '/admin/stats', '/admin/stats', undefined, false, 401],
  ['get', '/admin/export', '/admin/export', undefined, true, 200],
  ['post', '/admin/reindex', '/admin/reindex', undefined, true, 202],
  ['put', '/admin/reindex', '/admin/reindex', undefined, true, 202],
]

describe('the order service answers what its right document promises', () => {
  it.each(rows)('%s %s (%s, %o, token %s) → %i', async (method, template, url, payload, token, status) => {
    const answer = await app.inject({
      method: method.toUpperCase() as 'GET',
      url: `/v1${url}`,
      ...(payload === undefined ? {} : { payload }),
      headers: token ? { authorization } : {},
    })

    const promise = promised(method, template, status)
    expect(answer.statusCode, answer.body).toBe(status)
    expect(answer.headers['content-type']?.toString().split(';')[0] ?? null).toBe(promise?.mediaType ?? null)
    if (promise === null) return
    const body = promise.mediaType === 'application/json' ? answer.json() : answer.body
    expect(promise.check(body), `${answer.body} ${JSON.stringify(promise.check.errors)}`).toBe(true)
  })
})
