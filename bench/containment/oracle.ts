import { Ajv } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import draft4 from 'ajv-draft-04'
import formats from 'ajv-formats'
import type { Json } from '../../src/model/json.js'
import type { Draft, Plain } from './plain.js'

/** Whether Ajv takes the value for one of the schema; undefined where Ajv cannot read the schema. */
export type Oracle = (value: Json) => boolean | undefined

const options = {
  strict: false,
  logger: false,
  validateSchema: false,
  ownProperties: true,
  multipleOfPrecision: 9,
  code: { optimize: false },
} as const

/** Ajv on the schema as it was written: nothing of the tool takes part. */
export function oracle(schema: Plain, draft: Draft = 'draft2020-12'): Oracle {
  const key = `${draft} ${JSON.stringify(schema)}`
  const known = oracles.get(key)
  if (known !== undefined) return known
  const made = newOracle(schema, draft)
  if (oracles.size > 500) oracles.clear()
  oracles.set(key, made)
  return made
}

const oracles = new Map<string, Oracle>()

function newOracle(schema: Plain, draft: Draft): Oracle {
  // Many are never asked.
  let validate: ReturnType<typeof compiled> | null = null
  return (value) => {
    try {
      if (validate === null) validate = compiled(safely(schema), draft)
      return validate?.(safely(value)) === undefined ? undefined : validate(safely(value)) === true
    } catch {
      return undefined
    }
  }
}

/**
 * Ajv takes `{ "constructor": [] }` for unequal to itself. Another name of the same length and letters stands for it, which
 * none of the patterns that are asked about tells from it.
 */
function safely<Value extends Json>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll('"constructor"', '"constructed"')) as Value // the same in other words
}

const instances = new Map<Draft, Ajv>()

function instanceOf(draft: Draft): Ajv {
  const known = instances.get(draft)
  if (known !== undefined) return known
  const made =
    draft === 'draft4' ? new draft4.default(options) : draft === 'draft7' ? new Ajv(options) : new Ajv2020(options)
  formats.default(made)
  instances.set(draft, made)
  return made
}

function compiled(schema: Plain, draft: Draft): ((value: Json) => unknown) | undefined {
  const ajv = instanceOf(draft)
  try {
    return ajv.compile(schema)
  } catch {
    return undefined
  } finally {
    // Thousands of schemas pass through; none is asked for again by name.
    ajv.removeSchema(schema)
  }
}
