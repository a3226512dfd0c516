import type { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

/** Teaches Ajv the formats that a value can break. */
export function withFormats(ajv: Ajv2020): Ajv2020 {
  return formats.default(ajv)
}
