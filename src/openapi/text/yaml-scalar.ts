import {
  boolCoreTag,
  floatCoreTag,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarStyle,
} from 'js-yaml'

type Scalar = null | boolean | number | string

const coreTags = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]
const explicitTags: Readonly<Record<string, (typeof coreTags)[number]>> = {
  '!!null': nullCoreTag,
  '!!bool': boolCoreTag,
  '!!int': intCoreTag,
  '!!float': floatCoreTag,
}

/** What a YAML scalar means under the core schema, which keeps dates and `yes` as strings. */
export function scalarValue(text: string, style: ScalarStyle, tag: string | undefined): Scalar {
  const explicit = tag === undefined ? undefined : explicitTags[tag]
  if (explicit !== undefined) return resolved(explicit.resolve(text, true, explicit.tagName), text)
  if (tag !== undefined || style !== SCALAR_STYLE.PLAIN) return text
  for (const candidate of coreTags) {
    const value = candidate.resolve(text, false, candidate.tagName)
    if (value !== NOT_RESOLVED) return resolved(value, text)
  }
  return text
}

/** `.nan` and `.inf` have no place in JSON: they stay the text that they are. */
function resolved(value: Scalar | typeof NOT_RESOLVED, text: string): Scalar {
  if (typeof value === 'symbol') return text
  return typeof value === 'number' && !Number.isFinite(value) ? text : value
}
