import type { Gap, Parameter, ParameterPlace } from '../../../model/endpoint.js'
import type { Schema, Schemas } from '../../../model/schema.js'
import type { Chain, Demand, InputRead } from '../exchange.js'
import { fieldsOf } from './fields.js'
import { schemaOfTree, treeOf } from './reads.js'
import { declaredOnWire, unreadOf, validatedOnWire } from './wire.js'

export interface Inputs {
  readonly reads: readonly InputRead[]
  readonly demands: readonly Demand[]
}

export interface ParameterReading {
  readonly parameters: readonly Parameter[]
  readonly gaps: readonly Gap[]
}

/** The names in a path template. */
export function pathNames(path: string): readonly string[] {
  return [...path.matchAll(/\{\*?([^}]+)\}/g)].map((match) => match[1] ?? '')
}

/** Headers that belong to HTTP, to security or to the proxies before a server, and are no parameters of an operation. */
const ownHeaders =
  /^(accept(-.*)?|content-.*|authorization|user-agent|host|cookie|origin|referer|connection|if-.*|range|forwarded|x-forwarded-.*|x-real-ip|sec-.*|upgrade|access-control-.*|cf-(connecting-ip|ipcountry|ray|visitor)|x-vercel-.*|true-client-ip|fly-client-ip|x-amzn-trace-id|traceparent|via|date|cache-control|te|etag|transfer-encoding|trailer|expect|tracestate|x-requested-with)$/i

/** Those of them that some documents name nevertheless: being read, they stand for what is documented, and ask for nothing. */
const namedAtTimes =
  /^(accept-.*|user-agent|origin|referer|if-.*|range|forwarded|x-forwarded-.*|x-real-ip|traceparent|x-requested-with)$/i

/** The parameters in one place: what validators demand, else what is declared, and what is read beside it. */
export function readParameters(
  place: ParameterPlace,
  inputs: Inputs,
  chain: Chain,
  schemas: Schemas,
): ParameterReading {
  const demands = inputs.demands.filter((demand) => demand.place === place)
  const reads = inputs.reads.filter((read) => read.place === place)
  const strict = demands.filter((demand) => demand.strength === 'validator')
  const declared = demands.filter((demand) => demand.strength === 'declared')
  const fields = demands.filter((demand) => demand.strength === 'field')
  const most = strict.length > 0 ? strict : declared.length > 0 ? declared.slice(0, 1) : demands
  const chosen = [...fields, ...most.filter((demand) => !fields.includes(demand))]
  const found = new Map<string, Parameter>()
  let open: string | null = null
  for (const demand of chosen) {
    const known = fieldsOf(demand.schema, schemas)
    if (demand.strength !== 'field' && (known === null || known.open || demand.strength === 'lower-bound'))
      open = `not all fields of the ${place} are named`
    for (const field of known?.fields ?? []) {
      const isStrict = demand.strength === 'validator'
      const isChecked = isStrict || demand.strength === 'field'
      const schema = isChecked ? validatedOnWire(field.schema) : declaredOnWire(field.schema)
      // That a type names a field makes no client send it.
      const told = isStrict || (demand.strength === 'declared' && !field.required)
      const required = told && field.schema.presence === undefined ? { required: field.required } : {}
      const unread = isChecked ? unreadOf(field.schema) : null
      const parameter: Parameter = {
        name: field.name,
        in: place,
        ...required,
        schema,
        at: field.schema.at ?? demand.at,
        ...(unread === null ? {} : { unread }),
      }
      if (isStrict) keepBoth(found, parameter)
      else keep(found, parameter)
    }
  }
  const closed = most.length > 0 && open === null && most.every(({ strength }) => strength !== 'field')
  for (const [name, tree] of treeOf(reads, chain.at).fields) {
    keep(found, {
      name,
      in: place,
      schema: declaredOnWire(schemaOfTree(tree)),
      at: tree.at,
      // What is read beside all that a validator names may have passed it, or never come through.
      ...(tree.credential || closed ? { implied: true } : {}),
    })
  }
  const whole = closed ? undefined : reads.find((read) => read.path.length === 0)
  const names = pathNames(chain.path)
  const parameters = [...found.values()]
    .filter((parameter) => isParameter(parameter, names))
    .map((parameter) => (isOwn(parameter) ? { ...parameter, implied: true as const } : parameter))
  return {
    parameters: place === 'path' ? withTemplate(parameters, names, chain) : parameters,
    gaps: [
      ...(whole === undefined || place === 'path'
        ? []
        : [{ about: place, reason: `the ${place} is passed on whole`, at: whole.at }]),
      ...(open === null || place === 'path' || most[0] === undefined
        ? []
        : [{ about: place, reason: open, at: most[0].at }]),
    ],
  }
}

function keep(found: Map<string, Parameter>, parameter: Parameter): void {
  const key = keyOf(parameter)
  if (!found.has(key)) found.set(key, parameter)
}

/** Several validators of one field hold at once. */
function keepBoth(found: Map<string, Parameter>, parameter: Parameter): void {
  const before = found.get(keyOf(parameter))
  const required = before?.required || parameter.required
  const both: Schema = before === undefined ? parameter.schema : { allOf: [before.schema, parameter.schema] }
  found.set(keyOf(parameter), {
    ...(before ?? parameter),
    ...(required === undefined ? {} : { required }),
    schema: both,
  })
}

const keyOf = ({ in: place, name }: Parameter): string => (place === 'header' ? name.toLowerCase() : name)

/** A field of the query that is also a path parameter is the path parameter. */
function isParameter(parameter: Parameter, names: readonly string[]): boolean {
  if (parameter.in === 'query') return !names.includes(parameter.name)
  return !isOwn(parameter) || namedAtTimes.test(parameter.name)
}

const isOwn = ({ in: place, name }: Parameter): boolean => place === 'header' && ownHeaders.test(name)

function withTemplate(parameters: readonly Parameter[], names: readonly string[], chain: Chain): readonly Parameter[] {
  return names.map((name) => {
    const known = parameters.find((parameter) => parameter.name === name)
    const schema = known?.schema ?? { inexact: 'a parameter is a string on the wire' }
    const unread = known?.unread === undefined ? {} : { unread: known.unread }
    return { name, in: 'path', required: true, schema, at: known?.at ?? chain.at, ...unread }
  })
}
