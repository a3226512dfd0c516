import type { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { isMultiple } from './multiples.js'

/** Teaches Ajv the formats that a value can break, and to divide decimals as they are written. */
export function withFormats(ajv: Ajv2020): Ajv2020 {
  const validate = (step: number, value: number) => isMultiple(value, step)
  ajv.removeKeyword('multipleOf').addKeyword({ keyword: 'multipleOf', type: 'number', schemaType: 'number', validate })
  return formats.default(ajv)
}
