import type { Plain } from './plain-schema.js'

/** What all of the parts say, without those that say nothing. */
export function flat(schema: { allOf: readonly Plain[] }): Plain {
  const parts = schema.allOf.filter((part) => Object.keys(part).length > 0)
  const [only] = parts
  return parts.length === 0 ? {} : parts.length === 1 && only !== undefined ? { ...only } : { allOf: parts }
}
