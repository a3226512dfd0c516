import type { Location } from '../../../model/location.js'
import type { JsonType, Schema } from '../../../model/schema.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import { beside } from '../beside.js'
import { converted } from '../chains/reading.js'

/** What a chain says of one field. */
export interface FieldRule {
  readonly schema: Schema
  readonly required: boolean
}

const places: Readonly<Record<string, InputPlace>> = {
  body: 'body',
  query: 'query',
  param: 'path',
  params: 'path',
  header: 'header',
  headers: 'header',
  cookie: 'cookie',
  cookies: 'cookie',
}

/** Where a function or a setting of express-validator looks for a field; `check` looks everywhere. */
export function placeCalled(name: string): InputPlace | 'anywhere' | null {
  if (name === 'check') return 'anywhere'
  return Object.hasOwn(places, name) ? (places[name] ?? null) : null
}

/** A demand on one field, by its dotted name; `*` stands for the items of an array. Other fields pass. */
export function demandOn(place: InputPlace | 'anywhere', name: string, rule: FieldRule, at: Location): Demand {
  const nested = place === 'body' || place === 'anywhere'
  const schema = under(nested ? name.split('.') : [name], { ...rule, schema: { ...rule.schema, at } })
  const where = place === 'anywhere' ? { place: 'body' as const, anywhere: name } : { place }
  return { ...where, schema: { ...schema, at }, strength: 'validator', at }
}

function under([name, ...rest]: readonly string[], rule: FieldRule): Schema {
  if (name === undefined) return rule.schema
  if (name.includes('[') || name === '**') return { inexact: `\`${name}\` stands for several fields` }
  // A wildcard finds nothing in what is no list, and the values of an object; only another rule says that it is a list.
  if (name === '*') {
    const items = under(rest, rule)
    const isMember = rest.length > 0 && !rule.required
    return orOther('array', { type: ['array'], items: isMember ? orOther('object', items) : items })
  }
  return {
    type: ['object'],
    properties: { [name]: under(rest, rule) },
    ...(rule.required && !rest.includes('*') ? { required: [name] } : {}),
    additionalProperties: true,
  }
}

/** The schema, and whatever is of another kind: there is no such field in it. */
function orOther(kind: JsonType, schema: Schema): Schema {
  const others = kinds.filter((each) => each !== kind)
  return beside(schema, { type: others, inexact: converted })
}

const kinds: readonly JsonType[] = ['object', 'array', 'string', 'number', 'boolean', 'null']
