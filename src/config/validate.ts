import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import type { Config, Outcome, Vocabulary } from './config.js'
import { configSchema } from './schema.js'
import { didYouMean } from './suggest.js'

/** Holds a value that was read from a configuration file against its schema; the error names the key and what is expected. */
export function validateConfig(value: unknown, file: string, vocabulary: Vocabulary): Outcome<Config> {
  const validate = new Ajv2020({ verbose: true, allowUnionTypes: true }).compile<Config>(configSchema(vocabulary))
  if (validate(value)) return { ok: true, value }
  const [error] = [...(validate.errors ?? [])].reverse()
  return { ok: false, error: { file, message: error ? describe(error) : 'not a configuration' } }
}

function describe(error: ErrorObject): string {
  const path = keyPath(error.instancePath)
  const where = path === '' ? 'the configuration' : `"${path}"`
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params.additionalProperty)
      const known = Object.keys(error.parentSchema?.properties ?? {})
      const noun = /(^|\.)rules$/.test(path) ? 'rule' : 'key'
      return `unknown ${noun} "${key}"${path === '' ? '' : ` in "${path}"`}.${didYouMean(key, known)}`
    }
    case 'enum': {
      const allowed: unknown[] = error.params.allowedValues
      const hint = typeof error.data === 'string' ? didYouMean(error.data, allowed.map(String)) : ''
      return `${where} is ${shown(error.data)}, but has to be one of ${allowed.join(', ')}.${hint}`
    }
    case 'required':
      return `${where} lacks "${String(error.params.missingProperty)}".`
    case 'oneOf':
      return `${where} has to be a text or a list of texts, not ${shown(error.data)}.`
    case 'type':
      return `${where} has to be ${[error.params.type].flat().map(String).map(withArticle).join(' or ')}, not ${shown(error.data)}.`
    default:
      return `${where} ${error.message ?? 'is not valid'}, but is ${shown(error.data)}.`
  }
}

/** `/overrides/0/rules` as a person writes it: `overrides[0].rules`. */
function keyPath(pointer: string): string {
  const keys = pointer.split('/').slice(1)
  return keys
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('')
}

function withArticle(type: string): string {
  if (type === 'array') return 'a list'
  if (type === 'string') return 'a text'
  return type === 'object' ? 'an object' : `a ${type}`
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 40 ? `${text.slice(0, 39)}…` : text
}
