import type { JsonObject } from '../model/json.js'

/** Pieces that the schemas of the reports share. */
export const text = { type: 'string' }
export const count = { type: 'integer', minimum: 0 }
export const amount = { type: 'number', minimum: 0 }
export const severity = { enum: ['error', 'warning', 'info'] }
export const part = { enum: ['endpoint', 'path', 'query', 'header', 'cookie', 'request', 'response', 'security'] }
export const side = { enum: ['code', 'spec'] }
export const orNull = (schema: JsonObject): JsonObject => ({ anyOf: [schema, { type: 'null' }] })
export const list = (items: JsonObject): JsonObject => ({ type: 'array', items })

/** An object with exactly these members, all of them required but for those named here. */
export function exactly(properties: JsonObject, ...optional: string[]): JsonObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name))
  return { type: 'object', additionalProperties: false, required, properties }
}

export const severities = exactly({ error: count, warning: count, info: count })
export const coverage = exactly({ elements: count, verified: count, drifted: count, unverifiable: count })
