import type { Gap } from '../../model/endpoint.js'
import type { Location } from '../../model/location.js'
import type { Schemas } from '../../model/schema.js'
import { ambiguous, doubtfulStatus, sharesBody } from './ambiguous.js'
import type { Dialect } from './dialect.js'
import { isVaried } from './doubted.js'
import { answerOfDraft, rewriteOf } from './drafts.js'
import type { Answer, Draft, Rewrite } from './exchange.js'
import type { Way } from './session.js'

/**
 * What the ways to the end of a function come to where answers are sent only then. Of a function that is not followed to
 * its end a body that nobody is seen to set says nothing.
 */
export function settle(
  ways: readonly Way[],
  { stage }: Dialect,
  unseen: boolean,
  end: Location,
  schemas: Schemas,
): { readonly answers: readonly Answer[]; readonly rewrites: readonly Rewrite[]; readonly gaps: readonly Gap[] } {
  const told = ways.flatMap(({ said: { draft }, doubt }) =>
    draft === undefined || (stage?.following !== undefined && !draft.caught) ? [] : [{ draft, doubt }],
  )
  const sent = told.flatMap(({ draft, doubt }) => {
    const answer = draft.behind || (unseen && isUntouched(draft)) ? null : answerOfDraft(draft, end)
    return answer === null ? [] : [{ answer, doubt, oneOf: draft.oneOf }]
  })
  const isMixed = ({ answer, oneOf }: (typeof sent)[number]) =>
    answer.content !== null && isVaried(answer.content.schema, schemas, false) && sharesBody(answer, oneOf, sent)
  return {
    answers: sent
      .filter(({ doubt }) => doubt === undefined)
      .map((each) => (isMixed(each) ? ambiguous(each.answer, schemas) : each.answer)),
    gaps: sent.flatMap(({ answer, doubt }) => (doubt === undefined ? [] : [doubtfulStatus(answer, doubt)])),
    rewrites: told.flatMap(({ draft }) => (draft.behind ? [rewriteOf(draft, end)] : [])),
  }
}

function isUntouched({ statuses, body }: Draft): boolean {
  return statuses === null && body.kind === 'unset'
}
