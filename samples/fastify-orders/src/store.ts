import { randomUUID } from 'node:crypto'
import type { Order } from './schemas/order.js'
import type { NewProduct, Product } from './schemas/product.js'

export interface Customer {
  id: string
  name: string
  email: string
  phone: string | null
  loyaltyLevel?: 'silver' | 'gold'
  createdAt: Date
}

export const products = new Map<string, Product>()
export const orders = new Map<string, Order>()
export const customers = new Map<string, Customer>()

export function addProduct(fields: NewProduct): Product {
  const product: Product = {
    description: null,
    tags: [],
    ...fields,
    id: randomUUID(),
    createdAt: new Date().toISOString(),
  }
  products.set(product.id, product)
  return product
}

export function addOrder(fields: Pick<Order, 'customerId' | 'lines' | 'shippingAddress' | 'note'>): Order {
  const order: Order = {
    ...fields,
    id: randomUUID(),
    status: 'pending',
    totalCents: fields.lines.reduce((sum, line) => sum + line.quantity * line.unitCents, 0),
    placedAt: new Date(),
  }
  orders.set(order.id, order)
  return order
}

export function addCustomer(fields: Pick<Customer, 'name' | 'email'> & { phone?: string }): Customer {
  const customer: Customer = {
    id: randomUUID(),
    name: fields.name,
    email: fields.email,
    phone: fields.phone ?? null,
    createdAt: new Date(),
  }
  customers.set(customer.id, customer)
  return customer
}
