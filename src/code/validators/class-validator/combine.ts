import type { JsonType, Schema } from '../../../model/schema.js'

/** A value that meets both: keywords side by side, types met, and what cannot stand side by side in `allOf`. */
export function both(left: Schema, right: Schema): Schema {
  const { type: leftType, inexact: leftReason, ...leftRest } = left
  const { type: rightType, inexact: rightReason, ...rightRest } = right
  const type = leftType && rightType ? met(leftType, rightType) : (leftType ?? rightType)
  const inexact = leftReason ?? rightReason
  const clash = Object.entries(rightRest).some(([key, value]) => {
    const known = Object.entries(leftRest).find(([name]) => name === key)
    return known !== undefined && JSON.stringify(known[1]) !== JSON.stringify(value)
  })
  const shared = { ...(type ? { type } : {}), ...(inexact === undefined ? {} : { inexact }) }
  if (!clash) return { ...leftRest, ...rightRest, ...shared }
  return { ...leftRest, ...shared, allOf: [...(left.allOf ?? []), rightRest] }
}

function met(left: readonly JsonType[], right: readonly JsonType[]): readonly JsonType[] {
  const holds = (types: readonly JsonType[], type: JsonType) =>
    types.includes(type) || (type === 'integer' && types.includes('number'))
  const found = [...left.filter((type) => holds(right, type)), ...right.filter((type) => holds(left, type))]
  return found.length > 0 ? [...new Set(found)] : left
}
