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
    return [name, inner.some(({ optional }) => !optional) ? { ...field, optional: false } : field] as const
  })
  return { ...made, ...objectOf({ ...shape, fields: new Map(fields) }, made.schema.inexact) }
}
