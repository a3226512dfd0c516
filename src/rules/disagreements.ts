import type { Aspect, Difference } from '../model/difference.js'
import type { Drift, Severity } from '../model/finding.js'
import type { Pair } from '../model/pair.js'

/** The proven differences of one aspect as drifts, each told by the rule's own sentence. */
export function* disagreements(
  pair: Pair<'matched'>,
  aspect: Aspect,
  tell: (difference: Difference) => string,
): Generator<Drift> {
  for (const difference of pair.differences) {
    if (difference.aspect === aspect) yield driftOf(pair, difference, tell(difference))
  }
}

/** A difference as a drift: where it stands, how grave its direction makes it. */
export function driftOf(pair: Pair<'matched'>, difference: Difference, message: string): Drift {
  const { part, status, mediaType, pointer, proof, values } = difference
  return {
    part,
    status,
    mediaType,
    pointer,
    message,
    spec: difference.spec.at ?? pair.spec.at,
    code: difference.code.at ?? pair.code.at,
    proof,
    severity: isOnlyDeclared(pair, difference) ? 'warning' : severityOf(difference),
    ...(values === undefined ? {} : { values }),
  }
}

/** What a client suffers decides: being surprised or refused is an error, an undocumented liberty a warning. */
function severityOf(difference: Difference): Severity {
  const field = difference.aspect === 'field'
  if (difference.part === 'response') {
    if (difference.wider === 'code') return 'error'
    if (!field || difference.pointer.endsWith('/*')) return 'info'
    return difference.required ? 'error' : isFailure(difference.status) ? 'info' : 'warning'
  }
  if (difference.wider === 'spec') return field && difference.pointer.endsWith('/*') ? 'info' : 'error'
  return field ? 'error' : 'warning'
}

/** Errors share one schema between endpoints: that one of them leaves an optional field out surprises nobody. */
function isFailure(status: string | null): boolean {
  return status !== null && /^([45]|default$)/i.test(status)
}

/**
 * A type that no validator stands behind refuses nothing at run time, and a validator that lets unlisted fields through refuses none
 * of those: likely drift, but not proven.
 */
function isOnlyDeclared({ code }: Pair<'matched'>, { part, wider, mediaType, aspect, pointer }: Difference): boolean {
  if (part !== 'request' || wider !== 'spec') return false
  const contents = code.body?.contents ?? []
  const content = contents.find((one) => one.mediaType === mediaType) ?? contents[0]
  return content?.declared === true || (content?.lenient === true && aspect === 'field' && !pointer.endsWith('/*'))
}

/** Whether values travel from the code to the client. */
export function isSent(difference: Difference): boolean {
  return difference.part === 'response'
}
