import type { Json } from '../../../model/json.js'
import type { Schema } from '../../../model/schema.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { demandOn, places } from './field.js'
import { letThrough, withValues } from './optional.js'
import { steps } from './rules.js'

type CallValue = Extract<Value, { kind: 'call' }>

/** `body('email').isEmail().optional()`: what the chain demands; null where the call is no chain. */
export function chainDemand(project: Project, value: CallValue): readonly Demand[] | null {
  const calls = unroll(value)
  const [first, ...rest] = calls
  if (first === undefined || first.callee.kind !== 'import' || first.callee.module !== 'express-validator') return null
  const name = first.method ?? first.callee.name
  const place = placeOf(name)
  if (place === null) return null
  const at = project.locate(value.node)
  const names = argument(project, first, 0)
  const fields = Array.isArray(names)
    ? names.filter((each) => typeof each === 'string')
    : typeof names === 'string'
      ? [names]
      : []
  let schema: Schema = {}
  let required = false
  let optional = false
  let lets: readonly Json[] = []
  for (const call of rest) {
    const method = call.method ?? ''
    if (method === 'optional') {
      optional = true
      lets = letThrough(argument(project, call, 0))
    }
    // A chain that only cleans the value up asks for nothing.
    if (method === 'exists' || method === 'notEmpty' || method === 'isEmpty' || Object.hasOwn(steps, method))
      required = true
    if (method === 'not')
      return fields.map((field) =>
        demandOn(place, field, { schema: { inexact: 'it is checked by what it is not' }, required: false }, at),
      )
    if (method === 'notEmpty') schema = { ...schema, ...(schema.type?.includes('string') ? { minLength: 1 } : {}) }
    schema = steps[method]?.(schema, argument(project, call, 0)) ?? schema
  }
  const known: Schema =
    Object.keys(schema).length === 0 ? { inexact: 'nothing is said of its type' } : { ...withValues(schema, lets), at }
  return fields.map((field) => demandOn(place, field, { schema: known, required: required && !optional }, at))
}

function placeOf(name: string): InputPlace | null {
  if (name === 'check') return 'body'
  return Object.hasOwn(places, name) ? (places[name] ?? null) : null
}

/** The calls of a chain, first one first. */
function unroll(value: CallValue): readonly CallValue[] {
  return value.callee.kind === 'call' ? [...unroll(value.callee), value] : [value]
}

function argument(project: Project, call: CallValue, index: number): unknown {
  const expression = call.node.arguments?.[index]
  if (expression === undefined) return undefined
  const known = project.values.literal(project.values.evaluate({ expression, scope: call.scope }))
  return known.known ? known.value : undefined
}
