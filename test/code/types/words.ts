import { expect } from 'vitest'

/** What a TypeScript `string` is on the wire. */
export const text = { type: ['string'], inexact: expect.any(String) }
/** What a TypeScript `number` is on the wire. */
export const numeric = { type: ['number'], inexact: expect.any(String) }
export const boolean = { type: ['boolean'] }
export const nothing = { type: ['null'] }
export const dateTime = { type: ['string'], format: 'date-time' }
/** `{}` on the wire. */
export const hollow = { type: ['object'], additionalProperties: false }

/** A closed object; a name that ends with `?` is optional. */
export function object(properties: Readonly<Record<string, unknown>>): unknown {
  const names = Object.keys(properties)
  const required = names.filter((name) => !name.endsWith('?'))
  return {
    type: ['object'],
    properties: Object.fromEntries(names.map((name) => [name.replace(/\?$/, ''), properties[name]])),
    ...(required.length === 0 ? {} : { required }),
  }
}

export function listOf(items: unknown): unknown {
  return { type: ['array'], items }
}

export function oneOf(...values: readonly (string | number | boolean | null)[]): unknown {
  return { enum: values }
}
