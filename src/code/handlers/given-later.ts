import ts from 'typescript'
import { walkBody } from './body.js'
import { caughtBy } from './caught.js'
import { errorProperty } from './error-status.js'
import { joinAll } from './flow.js'
import type { Flow, Frame, Session } from './session.js'
import { isMember, memberName, settled } from './syntax.js'

/**
 * An answer that something else holds: what `promise.then(…)` comes to, and the one that a caught error carries
 * (`error.getResponse()`). Undefined for any other call.
 */
export function givenLater(
  session: Session,
  frame: Frame,
  call: ts.CallExpression,
  flow: Flow,
): Flow | null | undefined {
  const callee = settled(call.expression)
  if (!isMember(callee)) return undefined
  const name = memberName(callee)
  if (name === 'getResponse') return carried(session, frame, callee.expression, call)
  if (name !== 'then') return undefined
  const callbacks = call.arguments.map(settled).filter((arg) => ts.isArrowFunction(arg) || ts.isFunctionExpression(arg))
  if (callbacks.length === 0) return undefined
  return joinAll(
    callbacks.map((callback) => {
      const inner: Frame = {
        ...frame,
        function: callback,
        tracked: new Map(frame.tracked),
        depth: frame.depth + 1,
        exits: [],
      }
      return walkBody(session, inner, callback, flow)
    }),
  )
}

function carried(session: Session, frame: Frame, error: ts.Expression, call: ts.CallExpression): null | undefined {
  const only = caughtBy(session, frame, error)?.only
  const status = only ? errorProperty(session.project, only, 'status') : null
  if (typeof status !== 'number') return undefined
  session.answers.push({
    statuses: { known: true, values: [status] },
    content: { mediaType: '*/*', schema: { inexact: 'the error itself says what is sent' } },
    headers: [],
    at: session.project.locate(call),
  })
  return null
}
