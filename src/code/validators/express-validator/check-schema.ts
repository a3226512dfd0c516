import type { Schema } from '../../../model/schema.js'
import type { Demand, InputPlace } from '../../handlers/exchange.js'
import type { Project } from '../../project.js'
import type { Value } from '../../values/value.js'
import { demandOn, places } from './field.js'
import { letThrough, withValues } from './optional.js'
import { steps } from './rules.js'

/** `checkSchema({ email: { in: ['body'], isEmail: true } }, ['body'])`; null where the call is none. */
export function schemaDemands(project: Project, value: Extract<Value, { kind: 'call' }>): readonly Demand[] | null {
  const { callee, node, scope } = value
  if (
    callee.kind !== 'import' ||
    callee.module !== 'express-validator' ||
    (value.method ?? callee.name) !== 'checkSchema'
  )
    return null
  const [schema, defaults] = (node.arguments ?? []).map((expression) => {
    const known = project.values.literal(project.values.evaluate({ expression, scope }))
    return known.known ? known.value : undefined
  })
  if (!isRecord(schema)) return []
  const at = project.locate(node)
  return Object.entries(schema).flatMap(([name, rules]) => {
    if (!isRecord(rules)) return []
    const where = placesIn(rules.in ?? defaults)
    const lets = letThrough(isRecord(rules.optional) ? rules.optional.options : undefined)
    const rule = {
      schema: withValues(schemaOf(rules), lets),
      required: rules.optional === undefined || rules.optional === false,
    }
    return where.map((place) => demandOn(place, name, rule, at))
  })
}

function schemaOf(rules: Readonly<Record<string, unknown>>): Schema {
  let schema: Schema = {}
  for (const [name, rule] of Object.entries(rules)) {
    if (rule === false || !Object.hasOwn(steps, name)) continue
    const options = isRecord(rule) ? rule.options : undefined
    schema = steps[name]?.(schema, Array.isArray(options) && options.length === 1 ? options[0] : options) ?? schema
  }
  return Object.keys(schema).length === 0 ? { inexact: 'nothing is said of its type' } : schema
}

function placesIn(value: unknown): readonly InputPlace[] {
  const names = Array.isArray(value) ? value : [value ?? 'body']
  return names.flatMap((name) => {
    const place = typeof name === 'string' && Object.hasOwn(places, name) ? places[name] : undefined
    return place === undefined ? [] : [place]
  })
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
