import type { Location } from '../../../model/location.js'
import type { Schema } from '../../../model/schema.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'

/** What a chain says of one field. */
export interface FieldRule {
  readonly schema: Schema
  readonly required: boolean
}

/** Where the functions of express-validator look for the field. */
export const places: Readonly<Record<string, InputPlace>> = {
  body: 'body',
  query: 'query',
  param: 'path',
  params: 'path',
  header: 'header',
  headers: 'header',
  cookie: 'cookie',
  cookies: 'cookie',
}

const others = 'express-validator lets other fields pass'

/** A demand on one field, by its dotted name; `*` stands for the items of an array. */
export function demandOn(place: InputPlace, name: string, rule: FieldRule, at: Location): Demand {
  const schema = under(place === 'body' ? name.split('.') : [name], rule)
  return { place, schema: { ...schema, at }, strength: 'validator', at }
}

function under([name, ...rest]: readonly string[], rule: FieldRule): Schema {
  if (name === undefined) return rule.schema
  if (name === '*') return { type: ['array'], items: under(rest, rule), inexact: others }
  return {
    type: ['object'],
    properties: { [name]: under(rest, rule) },
    ...(rule.required && !rest.includes('*') ? { required: [name] } : {}),
    additionalProperties: true,
    inexact: others,
  }
}
