import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import { type Accepted, exact } from './reading.js'

/** An object of any keys that a schema takes, where these are not listed. */
export function keyedBy({ at: _, ...key }: Schema, value: Schema): Accepted {
  const others: Schema = { type: ['object'], additionalProperties: value }
  if (Object.keys(key).length === 0) return exact(others)
  if (key.type?.join() !== 'string') return exact({ ...others, inexact: 'which keys are taken is not read' })
  return exact(Object.keys(key).join() === 'type' ? others : { ...others, propertyNames: key })
}

/** The values of a schema that lists all that it takes, in one list or in several; null for any other. */
export function listedIn({ at: _, ...schema }: Schema): readonly Json[] | null {
  const [word, ...more] = Object.keys(schema)
  if (more.length > 0) return null
  if (word === 'enum') return schema.enum ?? null
  if (word !== 'anyOf') return null
  const lists = schema.anyOf?.map(listedIn) ?? []
  return lists.every((list) => list !== null) ? lists.flat() : null
}
