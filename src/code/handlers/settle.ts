import type { Location } from '../../model/location.js'
import type { Dialect } from './dialect.js'
import { answerOfDraft, rewriteOf } from './drafts.js'
import type { Answer, Draft, Rewrite } from './exchange.js'

/**
 * What the ways to the end of a function come to where answers are sent only then. Of a function that is not followed to
 * its end a body that nobody is seen to set says nothing.
 */
export function settle(
  drafts: readonly Draft[],
  { stage }: Dialect,
  unseen: boolean,
  end: Location,
): { readonly answers: readonly Answer[]; readonly rewrites: readonly Rewrite[] } {
  const told = stage?.following === undefined ? drafts : drafts.filter(({ caught }) => caught)
  const own = told.filter((draft) => !draft.behind && !(unseen && isUntouched(draft)))
  const answers = own.map((draft) => answerOfDraft(draft, end)).filter((answer) => answer !== null)
  return { answers, rewrites: told.filter((draft) => draft.behind).map((draft) => rewriteOf(draft, end)) }
}

function isUntouched({ statuses, body }: Draft): boolean {
  return statuses === null && body.kind === 'unset'
}
