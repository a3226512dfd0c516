import type ts from 'typescript'
import { behind } from './drafts.js'
import type { Stage } from './exchange.js'
import { leadOn } from './flow.js'
import type { Flow, Frame, Session } from './session.js'
import { draftsOf } from './ways.js'

/**
 * `await next()` where answers are sent only at the end: the functions behind run now, and what follows finds the answer that
 * they have made. Where one of their errors is followed, it comes out of here.
 */
export function goOnward(session: Session, frame: Frame, stage: Stage, node: ts.Node, flow: Flow | null): Flow | null {
  if (flow === null) return null
  if (stage.following !== undefined) {
    session.passes.push(node)
    frame.throws.push(stage.following)
    return null
  }
  if (stage.last) return flow
  session.passes.push(node)
  session.onward.push(...draftsOf(flow.ways))
  return leadOn(flow, (way) => [{ ...way, said: { ...way.said, draft: behind } }])
}
