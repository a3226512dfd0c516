export interface Address {
  street: string
  city: string
  postalCode: string
  country: string
}

export const addressSchema = {
  $id: 'address',
  type: 'object',
  required: ['street', 'city', 'postalCode', 'country'],
  additionalProperties: false,
  properties: {
    street: { type: 'string', minLength: 1 },
    city: { type: 'string', minLength: 1 },
    postalCode: { type: 'string', pattern: '^[0-9A-Z -]{3,10}$' },
    country: { type: 'string', minLength: 2, maxLength: 2 },
  },
} as const
