import type { JsonObject } from '../../model/json.js'
import type { Schema } from '../../model/schema.js'
import { isPattern } from '../../patterns/matching.js'
import { closedTo } from './closed-to.js'
import { flat } from './flat.js'
import type { Side } from './form.js'
import { meaningOf } from './formats.js'
import { inPieces } from './in-pieces.js'
import { isOtherWay, mentionsMembers, schemaNamed } from './lookup.js'
import type { Plain } from './plain-schema.js'
import { isExact } from './prove/exact.js'

/**
 * Writes a schema as plain JSON Schema 2020-12 in which closed objects say so. Written from the schema as it stands, not
 * from its normal form, so that Ajv's answer is a second opinion.
 *
 * `loosely` reads `oneOf` as `anyOf`: what even that refuses, the schema refuses for a reason that is no overlap.
 */
export function closedSchema(root: Schema, side: Side, loosely: boolean): JsonObject {
  const writer = new Writer(side, loosely)
  const body = writer.closed(root)
  return JSON.parse(JSON.stringify({ ...body, $defs: writer.definitions })) as JsonObject // JSON in, JSON out
}

/** Unions beside unions are multiplied out: past this nobody would wait for the answer. */
const mostWritten = 100_000

class Writer {
  readonly definitions: Plain = {}
  readonly #side: Side
  #loosely: boolean
  #written = 0

  constructor(side: Side, loosely: boolean) {
    this.#side = side
    this.#loosely = loosely
  }

  /** The schema where it describes a whole value: what no part of it lists is refused. */
  closed(schema: Schema): Plain {
    this.#written += 1
    if (this.#written > mostWritten) throw new Error('the schema is too large when its unions are multiplied out')
    if (
      schema.ref !== undefined &&
      Object.keys(schema).every((word) => word === 'ref' || word === 'at' || isNote(word))
    ) {
      return this.#reference(schema.ref, 'closed')
    }
    const parts = this.#flatten(schema)
    // Who writes the word means what JSON Schema reads, here and beside.
    if (parts.some((part) => part.unevaluatedProperties !== undefined)) return this.#open(schema)
    const mentions = parts.some(mentionsMembers)
    const unions = parts.flatMap((part) => unionsOf(part))
    const speaking = unions.filter((union) => union.options.some((option) => this.#speaks(option)))
    const own = parts.map((part) => this.#words(part))
    if (speaking.length === 0) {
      const all = { allOf: [...own, ...unions.map((union) => this.#union(union, (option) => this.#open(option)))] }
      return mentions ? closedTo(own, all) : flat(all)
    }
    if (!mentions && speaking.length === 1) {
      return flat({ allOf: [...own, ...unions.map((union) => this.#union(union, (option) => this.closed(option)))] })
    }
    // Members on both levels: each variant is closed together with what stands around it.
    const [first] = speaking
    if (first === undefined) return flat({ allOf: own })
    const around = parts.map((part) => withoutUnion(part, first))
    return this.#union(first, (option) => this.closed({ allOf: [...around, option] }))
  }

  #reference(name: string, kind: 'closed' | 'open'): Plain {
    const key = `${this.#loosely ? 'loose ' : ''}${kind} ${name}`
    if (!Object.hasOwn(this.definitions, key)) {
      this.definitions[key] = true
      const target = schemaNamed(this.#side.schemas, name)
      this.definitions[key] = target === undefined ? true : kind === 'closed' ? this.closed(target) : this.#open(target)
    }
    return { $ref: `#/$defs/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}` }
  }

  /** The schema as JSON Schema reads it where it is only one part of what is said about a value. */
  #open(schema: Schema, beside = false): Plain {
    const { unevaluatedProperties: rest } = schema
    const plainly = beside || rest !== undefined
    const inner = (part: Schema): Plain => this.#open(part, plainly)
    const parts = [this.#words(schema, plainly)]
    if (schema.ref !== undefined) parts.push(this.#reference(schema.ref, 'open'))
    for (const part of schema.allOf ?? []) parts.push(inner(part))
    for (const union of unionsOf(schema)) parts.push(this.#union(union, inner))
    // What is not known may list any member.
    if (rest === undefined || !isExact(schema, this.#side)) return flat({ allOf: parts })
    return { allOf: parts, unevaluatedProperties: this.#value(rest) }
  }

  /** What is denied or asked about is read as it stands: the more it held, the less the schema around it would. */
  #exactly(schema: Schema, beside = false): Plain {
    const loosely = this.#loosely
    this.#loosely = false
    const written = this.#open(schema, beside)
    this.#loosely = loosely
    return written
  }

  #value(schema: Schema | boolean): Plain | boolean {
    return typeof schema === 'boolean' ? schema : this.closed(schema)
  }

  #union(union: Union, write: (option: Schema) => Plain): Plain {
    return { [this.#loosely ? 'anyOf' : union.word]: union.options.map(write) }
  }

  /** The schema and all that is said of the same value beside it, through references and `allOf`: each schema once. */
  #flatten(schema: Schema, seen = new Set<Schema>()): Schema[] {
    if (seen.has(schema)) return []
    seen.add(schema)
    const target = schema.ref === undefined ? undefined : schemaNamed(this.#side.schemas, schema.ref)
    for (const part of [...(target === undefined ? [] : [target]), ...(schema.allOf ?? [])]) this.#flatten(part, seen)
    return [...seen]
  }

  #speaks(schema: Schema, seen = new Set<Schema>()): boolean {
    if (seen.has(schema)) return false
    const parts = this.#flatten(schema).filter((part) => !seen.has(part))
    for (const part of parts) seen.add(part)
    if (parts.some(mentionsMembers)) return true
    return parts.flatMap(unionsOf).some((union) => union.options.some((option) => this.#speaks(option, seen)))
  }

  /** The schema's own keywords, without references, `allOf` and unions. */
  #words(schema: Schema, beside = false): Plain {
    const words: Plain = {}
    const values = (inner: Readonly<Record<string, Schema>>) =>
      Object.fromEntries(Object.entries(inner).map(([name, member]) => [name, this.closed(member)]))
    for (const word of copied) if (schema[word] !== undefined) words[word] = schema[word]
    // Ajv takes no list of no values.
    if (schema.enum?.length === 0) return { not: {} }
    const format = meaningOf(schema.format)
    if (format !== undefined) words.format = format
    if (schema.pattern !== undefined && isPattern(schema.pattern)) words.pattern = schema.pattern
    if (schema.prefixItems?.length) words.prefixItems = schema.prefixItems.map((item) => this.closed(item))
    if (schema.items !== undefined) words.items = this.#value(schema.items)
    if (schema.contains !== undefined)
      words.contains = schema.maxContains === undefined ? this.#open(schema.contains) : this.#exactly(schema.contains)
    if (schema.maxContains !== undefined && this.#isKnown(schema.contains)) words.maxContains = schema.maxContains
    if (schema.propertyNames !== undefined) words.propertyNames = this.#open(schema.propertyNames)
    if (schema.not !== undefined && this.#isKnown(schema.not)) words.not = this.#exactly(schema.not)
    if (schema.if !== undefined && this.#isKnown(schema.if))
      Object.assign(words, this.#condition(schema.if, schema, beside))
    if (schema.patternProperties !== undefined) {
      words.patternProperties = values(
        Object.fromEntries(Object.entries(schema.patternProperties).filter(([pattern]) => isPattern(pattern))),
      )
    }
    if (schema.additionalProperties !== undefined) words.additionalProperties = this.#value(schema.additionalProperties)
    return { ...words, ...this.#members(schema, beside) }
  }

  #condition(condition: Schema, { then = {}, else: otherwise = {} }: Schema, beside: boolean): Plain {
    const asked = this.#exactly(condition, beside)
    const [yes, no] = [then, otherwise].map((part) => this.#open(part, beside))
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema, never a promise
    if (!beside) return { if: asked, then: yes, else: no }
    // Ajv takes what `if` lists for evaluated whether it holds or not.
    return { anyOf: [{ allOf: [asked, yes] }, { allOf: [{ not: asked }, no] }] }
  }

  /** What `not` and `if` ask about must be known exactly: the more it may hold, the less they allow. */
  #isKnown(schema: Schema | undefined): boolean {
    return schema === undefined || isExact(schema, this.#side)
  }

  #members(schema: Schema, beside: boolean): Plain {
    // A map: a property called `__proto__` is one like any other.
    const properties = new Map<string, unknown>()
    const required = new Set(schema.required ?? [])
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const otherWay = isOtherWay(property, this.#side)
      if (otherWay) required.delete(name)
      if (otherWay && this.#side.direction === 'response') continue
      properties.set(name, otherWay ? true : this.closed(property))
    }
    // Whoever requires a property means it to be there, listed or not.
    if (schema.additionalProperties === undefined && !beside)
      for (const name of required) if (!properties.has(name)) properties.set(name, true)
    return {
      ...(properties.size > 0 ? inPieces(properties) : {}),
      ...(required.size > 0 ? { required: [...required] } : {}),
    }
  }
}

const copied = [
  'type',
  'enum',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minContains',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const satisfies readonly (keyof Schema)[]

function isNote(word: string): boolean {
  return ['readOnly', 'writeOnly', 'deprecated', 'default', 'inexact', 'presence', 'discriminator'].includes(word)
}

interface Union {
  readonly word: 'anyOf' | 'oneOf'
  readonly options: readonly Schema[]
}

function unionsOf(schema: Schema): Union[] {
  const found: Union[] = []
  if (schema.anyOf?.length) found.push({ word: 'anyOf', options: schema.anyOf })
  if (schema.oneOf?.length) found.push({ word: 'oneOf', options: schema.oneOf })
  return found
}

/** The part's own words, without what the flattening has already spread out, and without one union. */
function withoutUnion(part: Schema, union: Union): Schema {
  const { ref: _ref, allOf: _allOf, anyOf, oneOf, ...words } = part
  return {
    ...words,
    ...(anyOf === undefined || anyOf === union.options ? {} : { anyOf }),
    ...(oneOf === undefined || oneOf === union.options ? {} : { oneOf }),
  }
}
