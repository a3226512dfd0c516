import type { Address } from './address.js'

export type OrderStatus = 'pending' | 'paid' | 'shipped' | 'cancelled'

export interface OrderLine {
  productId: string
  quantity: number
  unitCents: number
}

export interface Order {
  id: string
  customerId: string
  status: OrderStatus
  lines: OrderLine[]
  totalCents: number
  shippingAddress: Address | null
  note?: string
  placedAt: Date
}

export const orderStatuses = ['pending', 'paid', 'shipped', 'cancelled'] as const

const lineSchema = {
  type: 'object',
  required: ['productId', 'quantity', 'unitCents'],
  properties: {
    productId: { type: 'string', format: 'uuid' },
    quantity: { type: 'integer', minimum: 1, maximum: 99 },
    unitCents: { type: 'integer', minimum: 0 },
  },
} as const

export const linesSchema = { type: 'array', items: lineSchema } as const

export const orderSchema = {
  $id: 'order',
  type: 'object',
  required: ['id', 'customerId', 'status', 'lines', 'totalCents', 'shippingAddress', 'placedAt'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    customerId: { type: 'string', format: 'uuid' },
    status: { type: 'string', enum: orderStatuses },
    lines: linesSchema,
    totalCents: { type: 'integer', minimum: 0 },
    shippingAddress: { anyOf: [{ $ref: 'address#' }, { type: 'null' }] },
    note: { type: 'string', maxLength: 500 },
    placedAt: { type: 'string', format: 'date-time' },
  },
} as const
