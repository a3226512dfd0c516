import type { Json } from '../../src/model/json.js'
import type { Acceptance } from './acceptance.js'

export type Verdict =
  | { readonly kind: 'both accept' | 'both refuse' }
  /** The schema says that it does not know, and why; the compiler refuses. */
  | { readonly kind: 'cannot tell'; readonly reason: string }
  | { readonly kind: 'disagreement'; readonly accepts: 'compiler' | 'schema' }

/** Reasons whose upper bound is the type itself: any string is a `string`, any key one of a string index. */
const asWide = [
  /^a TypeScript `(string|number)` does not say/,
  /^an index signature does not say which keys$/,
  /^inference widened /,
]

/** Whether the compiler and the schema agree on the value. */
export function verdictOn(fits: boolean, accepted: Acceptance, value: Json): Verdict {
  const accepts = accepted.accepts(value)
  if (accepts && fits) return { kind: 'both accept' }
  if (!accepts && !fits) return { kind: 'both refuse' }
  if (!accepts) return { kind: 'disagreement', accepts: 'compiler' }
  const reason = accepted.reasons(value).find((one) => !asWide.some((known) => known.test(one)))
  return reason === undefined ? { kind: 'disagreement', accepts: 'schema' } : { kind: 'cannot tell', reason }
}
