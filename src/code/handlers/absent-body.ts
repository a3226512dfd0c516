import type { Schema } from '../../model/schema.js'

/** What is sent as a body of a value that may be null: null is sent as no body at all. */
export function withoutNull(schema: Schema): Schema {
  const { anyOf, type } = schema
  if (anyOf !== undefined) {
    const others = anyOf.filter((part) => !isNull(part)).map(withoutNull)
    const [only] = others
    if (others.length === anyOf.length || only === undefined) return schema
    const { anyOf: _, ...rest } = schema
    return others.length === 1 ? { ...rest, ...only } : { ...schema, anyOf: others }
  }
  if (type !== undefined && type.length > 1 && type.includes('null')) {
    return { ...schema, type: type.filter((each) => each !== 'null') }
  }
  return schema
}

/** Whether the value is null and nothing else. */
export function isNull({ type, enum: values }: Schema): boolean {
  if (values !== undefined) return values.every((value) => value === null)
  return type?.length === 1 && type[0] === 'null'
}
