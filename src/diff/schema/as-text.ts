import type { Schema } from '../../model/schema.js'
import type { Arm, Side } from './form.js'
import { formOf } from './normal.js'

/**
 * Brings the schemas of a parameter to a common footing: its values are texts on the wire. A string of the code's own type
 * takes whatever text comes; single values and lists are compared only with their like.
 */
export function parameterForms(
  spec: Schema,
  specSide: Side,
  code: Schema,
  codeSide: Side,
): { readonly spec: Schema; readonly code: Schema } | { readonly reason: string } {
  const [documented, served] = [formOf(spec, specSide), formOf(code, codeSide)]
  if ('unclear' in documented || 'unclear' in served) return { spec, code }
  const [left, right] = [lists(documented.arms), lists(served.arms)]
  if (served.arms.length === 0 || documented.arms.length === 0) return { spec, code }
  if (
    served.arms.every((arm) => arm.doubt !== null && arm.kind !== 'object' && 'values' in arm && arm.values === null)
  ) {
    // `string` and `number` of a handler's types say how the text is read, not which texts come.
    const listed = documented.arms.every((arm) => 'values' in arm && arm.values !== null)
    const reason = served.arms[0]?.doubt?.reason ?? ''
    return listed
      ? { reason: `the code's type says no more than ${served.arms[0]?.kind}; the document lists values (${reason})` }
      : { spec, code: spec }
  }
  if (left.single && !left.many && right.single && right.many)
    return { spec, code: { allOf: [code, { type: scalars }] } }
  if (left.many && !left.single && right.single && right.many)
    return { spec, code: { allOf: [code, { type: ['array', 'object'] }] } }
  if (documented.arms.every(isRead) && served.arms.every(isPlainText))
    return { reason: 'the code checks a text, and the document says what it is read as' }
  const mixed = left.single !== right.single || left.many !== right.many
  return mixed && !unknown(served.arms)
    ? { reason: 'one side takes a single value, the other a list or an object; how it is split is not known' }
    : { spec, code }
}

/** What a text may be read as. */
const isRead = (arm: Arm): boolean => arm.kind === 'number' || arm.kind === 'boolean'

/** A text of which only length and pattern are checked: figures may be such a text. */
function isPlainText(arm: Arm): boolean {
  if (arm.kind !== 'string' || arm.values !== null || arm.formats.length > 0) return false
  return arm.patterns.length > 0 || arm.minLength > 0 || arm.maxLength < Number.POSITIVE_INFINITY
}

const scalars = ['string', 'number', 'boolean'] as const

function lists(arms: readonly Arm[]): { readonly single: boolean; readonly many: boolean } {
  const many = (arm: Arm) => arm.kind === 'array' || arm.kind === 'object'
  return { single: arms.some((arm) => !many(arm) && arm.kind !== 'null'), many: arms.some(many) }
}

function unknown(arms: readonly Arm[]): boolean {
  return new Set(arms.map((arm) => arm.kind)).size === 6
}
