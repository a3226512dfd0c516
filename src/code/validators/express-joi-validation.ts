import type { Demand, InputPlace } from '../handlers/exchange.js'
import type { Project } from '../project.js'
import type { Value } from '../values/value.js'
import { readChain } from './chains/read.js'
import { underOptions } from './joi/options.js'
import { joiLibrary } from './joi.js'
import type { Validator } from './validator.js'

type Call = Extract<Value, { kind: 'call' }>

const places: Readonly<Record<string, InputPlace>> = { body: 'body', query: 'query', params: 'path', headers: 'header' }

/** express-joi-validation: `createValidator({ passError: true }).query(Joi.object(…), { joi: … })` before a handler. */
export const expressJoiValidation: Validator = {
  packages: ['express-joi-validation'],
  demands: (_reference, value, project) => {
    const place = value.kind === 'call' ? places[value.method ?? ''] : undefined
    if (value.kind !== 'call' || place === undefined || makerOf(value) === null) return null
    const [written] = value.node.arguments ?? []
    const schema =
      written === undefined ? null : readChain(joiLibrary, project, { expression: written, scope: value.scope })
    const read = schema ?? { inexact: 'the schema of joi cannot be read' }
    const options = optionsOf(project, value)
    // What is sent beside the documented headers is nobody's mistake.
    const usual = place === 'header' ? { allowUnknown: true } : {}
    const demand: Demand = {
      place,
      schema: underOptions(read, { ...usual, ...fieldOf(options?.given, 'joi'), ...fieldOf(options?.own, 'joi') }),
      strength: 'validator',
      at: project.locate(value.node),
    }
    return [options === null ? doubted(demand) : demand]
  },
  refuses: (value, project) => {
    const options = value.kind === 'call' ? optionsOf(project, value) : null
    const said = (name: string) => entry(options?.own, name) || entry(options?.given, name)
    // What it hands on is answered by whoever takes errors.
    if (options === null || said('passError')) return ['400', '4XX', '5XX']
    return [String(said('statusCode') || 400)]
  },
}

/** The call that made the validator of which this is a method; null for any other call. */
function makerOf({ callee: made }: Call): Call | null {
  if (made.kind !== 'call' || made.callee.kind !== 'import') return null
  const { module, name } = made.callee
  const makes = module === 'express-joi-validation' && name.split('.').at(-1) === 'createValidator'
  return makes ? made : null
}

/** What the validator was made with, and what it is told here; null where either is not known. */
function optionsOf(project: Project, call: Call): { readonly given: unknown; readonly own: unknown } | null {
  const maker = makerOf(call)
  const given = maker === null ? null : argumentOf(project, maker, 0)
  const own = argumentOf(project, call, 1)
  return given === null || own === null ? null : { given: given.value, own: own.value }
}

/** An argument as plain data, nothing where it is left out; null where it is not known. */
function argumentOf(project: Project, { node, scope }: Call, index: number): { readonly value: unknown } | null {
  const expression = node.arguments?.[index]
  if (expression === undefined) return { value: undefined }
  const read = project.values.literal(project.values.evaluate({ expression, scope }))
  return read.known ? { value: read.value } : null
}

const entry = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' ? new Map(Object.entries(value)).get(name) : undefined

function fieldOf(value: unknown, name: string): object {
  const field = entry(value, name)
  return field !== null && typeof field === 'object' ? field : {}
}

/** Options that are not known may let other values pass, or fewer. */
function doubted(demand: Demand): Demand {
  return { ...demand, schema: { anyOf: [demand.schema, { inexact: 'the options of joi are not known' }] } }
}
