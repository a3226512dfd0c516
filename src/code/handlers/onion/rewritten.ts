import type { Gap } from '../../../model/endpoint.js'
import { anyOf } from '../../types/expressions/alternatives.js'
import { phrase } from '../drafts.js'
import type { Answer, Rewrite, Trace } from '../exchange.js'

interface Layer {
  readonly answers: readonly Answer[]
  readonly traces: readonly Trace[]
}

interface Sent {
  readonly answers: readonly Answer[]
  readonly gaps: readonly Gap[]
}

/** What is sent in the end: what each function makes of the answer of those behind it, from the inside out. */
export function rewritten(layers: readonly Layer[]): Sent {
  return layers.reduceRight<Sent>(
    (behind, layer) => {
      const ways = layer.traces.flatMap((trace) => trace.rewrites ?? [])
      const around = rewrite(behind, ways)
      return { answers: [...layer.answers, ...around.answers], gaps: around.gaps }
    },
    { answers: [], gaps: [] },
  )
}

function rewrite({ answers, gaps }: Sent, ways: readonly Rewrite[]): Sent {
  const [first] = ways
  if (first === undefined || ways.every(isUntouched)) return { answers, gaps }
  const others = ways.filter((way) => !isUntouched(way))
  const only = ways.length === 1 ? first : null
  const set = others.filter((way) => way.statuses !== null)
  const bodies = others.filter((way) => way.statuses === null)
  return {
    answers: answers.map((answer) =>
      withBodies(only === null ? answer : withStatuses(answer, only), bodies, ways.some(keepsBody)),
    ),
    gaps: [...gaps, ...(only === null ? set.map(gapOf) : [])],
  }
}

const isUntouched = ({ statuses, body }: Rewrite): boolean => statuses === null && body === 'kept'
const keepsBody = ({ body }: Rewrite): boolean => body === 'kept'

function withStatuses(answer: Answer, { statuses }: Rewrite): Answer {
  return statuses === null ? answer : { ...answer, statuses }
}

const another = { inexact: 'a function around the handler may write another body' }

/** An answer without a body is hardly put into an envelope; which answers are, by a condition, is not known. */
function withBodies(answer: Answer, all: readonly Rewrite[], mayKeep: boolean): Answer {
  const isOwn = answer.content !== null && answer.content !== phrase
  const ways = isOwn ? all.filter(({ bodiless }) => !bodiless) : all
  const orAsItIs = mayKeep || ways.length < all.length
  const given = ways.flatMap(({ body }) => (body === null || body === 'kept' ? [] : [body]))
  const [first] = given
  if (first === undefined || answer.content === null) return answer
  // The condition may be about the answer itself, so that it is never sent as it is.
  if (orAsItIs && isOwn)
    return {
      ...answer,
      content: { ...answer.content, schema: { ...anyOf([answer.content.schema, another]), ...another } },
    }
  const others = orAsItIs ? [another] : []
  const schema = anyOf([...given.map((each) => each.schema), ...others])
  return { ...answer, content: { mediaType: first.mediaType, schema } }
}

/** A status that is set by a condition on what others have answered. */
function gapOf({ statuses, at }: Rewrite): Gap {
  const reason = 'a function around the handler may set another status'
  const known = statuses?.known ? { statuses: statuses.values.map(String) } : {}
  return { about: 'status', reason, at, ...known }
}
