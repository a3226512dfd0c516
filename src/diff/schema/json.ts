import type { Json, JsonObject } from '../../model/json.js'

export function kindOf(value: Json): 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object' {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  const type = typeof value
  return type === 'boolean' || type === 'number' || type === 'string' ? type : 'object'
}

export function isObject(value: Json): value is JsonObject {
  return kindOf(value) === 'object'
}

export function same(left: Json, right: Json): boolean {
  if (typeof left !== 'object' || typeof right !== 'object') return left === right
  return canonical(left) === canonical(right)
}

/** JSON text with sorted keys; where a schema was written does not belong to what it says. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'at') return undefined
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
