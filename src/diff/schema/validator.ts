import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Json } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import { withFormats } from './ajv.js'
import { closedSchema } from './closed.js'
import type { Side } from './form.js'
import type { Judge } from './judge.js'
import { matches } from './regex.js'

/** Compiles on first use: most schemas never need a witness. */
export function judgeOf(schema: Schema, side: Side, asText: boolean): Judge {
  const compiled = new Map<boolean, ValidateFunction | null>()
  const ask = (loosely: boolean, value: Json): boolean | null => {
    const validate = compiled.has(loosely) ? compiled.get(loosely) : compile(schema, side, loosely, asText)
    compiled.set(loosely, validate ?? null)
    try {
      // Coercion writes into what it is given.
      return validate ? validate(structuredClone(value)) === true : null
    } catch {
      return null
    }
  }
  return {
    accepts: (value) => ask(false, value) === true,
    refuses: (value) => ask(true, value) === false,
  }
}

function compile(schema: Schema, side: Side, loosely: boolean, asText: boolean): ValidateFunction | null {
  const ajv = withFormats(
    new Ajv2020({
      strict: false,
      validateSchema: false,
      logger: false,
      allowUnionTypes: true,
      multipleOfPrecision: 9,
      coerceTypes: asText ? 'array' : false,
      code: { regExp },
    }),
  )
  try {
    return ajv.compile(closedSchema(schema, side, loosely))
  } catch {
    return null
  }
}

/** Patterns come from strangers: each match has a time limit, and one that runs out of it decides nothing. */
function regExp(pattern: string): { readonly test: (text: string) => boolean; readonly toString: () => string } {
  return {
    test: (text) => {
      const found = matches(pattern, text)
      if (found === null) throw new Error(`the pattern ${pattern} takes too long`)
      return found
    },
    // Ajv keeps one matcher for each of these texts.
    toString: () => pattern,
  }
}
regExp.code = 'regExp'
