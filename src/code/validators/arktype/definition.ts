import type { Schema } from '../../../model/schema.js'

const keywords: Readonly<Record<string, Schema>> = {
  string: { type: ['string'] },
  'string.email': { type: ['string'], format: 'email' },
  'string.uuid': { type: ['string'], format: 'uuid' },
  'string.url': { type: ['string'], format: 'uri' },
  'string.date.iso': { type: ['string'], inexact: 'dates in the forms of ISO 8601' },
  'string.alpha': { type: ['string'], pattern: '^[A-Za-z]*$' },
  'string.alphanumeric': { type: ['string'], pattern: '^[A-Za-z\\d]*$' },
  'string.digits': { type: ['string'], pattern: '^\\d*$' },
  number: { type: ['number'] },
  'number.integer': { type: ['integer'] },
  boolean: { type: ['boolean'] },
  null: { type: ['null'] },
  true: { enum: [true] },
  false: { enum: [false] },
  unknown: {},
  'unknown.any': {},
  object: { type: ['object', 'array'] },
  never: { not: {} },
}

const bounded = /^(?:(-?\d+(?:\.\d+)?)\s*(<=|<)\s*)?(.+?)(?:\s*(>=|<=|==|>|<|%)\s*(-?\d+(?:\.\d+)?))?$/

/** What a definition such as `string.email`, `'a' | 'b'`, `0 < number <= 9` or `string[]` accepts; inexact where it is not read. */
export function readDefinition(text: string): Schema {
  const arms = splitUnion(text)
  if (arms.length > 1) return { anyOf: arms.map(readDefinition) }
  return readTerm(text.trim())
}

/** Splits at `|` outside of quotes and brackets. */
function splitUnion(text: string): readonly string[] {
  const arms = ['']
  let quote = ''
  let depth = 0
  for (const letter of text) {
    if (quote !== '') quote = letter === quote ? '' : quote
    else if (letter === "'" || letter === '"' || letter === '/') quote = letter
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    else if (letter === '|' && depth === 0) {
      arms.push('')
      continue
    }
    arms[arms.length - 1] += letter
  }
  return arms
}

function readTerm(term: string): Schema {
  if (Object.hasOwn(keywords, term)) return keywords[term] ?? {}
  const quoted = /^'([^']*)'$|^"([^"]*)"$/.exec(term)
  if (quoted !== null) return { enum: [quoted[1] ?? quoted[2] ?? ''] }
  if (/^-?\d+(\.\d+)?$/.test(term)) return { enum: [Number(term)] }
  const pattern = /^\/(.+)\/$/.exec(term)?.[1]
  if (pattern !== undefined) return { type: ['string'], pattern }
  const grouped = /^\((.*)\)$/.exec(term)?.[1]
  if (grouped !== undefined) return readDefinition(grouped)
  if (term.endsWith('[]')) return { type: ['array'], items: readDefinition(term.slice(0, -2)) }
  return readBounds(term) ?? { inexact: `\`${term}\` is not read` }
}

function readBounds(term: string): Schema | null {
  const [, low, below, inner = '', above, limit] = bounded.exec(term) ?? []
  if (low === undefined && above === undefined) return null
  const base = readTerm(inner)
  if (base.inexact !== undefined || base.type === undefined) return null
  const first = low === undefined ? {} : limitOf(base, below === '<' ? '>' : '>=', Number(low))
  const second = above === undefined ? {} : limitOf(base, above, Number(limit))
  return first === null || second === null ? null : { ...base, ...first, ...second }
}

function limitOf({ type = [] }: Schema, operator: string, limit: number): Schema | null {
  if (operator === '%') return type.includes('string') ? null : { multipleOf: limit }
  const counted = type.includes('string') ? 'Length' : type.includes('array') ? 'Items' : null
  if (counted === null) {
    if (operator === '==') return { minimum: limit, maximum: limit }
    const words = { '>=': 'minimum', '<=': 'maximum', '>': 'exclusiveMinimum', '<': 'exclusiveMaximum' } as const
    return operator === '>=' || operator === '<=' || operator === '>' || operator === '<'
      ? { [words[operator]]: limit }
      : null
  }
  const least = operator === '>' ? limit + 1 : limit
  const most = operator === '<' ? limit - 1 : limit
  return {
    ...(operator.startsWith('>') || operator === '==' ? { [`min${counted}`]: least } : {}),
    ...(operator.startsWith('<') || operator === '==' ? { [`max${counted}`]: most } : {}),
  }
}
