import type ts from 'typescript'
import type { Json } from '../../../model/json.js'
import { literalSchema } from './known.js'
import { unwrapAll } from './unwrap.js'

/** The literal that is written; `undefined` is none of JSON. */
export function literalOf(expression: ts.Expression): Json | undefined {
  return literalSchema(unwrapAll(expression))?.enum?.[0]
}
