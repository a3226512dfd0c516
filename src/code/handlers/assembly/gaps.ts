import type { Gap } from '../../../model/endpoint.js'
import type { Link } from '../middleware.js'

const anyError = ['4XX', '5XX', 'default']

/** What the functions before the handler leave unknown. */
export function middlewareGaps(links: readonly Link[]): readonly Gap[] {
  return links.flatMap(({ name, known, trace, foreign }) => {
    if (known !== null) {
      const hidden = known.hidden ?? []
      const reason = `\`${name}\` answers broken requests itself`
      return hidden.length === 0 ? [] : [{ about: 'status' as const, reason, at: trace.at, statuses: hidden }]
    }
    return trace.unseen.flatMap(({ reason, at }) => {
      const said = `\`${name}\` is not followed: ${reason}`
      const headers: readonly Gap[] = (['header', 'cookie', 'response-header'] as const).map((about) => ({
        about,
        reason: said,
        at,
      }))
      return [{ about: 'status' as const, reason: said, at, ...(foreign ? { statuses: anyError } : {}) }, ...headers]
    })
  })
}

/** What the handler leaves unknown. */
export function handlerGaps(links: readonly Link[]): readonly Gap[] {
  return links.flatMap(({ name, trace }, index) => {
    const isLast = index === links.length - 1
    const unseen = trace.unseen.flatMap(({ reason, at }) =>
      (['status', 'query', 'header', 'cookie', 'request', 'response-header'] as const).map(
        (about): Gap => ({ about, reason, at }),
      ),
    )
    if (unseen.length > 0 || !isLast) return unseen
    if (trace.passes) return [{ about: 'status' as const, reason: `\`${name}\` may hand the request on`, at: trace.at }]
    if (trace.answers.length > 0 || trace.throws.length > 0) return []
    return [{ about: 'status' as const, reason: 'no answer is in sight', at: trace.at }]
  })
}

/**
 * Why bodies with this status may be sent that are not seen: code that is not read, or an error whose answer is not known. A gap
 * without a place is about errors that nobody foresees.
 */
export function unreadAt(status: string, links: readonly Link[], errors: readonly Gap[]): string | null {
  const isError = /^[45]/.test(status)
  for (const { name, known, trace, foreign } of links) {
    const [first] = trace.unseen
    if (known === null && first !== undefined && (isError || !foreign))
      return `\`${name}\` is not followed: ${first.reason}`
  }
  return errors.find((gap) => gap.at !== undefined && mayHide(gap, status))?.reason ?? null
}

function mayHide({ statuses }: Gap, status: string): boolean {
  return statuses === undefined || statuses.includes(status) || statuses.includes(`${status.charAt(0)}XX`)
}

/** Each thing once. */
export function distinctGaps(gaps: readonly Gap[]): readonly Gap[] {
  return [...new Map(gaps.map((gap) => [JSON.stringify(gap), gap])).values()]
}
