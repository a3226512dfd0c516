import type { Location } from '../../model/location.js'
import type { Schema, Schemas } from '../../model/schema.js'
import type { MarkedLine } from './marked-line.js'
import { flow, wordsOf, yamlScalar } from './schema-words.js'

/** A schema as YAML, written out along the way to an element; what stands beside the way is told in a line each. */
export function schemaLines(schema: Schema, schemas: Schemas, steps: readonly string[]): MarkedLine[] {
  const { target, note } = followed(schema, schemas)
  return [...(note === undefined ? [] : [remark(0, note)]), ...block(target, schemas, steps, 0)]
}

/** Longer one-line schemas are cut by whoever prints them; the element itself is then written out. */
const longest = 56
/** An object with more members shows those around the element. */
const mostMembers = 14
const around = 4
const deepest = 8

function block(schema: Schema, schemas: Schemas, steps: readonly string[], indent: number): MarkedLine[] {
  const [step, ...rest] = steps
  const lines: MarkedLine[] = []
  const into = (label: string, inner: Schema) => lines.push(...entered(label, inner, schemas, rest, indent))
  for (const [word, value] of Object.entries(wordsOf(schema))) {
    const options = word === 'allOf' || word === 'anyOf' || word === 'oneOf' ? schema[word] : undefined
    if (word === 'properties' && schema.properties !== undefined) {
      lines.push(line(indent, 'properties:'), ...members(schema, schema.properties, schemas, steps, indent + 2))
    } else if (options !== undefined) {
      lines.push(line(indent, `${word}:`), ...variants(options, schemas, steps, indent))
    } else if (word === 'items' && typeof schema.items === 'object' && step !== undefined) {
      into('items', schema.items)
    } else if (word === 'prefixItems' && schema.prefixItems?.[Number(step)] !== undefined) {
      for (const [index, item] of schema.prefixItems.entries()) {
        if (index === Number(step)) into(`# item ${index}`, item)
      }
    } else if (word === 'additionalProperties' && typeof schema.additionalProperties === 'object' && step === '*') {
      into('additionalProperties', schema.additionalProperties)
    } else lines.push(line(indent, `${word}: ${flow(value)}`))
  }
  return lines.length === 0 ? [line(indent, '{}', schema.inexact ?? 'any value')] : lines
}

/** What stands under a key that the way leads through, or ends at. */
function entered(
  label: string,
  schema: Schema,
  schemas: Schemas,
  rest: readonly string[],
  indent: number,
  said?: string,
): MarkedLine[] {
  const { target, note } = followed(schema, schemas)
  const decisive = rest.length === 0
  const short = flow(wordsOf(target))
  const notes = [said, note].filter((one) => one !== undefined).join('; ')
  const beside = notes === '' ? {} : { note: notes }
  if (decisive && short.length <= longest) return [{ text: `${blank(indent)}${label}: ${short}`, decisive, ...beside }]
  return [{ text: `${blank(indent)}${label}:`, decisive, ...beside }, ...block(target, schemas, rest, indent + 2)]
}

function members(
  { required, additionalProperties }: Schema,
  properties: Readonly<Record<string, Schema>>,
  schemas: Schemas,
  steps: readonly string[],
  indent: number,
): MarkedLine[] {
  const [step, ...rest] = steps
  const all = Object.entries(properties)
  const at = all.findIndex(([name]) => name === step)
  const isNear = (index: number) =>
    all.length <= mostMembers || (at < 0 ? index < 2 * around : Math.abs(index - at) <= around)
  const shown = all.flatMap(([name, property], index): MarkedLine[] => {
    if (!isNear(index)) return []
    if (index !== at) return aside(yamlScalar(name), property, schemas, step === undefined, indent)
    const presence = rest.length > 0 ? undefined : required?.includes(name) ? 'required' : 'optional'
    return entered(yamlScalar(name), property, schemas, rest, indent, presence)
  })
  const hidden = all.filter((_, index) => !isNear(index)).length
  const open = additionalProperties !== undefined && additionalProperties !== false
  const missing = step !== undefined && step !== '*' && at < 0 && !open
  return [
    ...shown,
    ...(hidden > 0 ? [remark(indent, `and ${hidden} more`)] : []),
    ...(missing ? [{ ...remark(indent, `no ${JSON.stringify(step)} among them`), decisive: true }] : []),
  ]
}

/** A member beside the way is told in a line, unless it is all of the way that there is. */
function aside(label: string, schema: Schema, schemas: Schemas, opened: boolean, indent: number): MarkedLine[] {
  const short = flow(wordsOf(schema))
  if (!opened || short.length <= longest || indent > deepest) return [line(indent, `${label}: ${short}`)]
  return entered(label, schema, schemas, [], indent).map((one) => ({ ...one, decisive: false }))
}

/** Variants that the way leads through are written out, the others told in a line. */
function variants(
  options: readonly Schema[],
  schemas: Schemas,
  steps: readonly string[],
  indent: number,
): MarkedLine[] {
  return options.flatMap((option) => {
    const { target, note } = followed(option, schemas)
    const beside = note === undefined ? {} : { note }
    if (!leads(target, schemas, steps[0], 0)) {
      return [{ ...line(indent, `- ${flow(wordsOf(option))}`), ...beside }]
    }
    const [first = line(indent, ''), ...others] = block(target, schemas, steps, indent + 2)
    return [{ ...first, text: `${blank(indent)}- ${first.text.trimStart()}`, ...beside }, ...others]
  })
}

/** Whether a step leads into a schema, through what it is composed of. */
function leads(schema: Schema, schemas: Schemas, step: string | undefined, depth: number): boolean {
  if (step === undefined || depth > 8) return false
  const { target } = followed(schema, schemas)
  if (step === '*' && (target.items !== undefined || target.additionalProperties !== undefined)) return true
  if (target.properties !== undefined && Object.hasOwn(target.properties, step)) return true
  const parts = [...(target.allOf ?? []), ...(target.anyOf ?? []), ...(target.oneOf ?? [])]
  return parts.some((part) => leads(part, schemas, step, depth + 1))
}

/** What a reference leads to, and the name and place that it has there. */
function followed(schema: Schema, schemas: Schemas): { readonly target: Schema; readonly note?: string } {
  const { ref } = schema
  if (ref === undefined || !Object.hasOwn(schemas, ref)) return { target: schema }
  const target = schemas[ref] ?? {}
  const further = target.ref === undefined || target.ref === ref ? { target } : followed(target, schemas)
  return { target: further.target, note: `${ref}${placed(target.at)}` }
}

const placed = (at: Location | undefined): string => (at === undefined ? '' : ` (${at.file}:${at.line}:${at.column})`)

const blank = (indent: number): string => ' '.repeat(indent)

const line = (indent: number, text: string, note?: string): MarkedLine => ({
  text: blank(indent) + text,
  decisive: false,
  ...(note === undefined ? {} : { note }),
})

const remark = (indent: number, note: string): MarkedLine => ({ text: blank(indent), decisive: false, note })
