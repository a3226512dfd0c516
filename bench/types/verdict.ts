import type { Json } from '../../src/model/json.js'
import type { Acceptance } from './acceptance.js'
import { explanations } from './explained.js'

export type Verdict =
  /** `unknown`: only because the schema says of some part that nothing is known of it. */
  | { readonly kind: 'both accept'; readonly unknown: boolean }
  | { readonly kind: 'both refuse' }
  /** The schema says that it does not know, and why; the compiler refuses. */
  | { readonly kind: 'cannot tell'; readonly reason: string }
  | { readonly kind: 'explained'; readonly name: string }
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
  if (accepts && fits) return { kind: 'both accept', unknown: accepted.hangsOnUnknown(value) }
  if (!accepts && !fits) return { kind: 'both refuse' }
  if (!accepts) {
    const explained = explanations.find(({ covers }) => covers(value, accepted))
    return explained ? { kind: 'explained', name: explained.name } : { kind: 'disagreement', accepts: 'compiler' }
  }
  const reason = accepted.reasons(value).find((one) => !asWide.some((known) => known.test(one)))
  return reason === undefined ? { kind: 'disagreement', accepts: 'schema' } : { kind: 'cannot tell', reason }
}
