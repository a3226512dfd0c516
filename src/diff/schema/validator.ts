import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Json, JsonObject } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import { matchOf } from '../../patterns/matching.js'
import { withFormats } from './ajv.js'
import { closedSchema } from './closed.js'
import type { Side } from './form.js'
import type { Judge } from './judge.js'
import { remembering } from './remembering.js'

const judges = remembering<Map<boolean, Judge>>()

/** Compiles on first use: most schemas never need a witness. What Ajv does not take answers nothing. */
export function judgeOf(schema: Schema, side: Side, asText: boolean): Judge {
  const known = judges(schema, side, () => new Map())
  const judge = known.get(asText) ?? newJudge(schema, side, asText)
  known.set(asText, judge)
  return judge
}

function newJudge(schema: Schema, side: Side, asText: boolean): Judge {
  const compiled = new Map<boolean, ValidateFunction | null>()
  let renames = false
  const compile = (loosely: boolean): ValidateFunction | null => {
    try {
      const text = JSON.stringify(closedSchema(schema, side, loosely))
      renames = canRename(text)
      const plain = JSON.parse(renames ? renamed(text) : text) as JsonObject // JSON in, JSON out
      return (asText ? compilers.text : compilers.json)(plain)
    } catch {
      return null
    }
  }
  const ask = (loosely: boolean, value: Json): boolean | null => {
    const validate = compiled.has(loosely) ? compiled.get(loosely) : compile(loosely)
    compiled.set(loosely, validate ?? null)
    const text = JSON.stringify(value)
    if (renames ? isTaken(text) : isMisread(text)) return null
    try {
      // Coercion writes into what it is given.
      return validate ? validate(JSON.parse(renames ? renamed(text) : text)) === true : null
    } catch {
      return null
    }
  }
  return {
    accepts: (value) => ask(false, value) === true,
    refuses: (value) => ask(true, value) === false,
    rejects: (value) => ask(false, value) === false,
  }
}

/**
 * Ajv passes over a property of the first name, whatever the schema says of it; of an object with one of the others it
 * cannot tell what it equals. In schema and value alike a text of the same length stands for each.
 */
const standIns = [
  ['"__proto__"', '"__prot0__"'],
  ['"toString"', '"toStr1ng"'],
  ['"valueOf"', '"value0f"'],
  ['"constructor"', '"construct0r"'],
] as const

/** Only what reads the letters of a text could tell the difference. */
function canRename(text: string): boolean {
  return !isTaken(text) && !['"pattern', '"propertyNames"', '"format"'].some((word) => text.includes(word))
}

function isTaken(text: string): boolean {
  return standIns.some(([, stand]) => text.includes(stand))
}

function renamed(text: string): string {
  return standIns.reduce((changed, [name, stand]) => changed.replaceAll(name, stand), text)
}

/** Whether a value holds what Ajv reads wrongly. */
function isMisread(text: string): boolean {
  return text.includes('"__proto__"') || /"(?:toString|valueOf|constructor)":[{[]/.test(text)
}

/** Each instance compiles its formats and takes its vocabularies in once; endpoints share most of their schemas. */
const compilers = { text: compiler(true), json: compiler(false) }

function compiler(asText: boolean): (schema: JsonObject) => ValidateFunction | null {
  const compiled = new Map<string, ValidateFunction | null>()
  let ajv: Ajv2020 | undefined
  return (schema) => {
    const key = JSON.stringify(schema)
    const known = compiled.get(key)
    if (known !== undefined) return known
    ajv ??= withFormats(
      new Ajv2020({
        strict: false,
        meta: false,
        validateSchema: false,
        logger: false,
        messages: false,
        allowUnionTypes: true,
        ownProperties: true,
        coerceTypes: asText ? 'array' : false,
        // Most schemas are asked about a handful of values: tidying their code costs more than it saves.
        code: { regExp, optimize: false },
      }),
    )
    const validate = compiledBy(ajv, schema)
    if (compiled.size >= mostKept) {
      compiled.clear()
      // An instance remembers something of all that it ever compiled.
      ajv = undefined
    }
    compiled.set(key, validate)
    return validate
  }
}

/** More than the schemas of one API, and few enough for a process that audits many. */
const mostKept = 2000

function compiledBy(ajv: Ajv2020, schema: JsonObject): ValidateFunction | null {
  try {
    return ajv.compile(schema)
  } catch {
    return null
  } finally {
    // We remember by text; what Ajv remembers would stay for ever.
    ajv.removeSchema(schema)
  }
}

/** Patterns come from strangers: each match has a time limit, and one that runs out of it decides nothing. */
function regExp(pattern: string): { readonly test: (text: string) => boolean; readonly toString: () => string } {
  return {
    test: (text) => {
      const found = matchOf(pattern, text)
      if (found === 'unknown') throw new Error(`the pattern ${pattern} takes too long`)
      return found === 'matches'
    },
    // Ajv keeps one matcher for each of these texts.
    toString: () => pattern,
  }
}
regExp.code = 'regExp'
