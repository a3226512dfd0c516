import { type Static, type TSchema, Type } from '@sinclair/typebox'

const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const Category = Type.Union([Type.Literal('book'), Type.Literal('game'), Type.Literal('music')])

export const Product = Type.Object({
  id: Type.String({ format: 'uuid' }),
  sku: Type.String({ pattern: '^[A-Z]{3}-[0-9]{4}$' }),
  name: Type.String({ minLength: 1, maxLength: 120 }),
  category: Category,
  priceCents: Type.Integer({ minimum: 0 }),
  description: Nullable(Type.String({ maxLength: 2000 })),
  tags: Type.Array(Type.String(), { maxItems: 10 }),
  createdAt: Type.String({ format: 'date-time' }),
})
export type Product = Static<typeof Product>

export const NewProduct = Type.Object(
  {
    sku: Type.String({ pattern: '^[A-Z]{3}-[0-9]{4}$' }),
    name: Type.String({ minLength: 1, maxLength: 120 }),
    category: Category,
    priceCents: Type.Integer({ minimum: 0 }),
    description: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
    tags: Type.Optional(Type.Array(Type.String(), { maxItems: 10 })),
  },
  { additionalProperties: false },
)
export type NewProduct = Static<typeof NewProduct>

export const ProductPatch = Type.Partial(Type.Omit(NewProduct, ['sku']), { additionalProperties: false })
export type ProductPatch = Static<typeof ProductPatch>

export const ProductQuery = Type.Object({
  category: Type.Optional(Category),
  search: Type.Optional(Type.String({ minLength: 2 })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
  offset: Type.Integer({ minimum: 0, default: 0 }),
})

export const ProductPage = Type.Object({ items: Type.Array(Product), total: Type.Integer({ minimum: 0 }) })

export const ProductParams = Type.Object({ productId: Type.String({ format: 'uuid' }) })

export const Failure = Type.Object({ code: Type.String(), message: Type.String() })
