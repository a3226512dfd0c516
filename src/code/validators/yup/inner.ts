import type { Accepted } from '../chains/reading.js'
import { objectOf } from '../chains/shapes.js'

/**
 * An object that is left out becomes one of what its keys are by default, and is checked: where it asks for a key, it must be
 * there itself, unless it says what it is by default.
 */
export function withInner(made: Accepted): Accepted {
  const { shape } = made
  if (shape === undefined) return made
  const fields = [...shape.fields].map(([name, field]) => {
    const inner = field.defaulted === undefined ? [...(field.shape?.fields.values() ?? [])] : []
    if (inner.some(({ optional, doubted }) => !optional && doubted === undefined))
      return [name, { ...field, optional: false }] as const
    const doubted = inner.find((each) => each.doubted !== undefined)?.doubted
    return [name, doubted === undefined ? field : { ...field, doubted }] as const
  })
  return { ...made, ...objectOf({ ...shape, fields: new Map(fields) }, made.schema.inexact) }
}
