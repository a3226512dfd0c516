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
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return left === right
  return sorted(left, () => false) === sorted(right, () => false)
}

/** JSON text with sorted keys; where a schema was written does not belong to what it says. */
export function canonical(value: unknown): string {
  return sorted(value, isPlace)
}

/** A location, which a property of the name `at` is not. */
function isPlace(key: string, inner: unknown): boolean {
  return key === 'at' && typeof inner === 'object' && inner !== null && 'line' in inner && 'column' in inner
}

function sorted(value: unknown, drop: (key: string, inner: unknown) => boolean): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (drop(key, inner)) return undefined
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
  })
}
