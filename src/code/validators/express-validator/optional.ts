import type { Json } from '../../../model/json.js'

const falsy: readonly Json[] = [null, '', 0, false]

/** The values that `optional(options)` lets through unchecked, beside a field that is not there. */
export function letThrough(options: unknown): readonly Json[] {
  if (options === null || typeof options !== 'object') return []
  const { nullable, checkFalsy, values } = options as { nullable?: unknown; checkFalsy?: unknown; values?: unknown }
  if (checkFalsy === true || values === 'falsy') return falsy
  return nullable === true || values === 'null' ? [null] : []
}
