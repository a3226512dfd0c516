import { flat } from './flat.js'
import type { Plain } from './plain-schema.js'

/**
 * The schema of all of these, closed to what none of the parts lists. Where no condition decides what is listed, the
 * names are written out: what Ajv makes of `unevaluatedProperties` grows with the square of their number.
 */
export function closedTo(parts: readonly Plain[], all: { allOf: readonly Plain[] }): Plain {
  const schema = flat(all)
  if (parts.some((part) => part.additionalProperties !== undefined)) return schema
  // The unions stand behind the parts.
  const unions = JSON.stringify(all.allOf.slice(parts.length))
  const mayList = unions.includes('roperties"') || unions.includes('"$ref"')
  if (mayList || parts.some((part) => part.if !== undefined || part.anyOf !== undefined))
    return { ...schema, unevaluatedProperties: false }
  const listed = schema.properties !== undefined || schema.patternProperties !== undefined
  const patterns = membersOf(parts, 'patternProperties')
  return {
    ...schema,
    ...(listed ? {} : { properties: membersOf(parts, 'properties') }),
    ...(listed || Object.keys(patterns).length === 0 ? {} : { patternProperties: patterns }),
    additionalProperties: false,
  }
}

function membersOf(parts: readonly Plain[], word: 'properties' | 'patternProperties'): Plain {
  return Object.fromEntries(parts.flatMap((part) => Object.keys(part[word] ?? {}).map((name) => [name, true] as const)))
}
